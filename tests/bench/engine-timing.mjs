// How long computations take beside each other.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './figures.mjs';

/** One sample lasts at least so many milliseconds, else the clock is too coarse for it. */
const LEAST_SAMPLE = 2;

setFlagsFromString('--expose-gc');
/** @type {() => void} */
const collectGarbage = runInNewContext('gc');

/** @param {() => void} compute */
function callsInASample(compute) {
  for (let calls = 1; ; calls *= 2) {
    const begin = performance.now();
    for (let call = 0; call < calls; call++) compute();
    if (performance.now() - begin >= LEAST_SAMPLE) return calls;
  }
}

/**
 * Median milliseconds of one call of each computation. They take turns, so that whatever else the machine does
 * meets all of them alike; what comes before the first sample lets the compiler finish its work.
 * @template {string} Name
 * @param {Record<Name, () => void>} computations
 * @param {number} [runs]
 * @returns {Record<Name, number>}
 */
export function medians(computations, runs = 15) {
  const entries = /** @type {[Name, () => void][]} */ (Object.entries(computations));
  const prepared = entries.map(([name, compute]) => {
    for (let warmUp = 0; warmUp < 5; warmUp++) compute();
    return { name, compute, calls: callsInASample(compute), samples: /** @type {number[]} */ ([]) };
  });
  for (let run = 0; run < runs; run++) {
    for (const { compute, calls, samples } of prepared) {
      const begin = performance.now();
      for (let call = 0; call < calls; call++) compute();
      samples.push((performance.now() - begin) / calls);
    }
  }
  const found = prepared.map(({ name, samples }) => [name, median(samples)]);
  return Object.fromEntries(found);
}

/**
 * Bytes of typed arrays that a computation allocates.
 * @param {() => void} compute
 */
export function allocatedBy(compute) {
  compute();
  // Twice: the first collection may leave the memory of arrays that it finds to be given back.
  collectGarbage();
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  compute();
  return process.memoryUsage().arrayBuffers - before;
}
