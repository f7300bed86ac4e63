import globalData from '@csstools/postcss-global-data';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import customMedia from 'postcss-custom-media';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { canvasMedia } from './scripts/canvas-media.mjs';
import { writeDoors } from './scripts/doors.mjs';
import { reloadPages } from './scripts/reload-pages.mjs';

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

/**
 * Messages in one language: the other one is another document, with scripts of its own, so nobody on the page would read
 * the rest. What chooses between the languages goes with it.
 */
const oneLanguage = (language: string): Plugin => ({
  name: 'one-language',
  applyToEnvironment: ({ name }) => name === 'client',
  transform(code, id) {
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

/**
 * Lets a script that is asked for by name hand out more than it did: what it shares with others may then lie where it is
 * fetched together, without all that it needs itself.
 */
const entriesMayShare: Plugin = {
  name: 'stride:entries-may-share',
  applyToEnvironment: ({ name }) => name === 'client',
  options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' })
};

/** What of src/lib, or of a package, lies in one file of script; without what a page fetches by itself. */
const those = (...paths: string[]) =>
  new RegExp(`(?:src/lib|node_modules)/(?:${paths.join('|')})`.replaceAll('/', String.raw`[\\/]`));

/** Parts of kinds of scene which other scripts need too; what draws a kind is its own file. */
const kinds = (names: string) =>
  `kinds/(?:${names})/(?!index|wrong|schema|goal-schema|Finished|live-words|[a-z]+\\.json)`;
const words = (prefixes: string) => `paraglide/messages/(?:${prefixes})`;

/**
 * The files of script that several pages or kinds share. A file of a few lines costs more on the way than it holds, and
 * what a page has no use for costs it for nothing: what is fetched together lies together.
 */
const SHARED: readonly (readonly [name: string, test: RegExp])[] = [
  [
    'stage',
    those(
      'engine/(?!random|exact|kernels|network|expression|(?:definitions|operations)/)',
      'engine/operations/same-kind',
      'describe/(?!channel-sum|pooling-sum|formula|code)',
      'exercise/(?:grade|rules/rule\\.)',
      'stage/(?!projected-canvas|FedNote|SumLine|WindowLayer|sliding-view|window-view|Joins|Plane|planes|PlaceFrame|LivingPicture|CodePanel)',
      'trace/between',
      'picture/painting/ink',
      'practice/session/seed',
      'kinds/(?:index|doors/stages)',
      'kinds/shared/(?:kind|lightness|limits|model|matrix-|operand-editor|window/link)',
      'player/(?:LiveHtml|Notice|address|keys|live-values|open-question|player|problem-text|scene-state|spoken-text|trackers)',
      'ui/(?:Bilingual|Html|light-dismiss|theme\\.)',
      words('(?!_index|practice_(?!due)|teach_|sheet_|present_|picture_|photo_|walk_)'),
      '(?:d3-ease|fraction|es-hangul)'
    )
  ],
  ['header', those('ui/(?:SiteHeader|SearchButton|ThemeSelect|Logo|shortcuts)', 'course/chapter')],
  [
    'windows',
    those(
      'trace/(?:place|schedule|step|trace|frame)\\.',
      'stage/(?:FedNote|SumLine|WindowLayer|sliding-view|window-view)'
    )
  ],
  [
    'convolution',
    those(
      'engine/(?:exact|kernels/(?:row|convolution\\.|plain))',
      'engine/(?:definitions|operations)/convolution(?:-exact)?\\.'
    )
  ],
  [
    'one-window',
    those(
      'trace/(?:window-trace|grain)',
      'engine/operations/half-turn',
      'describe/formula',
      'kinds/shared/window/(?:words|ShapeBar|model|run)'
    )
  ],
  [
    'editing',
    those(
      'kinds/shared/window/(?:editor|EditBar|values)',
      'engine/operations/padding',
      kinds('visit-counts|padding-modes')
    )
  ],
  ['line', those('kinds/shared/line/(?!entries)', words('walk_'), kinds('window-walk|size-[a-z]*'))],
  [
    'pooling',
    those(kinds('pool[\\w-]*'), 'engine/[a-z]+/pooling', 'trace/pooling-trace', 'describe/pooling-sum')
  ],
  ['photos', those('picture/(?:reading/(?:limits|reading\\.ts|svg|read-picture)|photos)', words('photo_'))],
  ['picture', those('picture/(?!reading|photos|painting/ink)', words('picture_'))],
  [
    'dense',
    those(
      kinds('flatten|weight-count|moving-pattern'),
      'engine/operations/(?:flatten|linear)',
      'engine/[a-z]+/matrix-product'
    )
  ],
  [
    'bank',
    those(kinds('filter-bank|layer-shapes|bias'), 'kinds/shared/(?:filter|Lettered)', 'trace/filter-part')
  ],
  ['channels', those(kinds('channels'), 'describe/channel-sum')],
  ['strides', those(kinds('stride[\\w-]*'))],
  [
    'chance',
    those('practice/session/(?:mastery|plan)\\.', 'engine/random', 'pure-rand', 'exercise/question/draw')
  ],
  [
    'records',
    those(
      'practice/(?:session/(?:review|opening|link|modes)|records/(?:record|store))\\.',
      'course/progress/(?:progress|progress-text|store)\\.'
    )
  ],
  [
    'answers',
    those(
      'practice/ask/(?:words|entries|asking)',
      'practice/session/words',
      'exercise/question/(?:mark|generate)',
      words('practice_(?!due)')
    )
  ],
  [
    'questions',
    those(
      'practice/ask/(?!playback|ScenePlayback|SolutionStage)',
      'practice/(?:session/(?!seed)|question-kind)'
    )
  ],
  [
    'sets',
    those(
      'practice/(?:sets/(?:address|base32|set)|teacher/(?:SetProblems|problem-text))',
      words('teach_|sheet_')
    )
  ],
  ['names', those('practice/(?:names|doors/names)', 'exercise/question/(?:hash|question)')],
  [
    'present',
    those(
      'present/(?!HelpDialog|GoToDialog|QrDialog|ClassQuestion|ClassAnswer|PrintPages|stroke-path|qr\\.)',
      'stage/projected-canvas',
      words('present_')
    )
  ]
];

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['globalVariable', 'baseLocale'],
      emitTsDeclarations: true
    }),
    sveltekit(),
    compileAhead,
    entriesMayShare,
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
              groups: [
                {
                  name: 'base',
                  test: /node_modules[\\/](?:svelte|esm-env|clsx)[\\/]|paraglide[\\/](?:runtime|registry)\.js|vite[\\/]preload-helper/
                },
                // The router stays by itself, although whatever writes a link asks it where the site stands: a page
                // with links alone has no use for the rest.
                { name: 'router', test: those('(?:@sveltejs/kit|devalue)/') },
                ...SHARED.map(([name, test]) => ({
                  name,
                  test,
                  minShareCount: 2,
                  includeDependenciesRecursively: false
                }))
              ]
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
