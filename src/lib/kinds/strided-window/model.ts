import { sameTensor } from '$lib/engine';
import { changeGrain, windowTrace } from '$lib/trace';
import type { SceneModel } from '../shared/model';
import { WINDOW_THINGS, windowCellAsked } from '../shared/window/model';
import { unseenLines } from '../shared/window/unseen';
import { stridedLink } from './link';
import type { StridedRun } from './run';
import { readStrided, type RawStridedSettings, type StridedSettings } from './settings';

/** One kernel that jumps over one input. */
export const model: SceneModel<RawStridedSettings, StridedSettings, StridedRun> = {
  grains: ['cell', 'product'],
  read: readStrided,
  same: (left, right) =>
    sameTensor(left.input, right.input) &&
    sameTensor(left.kernel, right.kernel) &&
    left.stride.height === right.stride.height &&
    left.stride.width === right.stride.width,
  run({ input, kernel, stride }, grain) {
    const trace = windowTrace({ input, kernel, stride: [stride.height, stride.width], padding: 0 }, grain);
    return {
      length: trace.length,
      cellsAt: (step) => changeGrain(step, grain, 'cell', trace.taps),
      stepAfter: (cells) => trace.stepAfter(cells),
      traces: [trace],
      unseen: unseenLines(trace.geometry)
    };
  },
  link: stridedLink,
  things: WINDOW_THINGS,
  values: [
    ...['stride', 'stride-down', 'stride-across', 'taps', 'cells', 'places-down', 'places-across'],
    ...['input-height', 'input-width', 'kernel-height', 'kernel-width', 'unseen-rows', 'unseen-columns']
  ],
  /** Both ways a jump and more than one place, and no cell that no window sees. */
  reached(_, { stride }, { traces: [trace], unseen }) {
    const { output } = trace.geometry;
    const least = Math.min(stride.height, stride.width, output.height, output.width);
    return least > 1 && unseen.rows.length === 0 && unseen.columns.length === 0;
  },
  value(run, cell) {
    const { trace, cellIndex } = windowCellAsked(run, cell);
    return trace.step(trace.stepAfter(cellIndex + 1)).total;
  }
};
