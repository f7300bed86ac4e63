import { matrix, maxPoolingCost, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import type { SceneModel } from '../shared/model';
import { reached } from './goal';
import type { PoolingGoal } from './goal-schema';
import { poolingLink } from './link';
import { placeOfStep, type PoolingRun } from './run';
import type { PoolingSettings, RawPoolingSettings } from './settings';
import { tracesOf } from './traces';

/** Maximum or average pooling, or both side by side, channel by channel. */
export const model: SceneModel<RawPoolingSettings, PoolingSettings, PoolingRun> = {
  grains: ['cell'],
  read: ({ channels, ...settings }) => ({ ...settings, channels: channels.map((rows) => matrix(rows)) }),
  same: (left, right) =>
    left.channels.every((plane, channel) => sameTensor(plane, right.channels[channel] ?? plane)) &&
    (['size', 'stride', 'padding', 'ceil'] as const).every((name) => left[name] === right[name]),
  run(settings) {
    const channels = tracesOf(settings);
    const { geometry } =
      channels[0]?.max ?? (channels[0]?.average as NonNullable<(typeof channels)[0]['average']>);
    const cells = geometry.output.height * geometry.output.width;
    const { height, width } = sizeOf(settings.channels[0] as ExactTensor);
    const { size: kernelSize, stride, padding, ceil: ceilMode } = settings;
    const cost = maxPoolingCost([channels.length, height, width], { kernelSize, stride, padding, ceilMode });
    return {
      length: channels.length * cells,
      cellsAt: (step) => step,
      stepAfter(cell) {
        if (cell > channels.length * cells) throw new RangeError(`there are no ${cell} cells`);
        return cell;
      },
      channels,
      geometry,
      cells,
      parameters: cost.parameters
    };
  },
  link: poolingLink,
  things: [...['input', 'output', 'max-map', 'mean-map', 'equation'], ...['input-R-C', 'output-R-C']],
  values: [
    ...['size', 'stride', 'padding', 'taps', 'cells', 'channels', 'parameters'],
    ...['input-height', 'input-width', 'output-height', 'output-width']
  ],
  reached: (goal, _, run) => reached(goal as PoolingGoal, run),
  /** Where both are shown, the mean. */
  value(run, cell) {
    const place = placeOfStep(run, cell);
    const traces = run.channels[place.channel];
    const trace = traces?.average ?? traces?.max;
    if (!trace) throw new RangeError(`there is no cell ${cell}`);
    return trace.step(place.step).total;
  }
};
