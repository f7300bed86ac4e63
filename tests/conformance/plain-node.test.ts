import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesUnder } from '../../scripts/files.mjs';

/** Below node_modules, so that the engine finds the two packages that it needs. */
const CACHE = 'node_modules/.cache/stride';
let folder: string;

/** The engine with its types taken away and nothing else done to it: no bundler, no alias, no page. */
beforeAll(() => {
  mkdirSync(CACHE, { recursive: true });
  folder = mkdtempSync(join(CACHE, 'plain-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const path of filesUnder('src/lib/engine')) {
    const to = join(folder, path.replace(/\.ts$/, '.js'));
    const { outputText } = ts.transpileModule(readFileSync(join('src/lib/engine', path), 'utf8'), {
      compilerOptions: {
        target: ts.ScriptTarget.ES2022,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        rewriteRelativeImportExtensions: true
      }
    });
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, outputText);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the engine runs in plain Node: exact and real numbers, and expressions', () => {
  const program = `
    import { conv2d, matrix, readNumber, rowsOf, toReal } from './index.js';
    const input = matrix([[1,0,2,3],[2,1,0,1],[1,0,1,3],[2,0,3,2]]);
    const kernel = matrix([[1,2,0],[3,2,1],[0,1,3]]);
    const map = conv2d(input, kernel);
    const third = await readNumber('(1 + 1) / 6');
    console.log(JSON.stringify({
      exact: rowsOf(map).map((row) => row.map(String)),
      real: [...conv2d(toReal(input), toReal(kernel)).data],
      third: third.toFraction()
    }));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8'
  });
  // The 4×4 example: 12 18 / 17 15.
  expect(JSON.parse(output)).toEqual({
    exact: [
      ['12', '18'],
      ['17', '15']
    ],
    real: [12, 18, 17, 15],
    third: '1/3'
  });
});
