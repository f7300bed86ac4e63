import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { countOf } from '../geometry/cost.ts';
import { SettingError } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { seededGenerator } from '../random.ts';
import { cellsOf, type RealData, type RealTensor } from '../tensor.ts';
import { inLayer, plannedKind, type Network } from './plan.ts';
import type { NetworkState } from './state.ts';

export interface InitialStateOptions {
  /** The same seed gives the same numbers; 0 unless told. */
  readonly seed?: number;
  /** Double unless told. */
  readonly precision?: 'float64' | 'float32';
}

const INITIAL_STATE_OPTIONS: OptionNames<InitialStateOptions> = { seed: true, precision: true };

/** Room for so many numbers, for each precision. */
const ROOM = {
  float64: (cells: number): RealData => new Float64Array(cells),
  float32: (cells: number): RealData => new Float32Array(cells)
};

/**
 * Numbers for a network to begin with. Weights and biases are drawn uniformly from −1/√I to 1/√I, where I is how many
 * inputs one output sees: what PyTorch does for convolutions and linear layers (`reset_parameters` in
 * torch/nn/modules/conv.py and linear.py; LeCun and others, "Efficient BackProp", for the idea). Batch normalization
 * begins with weight 1, bias 0, mean 0 and variance 1. The same seed gives the same numbers: all are drawn one after
 * the other, layer by layer, weight before bias, in row-major order.
 *
 * @throws {SettingError} when the seed is not a whole number of at most 32 bits, or there is no such precision
 * @throws {TooLargeError} when a layer has more parameters than a tensor has cells
 */
export function initialState(network: Network, options: InitialStateOptions = {}): NetworkState<RealTensor> {
  requireKnownOptions('initialState', options, INITIAL_STATE_OPTIONS);
  const { seed = 0, precision = 'float64' } = options;
  if (!Object.hasOwn(ROOM, precision)) {
    throw new SettingError(
      `initialState: precision must be one of ${Object.keys(ROOM).join(', ')}, not ${String(precision)}`
    );
  }
  const generator = seededGenerator('initialState', seed);
  const zeros = (shape: readonly number[]) => ROOM[precision](cellsOf(shape));
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
      const { constants = {} } = plannedKind(planned).kind;
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
