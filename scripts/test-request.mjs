// What `npm test -- ...` asks for: which parts, and what is handed on to the one that runs the files.
import { Problem } from './setup.mjs';

/**
 * @typedef {'check' | 'unit' | 'component' | 'e2e' | 'browsers'} Part
 * @typedef {{ parts: readonly Part[], parameters: readonly string[], dev: boolean }} Request
 * `parameters` go to the runner of the only part as they are; `dev` is for tests against the development server.
 */

/** @type {readonly Part[]} */
const PARTS = ['check', 'unit', 'component', 'e2e', 'browsers'];

/** The only switch of ours. */
const DEV = '--dev';

/**
 * Reads the command line: first the names of parts, then files of one of them, or switches of its runner.
 * @param {readonly string[]} words
 * @returns {Request} all parts when none is named
 * @throws {Problem} when that is nothing that can be run
 */
export function readRequest(words) {
  const dev = words.includes(DEV);
  const rest = words.filter((word) => word !== DEV);
  // A file has a dot or a slash in its name, a switch begins with a dash: a part has neither.
  const end = rest.findIndex((word) => /^-|[./\\]/.test(word));
  const names = end < 0 ? rest : rest.slice(0, end);
  const parameters = end < 0 ? [] : rest.slice(end);

  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) {
    throw new Problem(`There is no part "${unknown}". The parts are: ${PARTS.join(', ')}.`);
  }
  const parts = names.filter(isPart);
  if (parameters.length > 0 && (parts.length !== 1 || parts[0] === 'check')) {
    throw new Problem(
      `Say which part "${parameters[0]}" belongs to, as in: npm test -- e2e tests/e2e/bias.spec.ts`
    );
  }
  if (dev && (parts.length !== 1 || parts[0] !== 'e2e')) {
    throw new Problem(`Only end-to-end tests run against the development server: npm test -- e2e ${DEV}`);
  }
  return { parts: parts.length > 0 ? parts : PARTS, parameters, dev };
}

/**
 * @param {string} word
 * @returns {word is Part}
 */
function isPart(word) {
  return PARTS.some((part) => part === word);
}
