// The doors of the kinds of scene, made from their folders: what a lesson may write down (models, and schemas one by one
// for scenes that are made while a page is open), what draws it (stages), what stands there without scripts (finished),
// and where a page finds their scripts (sources); and those of the kinds of exercise. So are the message files that the
// words of the interface are read from. A folder that is not whole, and two message files with the same key, fail with
// a sentence.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isStarted, root } from './processes.mjs';

const KINDS = 'src/lib/kinds';
/** Folders beside the kinds that are none: what several build on, and the doors. */
const NO_KINDS = ['shared', 'doors'];
/** What every kind has. `wrong` may be empty, where nothing is predicted. */
const NEEDED = [
  'schema.ts',
  'model.ts',
  'wrong.ts',
  'words.ts',
  'Stage.svelte',
  'Finished.svelte',
  'index.ts'
];
const EXERCISES = 'src/lib/practice/kinds';
/** What every kind of exercise has. */
const NEEDED_OF_EXERCISES = ['exercise.ts', 'index.ts', 'en.json', 'ko.json'];
const LOCALES = ['en', 'ko'];
const NOTE = '// Made from the folders of the kinds by scripts/doors.mjs.\n';

/**
 * @param {string} folder the top folder of a project
 * @param {string} home the folder of the kinds
 * @param {readonly string[]} needed the files that each of them has
 * @returns {string[]} the names of the kinds
 * @throws {Error} when a kind is not whole
 */
function foldersOf(folder, home, needed) {
  if (!existsSync(join(folder, home))) return [];
  const kinds = readdirSync(join(folder, home), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NO_KINDS.includes(entry.name))
    .map(({ name }) => name)
    .sort();
  for (const kind of kinds) {
    const missing = needed.find((file) => !existsSync(join(folder, home, kind, file)));
    if (missing) throw new Error(`${home}/${kind} is not whole: it has no ${missing}`);
  }
  return kinds;
}

/**
 * @param {string} folder the top folder of a project
 * @returns {string[]} the names of the kinds of scene
 * @throws {Error} when a kind is not whole
 */
export const kindsIn = (folder) => foldersOf(folder, KINDS, NEEDED);

/**
 * @param {string} folder the top folder of a project
 * @returns {string[]} the names of the kinds of exercise
 * @throws {Error} when a kind is not whole
 */
export const exercisesIn = (folder) => foldersOf(folder, EXERCISES, NEEDED_OF_EXERCISES);

/** @param {string} kind */
const variable = (kind) => kind.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * @param {readonly string[]} kinds
 * @param {(kind: string) => string} line
 */
const table = (kinds, line) => kinds.map((kind) => `  '${kind}': ${line(kind)}`).join(',\n');

/**
 * @param {string} folder
 * @param {readonly string[]} kinds
 */
function modelsDoor(folder, kinds) {
  /** @param {string} kind whether a lesson may ask for something in its scenes */
  const hasGoals = (kind) => existsSync(join(folder, KINDS, kind, 'goal-schema.ts'));
  const imports = kinds.map((kind) => {
    const name = variable(kind);
    return [
      `import { schema as ${name}Schema } from '../${kind}/schema';`,
      ...(hasGoals(kind)
        ? [`import { goalSchema as ${name}GoalSchema } from '../${kind}/goal-schema';`]
        : []),
      `import { model as ${name}Model } from '../${kind}/model';`,
      `import { wrong as ${name}Wrong } from '../${kind}/wrong';`
    ].join('\n');
  });
  /** @param {string} kind */
  const parts = (kind) =>
    ['schema', ...(hasGoals(kind) ? ['goalSchema'] : []), 'model', 'wrong']
      .map((part) => `${part}: ${variable(kind)}${part[0]?.toUpperCase()}${part.slice(1)}`)
      .join(', ');
  return `${imports.join('\n')}\n\nexport const KIND_MODELS = {\n${table(kinds, (kind) => `{ ${parts(kind)} }`)}\n};\n`;
}

/** @param {readonly string[]} kinds */
function stagesDoor(kinds) {
  const loaders = table(kinds, (kind) => `async () => (await import('../${kind}')).default`);
  return `export const KIND_STAGES = {\n${loaders}\n};\n`;
}

/** @param {readonly string[]} kinds */
function finishedDoor(kinds) {
  const imports = kinds.map((kind) => `import ${variable(kind)} from '../${kind}/Finished.svelte';`);
  return `${imports.join('\n')}\n\nexport const KIND_FINISHED = {\n${table(kinds, variable)}\n};\n`;
}

