// Finds and runs the benchmarks, one at a time so that they do not slow each other down.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { isStarted, node, root } from './processes.mjs';

const FOLDER = 'tests/bench';

/**
 * @param {string} url where the built site is served: the benchmarks read it as STRIDE_URL
 * @returns {Promise<number>} 1 when one of them failed
 */
export async function runBenchmarks(url) {
  const files = existsSync(join(root, FOLDER)) ? readdirSync(join(root, FOLDER)).sort() : [];
  const benchmarks = files.filter((name) => /\.bench\.(?:mjs|ts)$/.test(name));
  let worst = benchmarks.length > 0 ? 0 : 1;
  if (worst === 1) console.error(`There is no benchmark in ${FOLDER}.`);
  for (const name of benchmarks) {
    console.log(`\n== ${name} ==\n`);
    const file = `${FOLDER}/${name}`;
    // TypeScript and $lib mean nothing to Node: Vite reads those files for it, by way of this one.
    const parameters = name.endsWith('.ts') ? ['scripts/benchmarks.mjs', file] : [file];
    const { code } = await node(parameters, { environment: { STRIDE_URL: url } });
    worst = Math.max(worst, Math.min(code, 1));
  }
  return worst;
}

/** @param {string} file a TypeScript module, run for what it does when it is loaded */
async function runThroughVite(file) {
  const server = await createServer({
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true }
  });
  await server.ssrLoadModule(join(root, file));
  await server.close();
}

const [, , file] = process.argv;
if (isStarted(import.meta.url) && file !== undefined) await runThroughVite(file);
