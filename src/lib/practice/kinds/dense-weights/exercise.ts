import { convolutionCost, linearCost } from '$lib/engine';
import { DENSE_WEIGHT_RULES, WEIGHT_RULES, wholes, type Answer, type ExerciseKind } from '$lib/exercise';

/** A grey image and a square filter, which make an output without padding, with stride 1. */
export interface WeightParameters {
  readonly height: number;
  readonly width: number;
  /** Cells along one side of the filter. */
  readonly kernel: number;
  /** Whether the question says how large the output is. */
  readonly told: boolean;
}

/** The output, and the weights with which each kind of layer makes it, biases left out. */
export function countedOf({ height, width, kernel }: WeightParameters) {
  const filter = convolutionCost([1, height, width], { filters: 1, kernelSize: kernel, bias: false });
  const [, rows = 0, columns = 0] = filter.outputShape;
  const [inputs, outputs] = [height * width, rows * columns];
  const dense = linearCost([inputs], { outFeatures: outputs, bias: false });
  return { rows, columns, inputs, outputs, dense: dense.parameters, weights: filter.parameters };
}

/** Miscounts the dense layer, and counts the filter rightly. */
const denseBy = (rule: keyof typeof DENSE_WEIGHT_RULES) => (parameters: WeightParameters) => {
  const { inputs, outputs, weights } = countedOf(parameters);
  return DENSE_WEIGHT_RULES[rule]({ inputs, outputs }).map((dense): Answer => [dense, ...wholes(weights)]);
};

/** Miscounts the filter, and counts the dense layer rightly. */
const filterBy = (rule: keyof typeof WEIGHT_RULES) => (parameters: WeightParameters) => {
  const { outputs, dense, weights } = countedOf(parameters);
  return WEIGHT_RULES[rule]({ outputs, weights }).map((filter): Answer => [...wholes(dense), filter]);
};

/** The weights of a dense layer, and of one filter that makes as many outputs. */
export const exercise = {
  draw(draw, level) {
    const [least, most] = ({ 1: [3, 12], 2: [6, 20], 3: [6, 16] } as const)[level];
    const height = draw.whole(least, most);
    const width = level === 3 ? draw.whole(least, most) : height;
    const kernel = draw.whole(2, level === 1 ? 4 : 5);
    return kernel < Math.min(height, width) ? { height, width, kernel, told: level === 1 } : null;
  },
  form: () => ({ form: 'fields', count: 2 }),
  answer(parameters) {
    const { dense, weights } = countedOf(parameters);
    return wholes(dense, weights);
  },
  wrong: {
    'weights-per-position': filterBy('weights-per-position'),
    'one-weight-per-output': filterBy('one-weight-per-output'),
    'one-output': denseBy('one-output'),
    'added-units': denseBy('added-units'),
    'kept-length': denseBy('kept-length')
  }
} satisfies ExerciseKind<WeightParameters>;
