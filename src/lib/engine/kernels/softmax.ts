import { zerosLike, type RealData } from '../tensor.ts';

/** How the lines along one dimension lie in row-major data. */
export interface Lines {
  /** Entries of a line. */
  readonly length: number;
  /** From one entry of a line to the next. */
  readonly step: number;
}

/** Calls back for every line along a dimension with the place of its first entry. */
function forEachLine({ length, step }: Lines, cells: number, visit: (start: number) => void): void {
  for (let outer = 0; outer < cells; outer += length * step) {
    for (let start = outer; start < outer + step; start++) visit(start);
  }
}

/**
 * Takes the largest entry of a line from all of its entries, which changes no softmax and lets no exponential
 * overflow: the largest is e⁰ = 1.
 *
 * @returns the sum of the exponentials, between 1 and the length of the line
 */
export function shiftLine(values: RealData, start: number, step: number, shifted: Float64Array): number {
  let largest = -Infinity;
  for (let entry = 0, at = start; entry < shifted.length; entry++, at += step) {
    largest = Math.max(largest, values[at] as number);
  }
  let total = 0;
  for (let entry = 0, at = start; entry < shifted.length; entry++, at += step) {
    const value = (values[at] as number) - largest;
    shifted[entry] = value;
    total += Math.exp(value);
  }
  return total;
}

/** e to each entry over the sum of those of its line. */
export function softmaxLines(values: RealData, lines: Lines): RealData {
  const results = zerosLike(values, values.length);
  const shifted = new Float64Array(lines.length);
  forEachLine(lines, values.length, (start) => {
    const total = shiftLine(values, start, lines.step, shifted);
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      results[at] = Math.exp(shifted[entry] as number) / total;
    }
  });
  return results;
}

/** The logarithms of {@link softmaxLines}, without the detour through numbers that may be too small to hold. */
export function logSoftmaxLines(values: RealData, lines: Lines): RealData {
  const results = zerosLike(values, values.length);
  const shifted = new Float64Array(lines.length);
  forEachLine(lines, values.length, (start) => {
    const logTotal = Math.log(shiftLine(values, start, lines.step, shifted));
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      results[at] = (shifted[entry] as number) - logTotal;
    }
  });
  return results;
}

/** With s = softmax: s(i) · (gradient(i) − Σ over j of gradient(j) · s(j)). */
export function softmaxLinesBackward(gradient: RealData, values: RealData, lines: Lines): RealData {
  const results = zerosLike(gradient, gradient.length);
  const shifted = new Float64Array(lines.length);
  forEachLine(lines, values.length, (start) => {
    const total = shiftLine(values, start, lines.step, shifted);
    let mean = 0;
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      const share = Math.exp(shifted[entry] as number) / total;
      shifted[entry] = share;
      mean += (gradient[at] as number) * share;
    }
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      results[at] = (shifted[entry] as number) * ((gradient[at] as number) - mean);
    }
  });
  return results;
}

/** With s = softmax: gradient(i) − s(i) · Σ over j of gradient(j). */
export function logSoftmaxLinesBackward(gradient: RealData, values: RealData, lines: Lines): RealData {
  const results = zerosLike(gradient, gradient.length);
  const shifted = new Float64Array(lines.length);
  forEachLine(lines, values.length, (start) => {
    const total = shiftLine(values, start, lines.step, shifted);
    let sum = 0;
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      sum += gradient[at] as number;
    }
    for (let entry = 0, at = start; entry < lines.length; entry++, at += lines.step) {
      results[at] = (gradient[at] as number) - (Math.exp(shifted[entry] as number) / total) * sum;
    }
  });
  return results;
}
