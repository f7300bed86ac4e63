import { matrix, sameTensor } from '$lib/engine';
import { gradePrediction } from '$lib/exercise';
import { changeGrain, windowTrace, type Grain, type Operation, type WindowSettings } from '$lib/trace';
import type { SceneModel } from './model';
import { conventionsReached, windowReached } from './window-goal';
import type { WindowGoal } from './window-goal-schema';
import { windowLink } from './window-link';
import type { WindowRun } from './window-run';

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
const THINGS = ['input', 'kernel', 'output', 'input-R-C', 'kernel-R-C', 'output-R-C', 'equation'];
const VALUES = [
  ...['stride', 'padding', 'taps', 'cells'],
  ...['input-height', 'input-width', 'kernel-height', 'kernel-width', 'output-height', 'output-width']
];

type WindowModel = SceneModel<RawSettings, WindowSettings, WindowRun>;

function windowModel(
  own: Required<Pick<WindowModel, 'reached' | 'things'>>,
  ...operations: readonly [Operation, ...Operation[]]
): WindowModel {
  return {
    ...own,
    values: VALUES,
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
    grade({ traces }, cell, answer, rules) {
      const asked = traces[traces.length - 1] ?? traces[0];
      return gradePrediction(asked, cell - 1, answer, rules);
    }
  };
}

/** One kernel sliding over one input. */
export const slidingWindowModel = windowModel(
  {
    reached: (goal, ...numbers) => windowReached(goal as WindowGoal, ...numbers),
    things: [...THINGS, 'product']
  },
  'conv2d'
);

/** Cross-correlation and convolution side by side, at the same places. */
export const twoConventionsModel = windowModel(
  { reached: conventionsReached, things: THINGS },
  'conv2d',
  'convolve2d'
);
