import { matrix, sameTensor } from '$lib/engine';
import {
  changeGrain,
  windowTrace,
  type Grain,
  type Operation,
  type WindowSettings,
  type WindowTrace
} from '$lib/trace';
import type { SceneModel, SceneRun } from '../model';
import { windowLink } from './link';

/** The numbers of a window as a lesson has them. */
export interface RawSettings {
  readonly input: readonly (readonly (number | string)[])[];
  readonly kernel: readonly (readonly (number | string)[])[];
  readonly stride: number;
  readonly padding: number;
}

/** One or more windows that slide over one input in parallel. The last one is what predictions ask for. */
export interface WindowRun extends SceneRun {
  readonly traces: readonly [WindowTrace, ...WindowTrace[]];
}

/**
 * A scene's numbers as the engine takes them.
 *
 * @throws {ShapeError} when the rows of a matrix differ in length
 */
export function readSettings(raw: RawSettings): WindowSettings {
  return {
    input: matrix(raw.input),
    kernel: matrix(raw.kernel),
    stride: raw.stride,
    padding: raw.padding
  };
}

/** What a prediction asks for: a cell (counted from 1) of the last window. */
export function windowCellAsked(
  { traces }: WindowRun,
  cell: number
): { trace: WindowTrace; cellIndex: number } {
  return { trace: traces[traces.length - 1] ?? traces[0], cellIndex: cell - 1 };
}

/** Windows of one or several operations over the same numbers. */
export function windowModel(
  ...operations: readonly [Operation, ...Operation[]]
): SceneModel<RawSettings, WindowSettings, WindowRun> {
  return {
    grains: ['cell', 'product'],
    read: readSettings,
    same: (left, right) =>
      sameTensor(left.input, right.input) &&
      sameTensor(left.kernel, right.kernel) &&
      left.stride === right.stride &&
      left.padding === right.padding,
    run(settings: WindowSettings, grain: Grain) {
      const [first, ...others] = operations;
      const trace = windowTrace(settings, grain, first);
      return {
        length: trace.length,
        cellsAt: (step) => changeGrain(step, grain, 'cell', trace.taps),
        stepAfter: (cells) => trace.stepAfter(cells),
        traces: [trace, ...others.map((operation) => windowTrace(settings, grain, operation))]
      };
    },
    link: windowLink,
    value(run, cell) {
      const { trace, cellIndex } = windowCellAsked(run, cell);
      return trace.step(trace.stepAfter(cellIndex + 1)).total;
    }
  };
}
