// How benchmarks sum up their runs, and how they print a figure beside what is asked of it.

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Prints a figure beside its budget and the ratio of the two: below 1 is within.
 * @param {string} name
 * @param {number} value
 * @param {number} budget
 * @param {string} unit
 */
export function report(name, value, budget, unit) {
  const ratio = budget === 0 ? (value === 0 ? '=' : 'over') : `× ${(value / budget).toFixed(2)}`;
  console.log(
    `  ${name.padEnd(52)} ${value.toFixed(unit === '' ? 3 : unit === '×' ? 2 : 1).padStart(8)} ${unit.padEnd(3)} of ${budget} ${unit}  ${ratio}`
  );
}

/**
 * Prints how many times as fast as something else we are, beside the least that is asked.
 * @param {string} name
 * @param {{ name: string, milliseconds: number }} ours
 * @param {{ name: string, milliseconds: number }} theirs
 * @param {number} least
 */
export function reportSpeed(name, ours, theirs, least) {
  const times = theirs.milliseconds / ours.milliseconds;
  const verdict = times >= least ? 'reached' : 'MISSED';
  const figures = [ours, theirs].map((one) => `${one.name} ${one.milliseconds.toPrecision(3)} ms`);
  console.log(
    `  ${name.padEnd(52)} ${times.toFixed(2).padStart(8)} ×   of ${least} ×  ${verdict}  (${figures.join(', ')})`
  );
}