/** @param {readonly string[]} kinds */
function schemasDoor(kinds) {
  const loaders = table(kinds, (kind) => `async () => (await import('../${kind}/schema')).schema`);
  return `export const KIND_SCHEMAS = {\n${loaders}\n};\n`;
}

/** @param {readonly string[]} kinds */
function exercisesDoor(kinds) {
  const imports = kinds.map(
    (kind) => `import { exercise as ${variable(kind)} } from '../kinds/${kind}/exercise';`
  );
  return `${imports.join('\n')}\n\nexport const EXERCISES = {\n${table(kinds, variable)}\n};\n`;
}

/** @param {readonly string[]} kinds */
function questionsDoor(kinds) {
  const loaders = table(kinds, (kind) => `async () => (await import('../kinds/${kind}')).default`);
  return `export const QUESTIONS = {\n${loaders}\n};\n`;
}

/** @param {readonly string[]} kinds */
function namesDoor(kinds) {
  return `export const EXERCISE_NAMES = [\n${kinds.map((kind) => `  '${kind}'`).join(',\n')}\n] as const;\n`;
}

/** @param {readonly string[]} kinds */
function sourcesDoor(kinds) {
  const sources = table(kinds, (kind) => `'${KINDS}/${kind}/index.ts'`);
  return `export const KIND_SOURCES = {\n${sources}\n};\n`;
}

/**
 * The message files of a language: those of the interface, and those of the kinds that have words of their own.
 * @param {string} folder
 * @param {readonly string[]} kinds
 * @returns {string[]} paths with {locale} for the language
 * @throws {Error} when a kind has words in one language only, or a key stands in two files
 */
export function messageFiles(folder, kinds) {
  const own = kinds.filter((kind) => {
    const there = LOCALES.filter((locale) => existsSync(join(folder, KINDS, kind, `${locale}.json`)));
    if (there.length === 1) throw new Error(`${KINDS}/${kind} has words in ${there[0]} only`);
    return there.length > 0;
  });
  const patterns = [
    'messages/{locale}.json',
    ...own.map((kind) => `${KINDS}/${kind}/{locale}.json`),
    ...exercisesIn(folder).map((kind) => `${EXERCISES}/${kind}/{locale}.json`)
  ];
  for (const locale of LOCALES) {
    /** @type {Map<string, string>} */
    const homes = new Map();
    for (const file of patterns.map((pattern) => pattern.replace('{locale}', locale))) {
      for (const key of Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
        const other = homes.get(key);
        if (key !== '$schema' && other)
          throw new Error(`the words "${key}" stand in ${other} and in ${file}`);
        homes.set(key, file);
      }
    }
  }
  return patterns;
}

/** @param {readonly string[]} patterns */
function inlangSettings(patterns) {
  const settings = {
    baseLocale: 'en',
    locales: LOCALES,
    modules: ['./node_modules/@inlang/plugin-message-format/dist/index.js'],
    'plugin.inlang.messageFormat': { pathPattern: patterns.map((pattern) => `./${pattern}`) }
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/**
 * Writes a file unless it says so already: whoever watches it would start anew.
 * @param {string} path
 * @param {string} text
 */
function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Makes the doors anew.
 * @param {string} folder the top folder of a project
 */
export function writeDoors(folder = root) {
  const kinds = kindsIn(folder);
  const doors = {
    models: modelsDoor(folder, kinds),
    stages: stagesDoor(kinds),
    schemas: schemasDoor(kinds),
    finished: finishedDoor(kinds),
    sources: sourcesDoor(kinds)
  };
  for (const [name, text] of Object.entries(doors)) {
    write(join(folder, KINDS, 'doors', `${name}.ts`), NOTE + text);
  }
  const exercises = exercisesIn(folder);
  write(join(folder, EXERCISES, '../doors/names.ts'), NOTE + namesDoor(exercises));
  write(join(folder, EXERCISES, '../doors/exercises.ts'), NOTE + exercisesDoor(exercises));
  write(join(folder, EXERCISES, '../doors/questions.ts'), NOTE + questionsDoor(exercises));
  write(join(folder, 'project.inlang/settings.json'), inlangSettings(messageFiles(folder, kinds)));
}

if (isStarted(import.meta.url)) writeDoors();
