import globalData from '@csstools/postcss-global-data';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import customMedia from 'postcss-custom-media';
import { availableParallelism } from 'node:os';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { canvasMedia } from './scripts/canvas-media.mjs';
import { writeDoors } from './scripts/doors.mjs';
import { reloadPages } from './scripts/reload-pages.mjs';
import { SHARED_SCRIPTS } from './scripts/shared-scripts.mjs';

// Whatever Vite is started for needs the doors of the kinds, and the list of message files.
writeDoors();

const WINDOWS = 'src/lib/ui/media.css';

const chromium = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking']
};

/**
 * Chromium compiles all functions of a file that begins with this line while it arrives and beside the page, not one by
 * one in the long task in which the page wakes up: that halves it. Only the first line counts, and Vite writes its list
 * of files before a banner, so the line is put there last. The reader of expressions comes later, if at all.
 */
const compileAhead: Plugin = {
  name: 'stride:compile-ahead',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk' || file.moduleIds.some((id) => id.includes('/mathjs/'))) continue;
        file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
      }
    }
  }
};

/** What is left of the generated choice of a language where there is only one. */
const onlyLanguage = (language: string, locales: string) => `
  export const locales = ${locales};
  export const isLocale = (text) => locales.includes(text);
  export const getLocale = () => '${language}';
  export const overwriteGetLocale = () => {};
  export const experimentalStaticLocale = '${language}';
`;

/**
 * Messages in one language: the other one is another document, with scripts of its own, so nobody on the page would read
 * the rest. What chooses between the languages goes with it.
 */
const oneLanguage = (language: string): Plugin => ({
  name: 'one-language',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    if (/\/paraglide\/runtime\.js$/.test(id)) {
      const [, locales] = /export const locales = [^[\n]*(\[[^\]]*\])/.exec(code) ?? [];
      if (!locales) this.error('the list of languages is compiled in another way than it was');
      return { code: onlyLanguage(language, locales), map: null };
    }
    const [, message] = /\/paraglide\/messages\/(?!_index)(\w+)\.js$/.exec(id) ?? [];
    if (!message) return;
    const choice = new RegExp(`export const ${message} = [^]*$`);
    const own = `${language}_${message}`;
    if (!choice.test(code) || !code.includes(`const ${own} =`)) {
      this.error(`${message} is compiled in another way than it was`);
    }
    return { code: code.replace(choice, `export { ${own} as ${message} };`), map: null };
  }
});
const { STRIDE_LANGUAGE: language } = process.env;

/** SvelteKit's router takes all of Svelte's door as one object, and with it what nobody here calls; it needs these. */
const NEEDED_OF_SVELTE = ['onMount', 'settled', 'tick', 'untrack'];
const routerTakesItsOwn: Plugin = {
  name: 'stride:router-takes-its-own',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
    if (!id.endsWith('/@sveltejs/kit/src/runtime/client/client.js')) return;
    const all = "import * as svelte from 'svelte';";
    // Addresses in comments apart, and what is only called when the site's settings say so.
    const used = [...code.matchAll(/(?<![\w./'])svelte\.(?!fork\b|dev\b)(\w+)/g)].map(
      ([, name = '']) => name
    );
    if (!code.includes(all) || !used.every((name) => NEEDED_OF_SVELTE.includes(name))) {
      this.error(`the router takes other things from Svelte than it did: ${used.join(', ')}`);
    }
    const imports = NEEDED_OF_SVELTE.map((name) => `${name} as svelte_${name}`).join(', ');
    const parts = NEEDED_OF_SVELTE.map((name) => `${name}: svelte_${name}`).join(', ');
    return {
      code: code.replace(all, `import { ${imports} } from 'svelte'; const svelte = { ${parts} };`),
      map: null
    };
  }
};

/**
 * Lets a script that is asked for by name hand out more than it did: what it shares with others may then lie where it is
 * fetched together, without all that it needs itself.
 */
const entriesMayShare: Plugin = {
  name: 'stride:entries-may-share',
  applyToEnvironment: ({ name }) => name === 'client',
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' })
};

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['globalVariable', 'baseLocale']
    }),
    sveltekit(),
    compileAhead,
    entriesMayShare,
    routerTakesItsOwn,
    reloadPages(),
    ...(language ? [oneLanguage(language)] : [])
  ],
  build: { target: 'es2022' },
  // The names of windows (`@media (--compact)`) are one list, for every component.
  css: {
    postcss: {
      plugins: [globalData({ files: [WINDOWS] }), customMedia(), canvasMedia(WINDOWS)]
    }
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: SHARED_SCRIPTS
            }
          }
        }
      }
    }
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          // No test leaves anything behind, so files share their modules: mathjs and the engine load once.
          pool: 'threads',
          isolate: false,
          // Otherwise one core would wait, where there are only two.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          // The first expression loads mathjs, which takes seconds on a busy machine.
          testTimeout: 30_000,
          include: [
            'tests/{engine,trace,exercise,describe,picture,search,stage,kinds,course,practice,player,present,ui,tooling,conformance}/**/*.test.ts'
          ],
          exclude: ['**/*.svelte.test.ts']
        }
      },
      {
        // The built site in Firefox and WebKitGTK, each in a file and a process of its own.
        extends: true,
        test: {
          name: 'browsers',
          environment: 'node',
          // Both at a time, also where there are only two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: ['tests/browsers/**/*.test.ts']
        }
      },
      {
        extends: true,
        test: {
          name: 'component',
          include: ['tests/**/*.svelte.test.ts'],
          // The modules of a file are there for the next one: most of the time went into loading them anew.
          isolate: false,
          setupFiles: ['tests/clean-page.ts'],
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
