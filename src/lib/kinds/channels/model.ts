import { exactTensor, Fraction, sameTensor } from '$lib/engine';
import { convolutionTrace, filterPart } from '$lib/trace';
import type { SceneModel } from '../shared/model';
import { reached } from './goal';
import type { ChannelsGoal } from './goal-schema';
import { channelsLink } from './link';
import { channelsOf } from './planes';
import type { ChannelsRun, ChannelsSettings, RawChannelsSettings } from './settings';

/** One filter with a bias over an input of several channels. */
export const model: SceneModel<RawChannelsSettings, ChannelsSettings, ChannelsRun> = {
  grains: ['cell', 'product'],
  read: ({ input, filter, bias, ...others }) => ({
    ...others,
    input: exactTensor([input]),
    filter: exactTensor([filter]),
    bias: exactTensor([bias]).data[0] as Fraction
  }),
  same: (left, right) =>
    sameTensor(left.input, right.input) &&
    sameTensor(left.filter, right.filter) &&
    left.bias.equals(right.bias),
  run({ input, filter, bias, counted }, grain) {
    const whole = convolutionTrace({ input, weight: filter, bias: exactTensor([bias]) }, grain);
    const trace = filterPart(whole, 0);
    const { output, kernel } = trace.geometry;
    const cells = output.height * output.width;
    return {
      length: trace.length + (counted ? 1 : 0),
      cellsAt: (step) => (step > trace.length ? cells + 1 : trace.step(step).finished),
      stepAfter: (finished) =>
        counted && finished === cells + 1 ? trace.length + 1 : trace.stepAfter(finished),
      trace,
      bias,
      channels: channelsOf(filter),
      area: kernel.height * kernel.width,
      counted
    };
  },
  link: channelsLink,
  things: ['input', 'kernel', 'product', 'sums', 'bias', 'output', 'equation', 'output-R-C'],
  values: ['channels', 'taps', 'area', 'cells', 'bias'],
  reached: (goal, _, run) => reached(goal as ChannelsGoal, run),
  value({ trace, counted }, cell) {
    const { height, width } = trace.geometry.output;
    if (counted && cell === height * width + 1) return new Fraction(trace.taps + 1);
    return trace.step(trace.stepAfter(cell)).total;
  }
};
