// Walking folders.
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Lists the files under a part of a folder; none when that part does not exist.
 * @param {string} folder
 * @param {string} [part] a path inside the folder
 * @returns {string[]} sorted paths from the folder, with forward slashes on every system
 */
export function filesUnder(folder, part = '') {
  const top = join(folder, part);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
