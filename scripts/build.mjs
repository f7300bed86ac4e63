// Builds the site into build/. As a library: only when something has changed since the last build.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files.mjs';
import { launch } from './launch.mjs';
import { cacheFolder, isStarted, node, root, tool } from './processes.mjs';
import { installDependencies, Problem } from './setup.mjs';

/** All that the site is made from. */
const FOLDERS = ['src', 'lessons', 'messages', 'static', 'scripts/fonts'];
const FILES = [
  'svelte.config.js',
  'vite.config.ts',
  'package-lock.json',
  'scripts/doors.mjs',
  'scripts/fonts.mjs',
  'scripts/shared-scripts.mjs'
];

/** Made by the build itself. */
const GENERATED = /^src\/lib\/(?:paraglide|ui\/fonts|(?:kinds|practice)\/doors)\//;

const SITE = join(root, 'build');
const KOREAN = join(cacheFolder, 'build-ko');
const STAMP = join(cacheFolder, 'build');

/** Builds the site if it is not built or no longer what its sources say. */
export async function buildIfChanged() {
  if (existsSync(join(root, 'build', 'index.html')) && readStamp() === hashInputs()) {
    console.log('The site is built already; nothing has changed.');
    return;
  }
  console.log('Building the site (about a minute)...');
  await build({ quiet: true });
}

/** @param {{ quiet: boolean }} options quiet shows what the tools say only when they fail */
async function build({ quiet }) {
  // The hash from before: a file saved during the build must count as a change after it.
  const hash = hashInputs();
  rmSync(STAMP, { force: true });
  await runStep('The fonts could not be made', () => node(['scripts/fonts.mjs'], { quiet }));
  await buildLanguage('ko', hash, quiet);
  // A fresh installation has no cache yet.
  mkdirSync(cacheFolder, { recursive: true });
  rmSync(KOREAN, { recursive: true, force: true });
  renameSync(SITE, KOREAN);
  await buildLanguage('en', hash, quiet);
  addKorean();
  writeFileSync(STAMP, hash);
}

/**
 * Builds the whole site with scripts whose words are in one language.
 * @param {string} language
 * @param {string} version the same for both
 * @param {boolean} quiet
 */
async function buildLanguage(language, version, quiet) {
  const environment = { STRIDE_LANGUAGE: language, STRIDE_VERSION: version };
  await runStep('The site could not be built', () => tool('vite', ['build'], { quiet, environment }));
}

/** The Korean pages come from their own build, and their scripts stand beside the English ones. */
function addKorean() {
  rmSync(join(SITE, 'ko'), { recursive: true });
  for (const part of ['ko', '_app/immutable']) {
    cpSync(join(KOREAN, part), join(SITE, part), { recursive: true });
  }
  rmSync(KOREAN, { recursive: true });
}

/**
 * @param {string} complaint
 * @param {() => Promise<import('./processes.mjs').Outcome>} step
 */
async function runStep(complaint, step) {
  const { code, output } = await step();
  if (code === 0) return;
  process.stdout.write(output);
  throw new Problem(`${complaint}; the reason is just above.`);
}

function readStamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : undefined;
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const path of [...FOLDERS.flatMap((folder) => filesUnder(root, folder)), ...FILES]) {
    if (GENERATED.test(path)) continue;
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

if (isStarted(import.meta.url)) {
  launch(async () => {
    await installDependencies();
    await build({ quiet: false });
  });
}
