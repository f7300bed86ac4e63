import { exactTensor, matrix, relu, rowsOf, sameTensor, type ExactTensor } from '$lib/engine';
import { gradeBiased } from '$lib/exercise';
import { convolutionTrace, filterPart } from '$lib/trace';
import { biasReached } from './bias-goal';
import type { BiasGoal } from './bias-goal-schema';
import { biasLink } from './bias-link';
import type { BiasRun } from './bias-run';
import type { BiasSettings, RawBiasSettings } from './bias-settings';
import type { SceneModel } from './model';

/** The filters as one tensor (FN, 1, FH, FW). */
function bankOf({ kernels, biases }: BiasSettings): ExactTensor {
  const all = biases.map((_, filter) => kernels[kernels.length === 1 ? 0 : filter] as ExactTensor);
  return exactTensor(all.map((kernel) => [rowsOf(kernel)]));
}

/** One kernel or several over one input, with biases and perhaps an activation. */
export const biasModel: SceneModel<RawBiasSettings, BiasSettings, BiasRun> = {
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
    ...['input', 'kernel', 'bias', 'bias-a', 'bias-b', 'bias-c', 'output', 'equation'],
    ...['input-R-C', 'kernel-R-C']
  ],
  values: ['bias-a', 'bias-b', 'bias-c', 'filters', 'taps', 'cells'],
  reached: (goal, settings, run) => biasReached(goal as BiasGoal, settings, run),
  grade: ({ trace, biases }, cell, answer, rules) => gradeBiased(trace, biases, cell - 1, answer, rules)
};
