import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { countOf } from '../geometry/cost.ts';
import { seededGenerator } from '../random.ts';
import { cellsOf, type RealTensor } from '../tensor.ts';
import { inLayer, plannedKind, type Network } from './plan.ts';
import type { NetworkState } from './state.ts';

/**
 * Numbers for a network to begin with. Weights and biases are drawn uniformly from −1/√I to 1/√I, where I is how many
 * inputs one output sees: what PyTorch does for convolutions and linear layers (`reset_parameters` in
 * torch/nn/modules/conv.py and linear.py; LeCun and others, "Efficient BackProp", for the idea). Batch normalization
 * begins with weight 1, bias 0, mean 0 and variance 1. The same seed gives the same numbers: all are drawn one after
 * the other, layer by layer, weight before bias, in row-major order.
 *
 * @param options `seed`, 0 unless told, and `precision`, double unless told
 * @throws {SettingError} when the seed is not a whole number of at most 32 bits
 * @throws {TooLargeError} when a layer has more parameters than a tensor has cells
 */
export function initialState(
  network: Network,
  { seed = 0, precision = 'float64' }: { seed?: number; precision?: 'float64' | 'float32' } = {}
): NetworkState<RealTensor> {
  const generator = seededGenerator('initialState', seed);
  const zeros = (shape: readonly number[]) =>
    precision === 'float32' ? new Float32Array(cellsOf(shape)) : new Float64Array(cellsOf(shape));
  /** Tensors of the given shapes. What a layer draws is bounded by the fan-in of its weight. */
  const fill = (
    shapes: Readonly<Record<string, readonly number[]>>,
    constants: Readonly<Record<string, number>>
  ) => {
    const bound = 1 / Math.sqrt(countOf(shapes.weight?.slice(1) ?? []));
    return Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => {
        const constant = constants[name];
        const draw = () => (2 * uniformFloat64(generator) - 1) * bound;
        const data = constant === undefined ? zeros(shape).map(draw) : zeros(shape).fill(constant);
        return [name, { shape, data }];
      })
    );
  };
  const filled = network.layers.map((planned, index) =>
    inLayer('initialState', index, planned.name, () => {
      const { constants = {} } = plannedKind(planned);
      return {
        parameters: fill(planned.parameterShapes, constants),
        buffers: fill(planned.bufferShapes, constants)
      };
    })
  );
  return {
    parameters: filled.map(({ parameters }) => parameters),
    buffers: filled.map(({ buffers }) => buffers)
  };
}
