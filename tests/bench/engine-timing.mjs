// How long computations take beside each other.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './figures.mjs';

/** One sample lasts at least so many milliseconds, else the clock is too coarse for it. */
const LEAST_SAMPLE = 2;

setFlagsFromString('--expose-gc');
/** @type {(options?: { type: 'minor' }) => void} */
const collectGarbage = runInNewContext('gc');

/**
 * Brings the memory of this process to where that of a program comes that has run for a while. glibc gives freed memory
 * back to the system, and every page of the next array is new to it, until it has once freed one of nearly 32 MB: from
 * then on it keeps them (mallopt(3), M_MMAP_THRESHOLD and M_TRIM_THRESHOLD). In a fresh process a result of 6.4 MB meets
 * 1568 new pages, which take longer than its arithmetic, or none, as it happens.
 */
export function settleAllocator() {
  new Float64Array(31 * 2 ** 17).fill(1);
  collectGarbage();
  collectGarbage();
}

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
 * meets all of them alike, and begin without the results of the one before: ten of 6.4 MB, freed at once, go back to
 * the system, and the next calls meet new pages. What comes before the first sample lets the compiler finish its work,
 * and the heap become as large as it will be.
 * @template {string} Name
 * @param {Record<Name, () => void>} computations
 * @param {number} [runs]
 * @returns {Record<Name, number>}
 */
export function medians(computations, runs = 15) {
  const entries = /** @type {[Name, () => void][]} */ (Object.entries(computations));
  const prepared = entries.map(([name, compute]) => {
    for (let warmUp = 0; warmUp < 20; warmUp++) compute();
    return { name, compute, calls: callsInASample(compute), samples: /** @type {number[]} */ ([]) };
  });
  for (let run = 0; run < runs; run++) {
    for (const { compute, calls, samples } of prepared) {
      collectGarbage({ type: 'minor' });
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
