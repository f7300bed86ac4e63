import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

const chromium = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
};

/**
 * Every kind of scene that is fetched by itself shares other modules with the page of a lesson. Left alone, the
 * bundler makes a chunk for each set of sharers, and a dozen small files compress far worse than three large ones.
 * What the page of a lesson begins with therefore stays together, and so does what the home page needs of it.
 * `$initial` leaves out all that only comes later.
 */
const INITIAL_CHUNKS = [
  { name: 'framework', test: /node_modules\/(?!fraction|d3|valibot|es-hangul|es-toolkit)/ },
  {
    name: 'common',
    test: /src\/lib\/(?:engine|trace|ui|describe\/number|player\/clock|paraglide\/(?:runtime|registry|messages\/(?:chapter_|lesson_number|play\b|pause\b)))|node_modules\/(?:fraction|d3)/
  },
  { name: 'lesson', test: /src\/lib\/(?:course|exercise|(?:player|stage)\/(?!Living|index))/ }
].map((group, index) => ({ ...group, tags: ['$initial' as const], priority: -index }));

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
      emitTsDeclarations: true
    }),
    sveltekit()
  ],
  build: {
    target: 'es2022',
    rolldownOptions: { output: { codeSplitting: { groups: INITIAL_CHUNKS } } }
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // The first expression loads mathjs, which takes seconds on a busy machine.
          testTimeout: 30_000,
          include: [
            'tests/{engine,trace,exercise,describe,course,stage,player,ui,tooling,conformance}/**/*.test.ts'
          ],
          exclude: ['**/*.svelte.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
            screenshotFailures: false
          }
        }
      }
    ]
  }
});
