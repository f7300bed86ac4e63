import { exactTensor, matrix, relu, rowsOf, sameTensor, type ExactTensor } from '$lib/engine';
import { convolutionTrace, filterPart } from '$lib/trace';
import type { SceneModel } from '../shared/model';
import { reached } from './goal';
import { biasLink } from './link';
import type { BiasRun } from './run';
import type { BiasGoal } from './goal-schema';
import type { BiasSettings, RawBiasSettings } from './settings';

/** The filters as one tensor (FN, 1, FH, FW). */
function bankOf({ kernels }: BiasSettings): ExactTensor {
  return exactTensor(kernels.map((kernel) => [rowsOf(kernel)]));
}

/** One filter or several over one input, each with its bias; one alone perhaps with an activation. */
export const model: SceneModel<RawBiasSettings, BiasSettings, BiasRun> = {
  grains: ['cell', 'product'],
  read: ({ input, kernels, biases, activation }) => ({
    input: matrix(input),
    kernels: kernels.map((kernel) => matrix(kernel)),
    biases: exactTensor(biases).data,
    activation
  }),
  same: (left, right) =>
    sameTensor(left.input, right.input) &&
    left.kernels.every((kernel, index) => sameTensor(kernel, right.kernels[index] ?? left.input)) &&
    left.biases.every((bias, index) => bias.equals(right.biases[index] ?? Number.NaN)),
  run(settings, grain) {
    const { input, biases, activation } = settings;
    const bias = exactTensor([biases.length], biases);
    const trace = convolutionTrace({ input, weight: bankOf(settings), bias }, grain);
    const parts = biases.map((_, filter) => filterPart(trace, filter));
    return {
      length: trace.length,
      cellsAt: (step) => trace.step(step).finished,
      stepAfter: (cells) => trace.stepAfter(cells),
      trace,
      biases,
      parts,
      activated(filter) {
        const map = parts[filter]?.output();
        return map && activation === 'relu' ? relu(map) : null;
      }
    };
  },
  link: biasLink,
  things: [
    ...['input', 'kernel', 'bias', 'bias-a', 'bias-b', 'bias-c', 'output', 'line', 'equation'],
    ...['input-R-C', 'kernel-R-C']
  ],
  values: ['bias-a', 'bias-b', 'bias-c', 'filters', 'taps', 'cells'],
  reached: (goal, _, run) => reached(goal as BiasGoal, run),
  value: ({ trace }, cell) => trace.step(trace.stepAfter(cell)).total
};
