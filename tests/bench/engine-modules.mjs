// What the benchmark of the engine measures, made ready for plain Node: the engine is TypeScript, and TensorFlow.js
// has its modules in a form that Node does not read. Vite bundles both in the same way, as a browser would get them.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const folder = mkdtempSync(join(tmpdir(), 'stride-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {URL} entry
 */
async function bundled(name, entry) {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(entry),
      outDir: join(folder, name),
      minify: false,
      rollupOptions: { output: { entryFileNames: 'module.mjs' } }
    }
  });
  return import(pathToFileURL(join(folder, name, 'module.mjs')).href);
}

/** @returns {Promise<typeof import('../../src/lib/engine/index.ts')>} */
export const importEngine = () =>
  bundled('engine', new URL('../../src/lib/engine/index.ts', import.meta.url));

/** @returns {Promise<typeof import('@tensorflow/tfjs-core')>} */
export async function importTensorflow() {
  const tensorflow = await bundled('tensorflow', new URL('./engine-tensorflow.mjs', import.meta.url));
  tensorflow.enableProdMode();
  await tensorflow.setBackend('cpu');
  return tensorflow;
}

/** @typedef {{ channels: number, side: number, filters: number, kernel: number, padding: number }} Square */

/**
 * The plain loop in C.
 * @param {'float' | 'double'} real
 * @returns {((size: Square, runs: number) => number) | null} median milliseconds; null when there is no compiler
 */
export function compileLoop(real) {
  const program = join(folder, `loop-${real}`);
  const source = fileURLToPath(new URL('./engine-loop.c', import.meta.url));
  const flags = ['-O2', '-fno-tree-vectorize', `-DREAL=${real}`];
  try {
    execFileSync(process.env.CC ?? 'cc', [...flags, '-o', program, source], {
      stdio: ['ignore', 'ignore', 'inherit']
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  return ({ channels, side, filters, kernel, padding }, runs) =>
    Number(
      execFileSync(program, [channels, side, filters, kernel, padding, runs].map(String), {
        encoding: 'utf8'
      })
    );
}
