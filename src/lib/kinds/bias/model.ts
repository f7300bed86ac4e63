import { exactTensor, matrix, relu, rowsOf, sameTensor, type ExactTensor, type Fraction } from '$lib/engine';
import { convolutionTrace, filterPart, type ConvolutionTrace, type SlidingTrace } from '$lib/trace';
import { biasLink } from './link';
import type { BiasSettings, RawBiasSettings } from './settings';
import type { SceneModel, SceneRun } from '../shared/model';

/** One or more filters over one input, one after the other, each with its own bias. */
export interface BiasRun extends SceneRun {
  readonly trace: ConvolutionTrace;
  /** One for each filter. */
  readonly biases: readonly Fraction[];
  /** The steps of each filter by itself. */
  readonly parts: readonly SlidingTrace[];
  /** What the activation makes of a filter's finished map; null where there is none. */
  activated(filter: number): ExactTensor | null;
}

/** The filters as one tensor (FN, 1, FH, FW). */
function bankOf({ kernels, biases }: BiasSettings): ExactTensor {
  const all = biases.map((_, filter) => kernels[kernels.length === 1 ? 0 : filter] as ExactTensor);
  return exactTensor(all.map((kernel) => [rowsOf(kernel)]));
}

/** One kernel or several over one input, with biases and perhaps an activation. */
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
  value: ({ trace }, cell) => trace.step(trace.stepAfter(cell)).total
};
