import { rowsOf, type ExactTensor } from '$lib/engine';
import { plus, ratio, ratioOf, times, total, type Ratio } from './ratio';

/** A value of the window and the weight on it. */
export interface Pairing {
  readonly value: Ratio;
  readonly weight: Ratio;
}

interface Setting {
  readonly input: ExactTensor;
  readonly kernel: ExactTensor;
  readonly stride: number;
  readonly padding: number;
}

function ratios(image: ExactTensor): Ratio[][] {
  return rowsOf(image).map((row) => row.map(ratioOf));
}

/** The matrix with a border of zeros written out. */
function bordered(rows: Ratio[][], padding: number): Ratio[][] {
  const side = Array.from({ length: padding }, () => ratio(0));
  const padded = rows.map((row) => [...side, ...row, ...side]);
  const edge = () => (padded[0] ?? []).map(() => ratio(0));
  return [...side.map(edge), ...padded, ...side.map(edge)];
}

/** Turned upside down and left to right. */
export function turned<Entry>(rows: readonly (readonly Entry[])[]): Entry[][] {
  return [...rows].reverse().map((row) => [...row].reverse());
}

/** What lies on what at every place of the kernel, row by row of the output: found by trying every place. */
export function pairings(setting: Setting, kernelIsTurned = false): Pairing[][][] {
  const image = bordered(ratios(setting.input), setting.padding);
  const weights = kernelIsTurned ? turned(ratios(setting.kernel)) : ratios(setting.kernel);
  const found: Pairing[][][] = [];
  for (let top = 0; top + weights.length <= image.length; top += setting.stride) {
    const line: Pairing[][] = [];
    const width = image[0]?.length ?? 0;
    for (let left = 0; left + (weights[0]?.length ?? 0) <= width; left += setting.stride) {
      line.push(
        weights.flatMap((row, down) =>
          row.map((weight, across) => ({ value: image[top + down]?.[left + across] as Ratio, weight }))
        )
      );
    }
    found.push(line);
  }
  return found;
}

/** The sum of products. */
export function dot(pairs: readonly Pairing[]): Ratio {
  return total(pairs.map(({ value, weight }) => times(value, weight)));
}

/** The sum of the values and of the weights. */
export function addedUp(pairs: readonly Pairing[]): Ratio {
  return total(pairs.map(({ value, weight }) => plus(value, weight)));
}
