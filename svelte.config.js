import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The one script that stands in every page: the policy names it by its hash. */
const beforePaint = createHash('sha256').update(readFileSync('src/before-paint.js')).digest('base64');

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter(),
    // Both languages are one version of the site, although each is built by itself.
    ...(process.env.STRIDE_VERSION ? { version: { name: process.env.STRIDE_VERSION } } : {}),
    // No address says where the site stands: it works in any folder of any host.
    paths: { relative: true },
    // All styles stand in the page: they weigh a tenth of a second, and fetching them costs four.
    inlineStyleThreshold: 50_000,
    output: { bundleStrategy: 'split', preloadStrategy: 'modulepreload' },
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['self'],
        'script-src': ['self', `sha256-${beforePaint}`],
        // KaTeX and the stage place things with style attributes; scripts stay strict.
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'data:'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self']
      }
    },
    alias: { $lessons: 'lessons' },
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../lessons/**/*.ts', '../scripts/**/*.mjs', '../*.config.ts']
      })
    },
    prerender: { handleHttpError: 'fail', handleMissingId: 'fail', entries: ['*'] }
  }
};
