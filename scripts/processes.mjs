// Starting other programs, the same way on every system.
import { spawn } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Reports, stamps and other leftovers live here: gone with node_modules, never in git. */
export const cacheFolder = join(root, 'node_modules', '.cache', 'stride');

/**
 * @typedef {{ code: number, output: string }} Outcome `output` is empty unless the run was quiet
 * @typedef {{ quiet?: boolean, environment?: Record<string, string>, minutes?: number }} RunOptions
 * `minutes` is how long a program may take before it is taken to hang and stopped
 */

/**
 * Runs a program to its end. Its words go straight to the terminal, or into `output` when quiet.
 * @param {string} command
 * @param {string[]} parameters
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(command, parameters, { quiet = false, environment = {}, minutes } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // Windows finds npm only through a shell.
      shell: process.platform === 'win32' && command === 'npm'
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    child.stderr?.on('data', (text) => (output += text));

    const cancelLimit = minutes === undefined ? () => {} : limit(child, minutes * 60_000);
    /** @param {number} code */
    const end = (code) => {
      cancelLimit();
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/**
 * Stops a program that hangs: politely first, so that it can close its browsers.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} milliseconds
 */
function limit(child, milliseconds) {
  const polite = setTimeout(() => child.kill('SIGTERM'), milliseconds);
  const firm = setTimeout(() => child.kill('SIGKILL'), milliseconds + 5_000);
  return () => {
    clearTimeout(polite);
    clearTimeout(firm);
  };
}

/**
 * Runs a script with this same Node.
 * @param {string[]} parameters the script first
 * @param {RunOptions} [options]
 */
export function node(parameters, options) {
  return run(process.execPath, parameters, options);
}

/**
 * Runs a program that an installed package brings, without a shell and without npx.
 * @param {string} packageName
 * @param {string[]} parameters
 * @param {RunOptions & { program?: string }} [options] `program` where its name is not the package's
 */
export function tool(packageName, parameters, { program, ...options } = {}) {
  return node([programOf(packageName, program), ...parameters], options);
}

/**
 * @param {string} packageName
 * @param {string} [program]
 */
function programOf(packageName, program = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/**
 * Says whether a module is the program that was started, and not merely imported.
 * @param {string} moduleUrl its `import.meta.url`
 */
export function isStarted(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}
