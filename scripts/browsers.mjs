// Firefox and WebKitGTK, in which the built site is tried beside Chromium: finding them, installing them.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './processes.mjs';
import { isBrowser, mayInstall, Problem } from './setup.mjs';

/** WebKitGTK's small browser needs a screen, which Xvfb pretends, and a session bus. */
const WEBKIT_TOOLS = ['WebKitWebDriver', 'xvfb-run', 'xauth', 'dbus-run-session'];
const PACKAGES = ['firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth', 'dbus'];

/**
 * The browsers that are on this machine, as the variables in which their tests expect them.
 * @returns {Record<string, string>} FIREFOX_PATH and MINIBROWSER_PATH, or fewer
 */
export function otherBrowsers() {
  const firefox = ['firefox-esr', 'firefox'].map(inPath).find((path) => path && isBrowser(path));
  const webkit = WEBKIT_TOOLS.every(inPath) ? miniBrowser() : undefined;
  return {
    ...(firefox === undefined ? {} : { FIREFOX_PATH: firefox }),
    ...(webkit === undefined ? {} : { MINIBROWSER_PATH: webkit })
  };
}

/** Installs what is missing of both browsers. */
export async function installOtherBrowsers() {
  if (Object.keys(otherBrowsers()).length === 2) return;
  const names = PACKAGES.join(' ');
  if (!mayInstall()) {
    throw new Problem(`Firefox and WebKitGTK can only be installed by root: apt-get install ${names}`);
  }
  console.log('Installing Firefox and WebKitGTK (only this once)...');
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { environment });
  const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], {
    environment
  });
  if (code === 0) return;
  throw new Problem(`Firefox and WebKitGTK could not be installed (${names}); apt-get says why just above.`);
}

/** @param {string} name */
function inPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** It lies beside WebKit's own programs, in a folder named after the machine and the version of its interface. */
function miniBrowser() {
  const libraries = '/usr/lib';
  if (!existsSync(libraries)) return undefined;
  return readdirSync(libraries)
    .flatMap((machine) => ['4.1', '4.0'].map((version) => `${machine}/webkit2gtk-${version}`))
    .map((folder) => join(libraries, folder, 'MiniBrowser'))
    .find((path) => existsSync(path));
}
