import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

/**
 * What the pure folders, which know no page, no clock and no chance, may not touch.
 * @type {import('eslint').Linter.RulesRecord}
 */
const pure = {
  'no-restricted-globals': ['error', 'Date', 'window', 'document'],
  'no-restricted-properties': [
    'error',
    { object: 'Math', property: 'random', message: 'Draw from a generator with a seed.' }
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: '^(svelte|d3|d3-[^/]+|\\$app|\\$env)(/|$)',
          message: 'The pure folders know no page and no framework.'
        },
        {
          regex: '^\\$lib/(paraglide|describe|picture|stage|ui|search)(/|$)',
          message: 'The pure folders know no words and no pictures.'
        }
      ]
    }
  ]
};

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'build/',
      '.svelte-kit/',
      'test-results/',
      'src/lib/paraglide/',
      'src/lib/ui/fonts/',
      'src/lib/kinds/doors/',
      'project.inlang/'
    ]
  },
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // What a signature asks for and nobody needs begins with a line.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // TypeScript knows every name that exists ...
      'no-undef': 'off',
      // The site may stand in any folder. A lesson replaces only the query of its address, which is the same in each.
      'svelte/no-navigation-without-resolve': ['error', { ignoreReplaceState: true }]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      // svelte.config.js is read by the parser itself: its functions have no place in the cache's key.
      parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser }
    }
  },
  // ... but in scripts that it is not asked about.
  { files: ['**/*.mjs', '**/*.js'], rules: { 'no-undef': 'error' } },
  { files: ['src/**'], rules: { 'no-console': 'error' } },
  {
    // What reaches a reader must be known to the oldest browsers of package.json.
    ...compat.configs['flat/recommended'],
    files: ['src/**'],
    ignores: ['**/*.server.ts']
  },
  {
    files: ['src/**/*.svelte'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name=/^(closedby|command|commandfor|interestfor)$/]',
          message: 'Not every browser of package.json knows this attribute (see lightDismiss for dialogs).'
        }
      ]
    }
  },
  {
    files: [
      'src/lib/{engine,trace,exercise}/**',
      'src/lib/kinds/**/{schema,model,link,settings,wrong,limits,lightness,schema-parts,matrix-text,pasted-text,pasted-brackets}.ts',
      'src/lib/practice/kinds/*/exercise.ts'
    ],
    rules: pure
  },
  {
    // Read by whatever Node there is, so that it can say when that is too old.
    files: ['scripts/launch.mjs'],
    languageOptions: { ecmaVersion: 2015 },
    rules: { 'no-var': 'off' }
  }
);
