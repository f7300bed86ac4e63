// What a fresh clone needs before anything else can run: its packages and, for tests, a browser.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { node, root, run, tool } from './processes.mjs';

/** Something that the person at the keyboard can put right: shown as a sentence, without a trace. */
export class Problem extends Error {
  /** @override */
  name = 'Problem';
}

const LOCK = join(root, 'package-lock.json');
const INSTALLED = join(root, 'node_modules', '.package-lock.json');
const STAMP = join(root, 'node_modules', '.stride-lock');

/** Installs the packages of package-lock.json, unless they are there already. */
export async function installDependencies() {
  const hash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
  if (readIfThere(STAMP) === hash) return;
  if (!isInstalled(readIfThere(LOCK), readIfThere(INSTALLED))) await install();
  writeFileSync(STAMP, hash);
}

/**
 * Says whether what npm has installed is what the lock file asks for.
 * @param {string | undefined} lock package-lock.json
 * @param {string | undefined} installed node_modules/.package-lock.json, npm's own record
 */
export function isInstalled(lock, installed) {
  if (lock === undefined || installed === undefined) return false;
  const wanted = JSON.parse(lock).packages;
  const present = JSON.parse(installed).packages;
  return Object.keys({ ...wanted, ...present })
    .filter((path) => path !== '')
    .every((path) => {
      const [want, have] = [wanted[path], present[path]];
      // What only one of them names must be something made for some systems and not for others.
      return want && have ? want.version === have.version : (want ?? have).optional === true;
    });
}

async function install() {
  console.log('Installing packages (a minute or two, only this once)...');
  // The tools are development dependencies: they are wanted even under NODE_ENV=production.
  const parameters = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  const { code } = npm?.endsWith('.js') ? await node([npm, ...parameters]) : await run('npm', parameters);
  if (code === 0) return;
  throw new Problem(
    'The packages could not be installed; npm says why just above. ' +
      'Without a network nothing can be fetched: try again once there is one.'
  );
}

/**
 * What the tests want of Debian. The letters of the first font are as wide as Arial's, and the syllables of the second
 * as wide as its name says in scripts/fonts/fallback.mjs: what stands in until the site's font has arrived is measured
 * after them.
 */
const DEBIAN_FONTS = ['fonts-liberation', 'fonts-nanum'];
const APT_GET = '/usr/bin/apt-get';

/** @type {Promise<string> | undefined} */
let browser;

/**
 * Finds a Chromium, fetching one if need be, and leaves its path in CHROMIUM_PATH for the tests. It looks only once:
 * what could not be fetched for one part cannot be fetched for the next.
 * @returns {Promise<string>}
 * @throws {Problem} when there is none to be had
 */
export function findBrowser() {
  browser ??= lookForBrowser();
  return browser;
}

async function lookForBrowser() {
  const path = chosenBrowser() ?? (await installedBrowser()) ?? (await fetchedBrowser());
  if (path === undefined) throw new Problem(adviseBrowser(existsSync(APT_GET)));
  process.env.CHROMIUM_PATH = path;
  return path;
}

/**
 * What to do where no browser is to be had.
 * @param {boolean} isDebian whether packages are installed with apt-get here
 */
export function adviseBrowser(isDebian) {
  const install = isDebian
    ? `Install one (sudo apt-get install chromium ${DEBIAN_FONTS.join(' ')})`
    : 'Install one';
  return (
    'The tests need Chromium or Chrome, and none was found or could be fetched. ' +
    `${install}, or name one you have: CHROMIUM_PATH=/path/to/chrome npm test`
  );
}

function chosenBrowser() {
  const path = process.env.CHROMIUM_PATH;
  if (path && !existsSync(path)) {
    throw new Problem(`CHROMIUM_PATH names ${path}, and there is no such file.`);
  }
  return path || undefined;
}

async function installedBrowser() {
  return [...usualPlaces(), await playwrightsOwn()].find(isBrowser);
}

/** @returns {string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter((folder) => folder !== undefined)
      .map((folder) => join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'));
  }
  // The first is Chromium without a browser's window: the same pages in half the time.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable'
  ];
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/**
 * A file of the right name may still be a stub that only asks for another package, so it is asked
 * its version. (On Windows that question would open a window.)
 * @param {string} path
 */
export function isBrowser(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** Says whether packages of the system can be installed here. */
export function mayInstall() {
  return process.getuid?.() === 0 && existsSync(APT_GET);
}

async function fetchedBrowser() {
  console.log('Fetching a browser for the tests (only this once)...');
  if (mayInstall()) {
    await installChromium();
    const path = usualPlaces().find(isBrowser);
    if (path !== undefined) return path;
  }
  const libraries = mayInstall() ? ['--with-deps'] : [];
  await tool('playwright', ['install', ...libraries, 'chromium']);
  const path = await playwrightsOwn();
  return isBrowser(path) ? path : undefined;
}

async function installChromium() {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { environment });
  const parameters = ['install', '-y', '--no-install-recommends', ...DEBIAN_FONTS];
  const { code } = await run('apt-get', [...parameters, 'chromium-headless-shell'], { environment });
  // Older releases of Debian have only the whole browser.
  if (code !== 0) await run('apt-get', [...parameters, 'chromium'], { environment });
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
