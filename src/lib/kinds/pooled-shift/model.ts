import { Fraction, matrix, maxPool2d, avgPool2d, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import { plainRun, type SceneModel } from '../shared/model';
import { reached } from './goal';
import type { ShiftGoal } from './goal-schema';
import { shiftLink } from './link';
import type { RawShiftSettings, Shifted, ShiftRun, ShiftSettings } from './run';
import { shiftedRight } from './shifted';

function keptCells(now: ExactTensor, before: ExactTensor): number {
  return now.data.filter((value, index) => value.equals(before.data[index] ?? Number.NaN)).length;
}

/** What a shift of the input leaves of a pooled map. */
export const model: SceneModel<RawShiftSettings, ShiftSettings, ShiftRun> = {
  grains: ['cell'],
  read: ({ input, ...settings }) => ({ ...settings, input: matrix(input) }),
  same: (left, right) => sameTensor(left.input, right.input) && left.size === right.size,
  run({ input, operation, size, shifts }) {
    const pool = (image: ExactTensor) =>
      operation === 'max' ? maxPool2d(image, size) : avgPool2d(image, size);
    const own = pool(input);
    const stopAt = (by: number): Shifted => {
      const moved = shiftedRight(input, by);
      const output = pool(moved);
      return {
        input: moved,
        output,
        inputsKept: keptCells(moved, input),
        outputsKept: keptCells(output, own)
      };
    };
    const others = Array.from({ length: shifts }, (_, index) => stopAt(index + 1));
    return { ...plainRun(shifts + 1), stops: [stopAt(0), ...others] };
  },
  link: shiftLink,
  things: ['input', 'output', 'shifted-input', 'shifted-output', 'equation'],
  values: ['size', 'inputs', 'outputs'],
  reached: (goal, _, run) => reached(goal as ShiftGoal, run),
  /** How many outputs are as they were. */
  value({ stops }, cell) {
    const stop = stops[cell - 1];
    if (!stop) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(stop.outputsKept);
  }
};

/** Cells of the input, and of the output. */
export function cellsOf({ stops: [first] }: ShiftRun): { inputs: number; outputs: number } {
  const { input, output } = first;
  const [inside, outside] = [sizeOf(input), sizeOf(output)];
  return { inputs: inside.height * inside.width, outputs: outside.height * outside.width };
}
