import type { ExactTensor } from '$lib/engine';
import type { SceneRun } from '../shared/model';

/** An input that is shifted, and how it is pooled: windows side by side. */
export interface ShiftSettings {
  /** (1, 1, H, W) */
  readonly input: ExactTensor;
  readonly operation: 'max' | 'average';
  /** Cells along one side of the window. */
  readonly size: number;
  /** How far the last step shifts, in cells. */
  readonly shifts: number;
}

/** The same as a lesson has it. */
export type RawShiftSettings = Omit<ShiftSettings, 'input'> & {
  readonly input: readonly (readonly (number | string)[])[];
};

/** An input with its output, and how much is as it was without a shift. */
export interface Shifted {
  readonly input: ExactTensor;
  readonly output: ExactTensor;
  readonly inputsKept: number;
  readonly outputsKept: number;
}

/** Step 1 pools the input as it is; from then on each step shifts it by one cell more. */
export interface ShiftRun extends SceneRun {
  readonly stops: readonly [Shifted, ...Shifted[]];
}
