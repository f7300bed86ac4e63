// How long one step of a trace takes, wherever it lies in a large input.
import { Fraction, matrix, tensor } from '$lib/engine';
import { windowTrace } from '$lib/trace';

const SIDE = 512;
const BUDGET = 20;
const SAMPLES = 501;
/** One call is too short for the clock. */
const CALLS = 20;

const pixels = Array.from({ length: SIDE * SIDE }, (_, index) => new Fraction((index * 7919) % 256));
const kernel = matrix([
  [1, 0, -1],
  [2, 0, -2],
  [1, 0, -1]
]);
const input = tensor([1, 1, SIDE, SIDE], pixels);
const trace = windowTrace({ input, kernel, stride: 1, padding: 0 }, 'cell');

/** More than a trace remembers: asking for one of those again would cost nothing. */
const NEIGHBOURS = 200;

/** Median microseconds of one call of `trace.step`, at a place and beside it by turns. */
function medianOf(index: number): number {
  const towards = index + NEIGHBOURS > trace.length ? -1 : 1;
  let next = 0;
  const samples = Array.from({ length: SAMPLES }, () => {
    const begin = performance.now();
    for (let call = 0; call < CALLS; call++) trace.step(index + towards * (next++ % NEIGHBOURS));
    return ((performance.now() - begin) * 1000) / CALLS;
  });
  return samples.sort((left, right) => left - right)[(SAMPLES - 1) / 2] ?? Number.NaN;
}

const places = { first: 1, middle: Math.ceil(trace.length / 2), last: trace.length };

// Once unmeasured, so that the first place does not pay for the compiler.
for (const index of Object.values(places)) medianOf(index);

console.log(`One step, 3×3 kernel on a ${SIDE}×${SIDE} input, median of ${SAMPLES}:`);
const medians = Object.entries(places).map(([name, index]) => {
  const median = medianOf(index);
  const verdict = median <= BUDGET ? 'within' : 'OVER';
  console.log(
    `  ${name.padEnd(6)} step ${index}: ${median.toFixed(2)} µs, ${verdict} the budget of ${BUDGET} µs`
  );
  return median;
});
const [first = Number.NaN, , last = Number.NaN] = medians;
console.log(`  last / first: ${(last / first).toFixed(2)}`);
