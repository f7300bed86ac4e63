import { matrix, sameTensor } from '$lib/engine';
import {
  changeGrain,
  windowTrace,
  type Grain,
  type Operation,
  type WindowSettings,
  type WindowTrace
} from '$lib/trace';
import type { SceneModel } from '../model';
import { windowLink } from './link';
import type { WindowRun } from './run';

/** The numbers of a window as a lesson has them. */
export interface RawSettings {
  readonly input: readonly (readonly (number | string)[])[];
  readonly kernel: readonly (readonly (number | string)[])[];
  readonly stride: number;
  readonly padding: number;
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

/** What both kinds of window have on stage; and what only the one that shows products has. */
export const WINDOW_THINGS = [
  'input',
  'kernel',
  'output',
  'input-R-C',
  'kernel-R-C',
  'output-R-C',
  'equation'
];
const VALUES = [
  ...['stride', 'padding', 'taps', 'cells'],
  ...['input-height', 'input-width', 'kernel-height', 'kernel-width', 'output-height', 'output-width']
];

type WindowModel = SceneModel<RawSettings, WindowSettings, WindowRun>;

/** What a prediction asks for: a cell (counted from 1) of the last window. */
export function windowCellAsked(
  { traces }: WindowRun,
  cell: number
): { trace: WindowTrace; cellIndex: number } {
  return { trace: traces[traces.length - 1] ?? traces[0], cellIndex: cell - 1 };
}

/** Windows of one or several operations over the same numbers, with what is particular to the kind. */
export function windowModel(
  own: Required<Pick<WindowModel, 'reached' | 'things'>>,
  ...operations: readonly [Operation, ...Operation[]]
): WindowModel {
  return {
    ...own,
    values: VALUES,
    grains: ['cell', 'product'],
    read: readSettings,
    hands: ({ kernel }) => ({ kernel }),
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
