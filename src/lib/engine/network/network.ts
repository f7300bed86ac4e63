import { SettingError, ShapeError, shapeText } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { seededGenerator } from '../random.ts';
import { sameShape, type AnyTensor } from '../tensor.ts';
import type { ParameterSet } from './parameters.ts';
import { inLayer, plannedKind, type Network } from './plan.ts';
import { requireState, type NetworkState } from './state.ts';

/** All that happened on the way forward, as plain data: what the way back needs, and what can be shown. */
export interface Tape<T extends AnyTensor> {
  readonly network: Network;
  /** The numbers that were used. */
  readonly state: NetworkState<T>;
  readonly training: boolean;
  /** The input, and then what each layer made of what is before it: one more than there are layers. */
  readonly activations: readonly T[];
  /** For each layer what else its way back needs: the mask of a dropout. */
  readonly kept: readonly (T | undefined)[];
}

export interface ForwardOptions {
  /** Whether batch normalization uses the moments of this batch, and dropout drops; false unless told. */
  readonly training?: boolean;
  /** What dropout draws from in training: a new one for every step. */
  readonly seed?: number;
}

const FORWARD_OPTIONS: OptionNames<ForwardOptions> = { training: true, seed: true };

export interface BackwardOptions {
  /**
   * Whether the gradient of the network's input is wanted too, which costs as much as a whole layer and is of no use in
   * training; false unless told.
   */
  readonly inputGradient?: boolean;
}

const BACKWARD_OPTIONS: OptionNames<BackwardOptions> = { inputGradient: true };

/** A seed for each layer. */
function seedsOf(operation: string, network: Network, training: boolean, seed: number | undefined): number[] {
  const drawing = network.layers.findIndex((planned) => plannedKind(planned).kind.random);
  if (!training || drawing < 0) return network.layers.map(() => 0);
  if (seed === undefined) {
    throw new SettingError(
      `${operation}: layer ${drawing} (${network.layers[drawing]?.name}) draws by chance in training; give a seed, a new one for every step`
    );
  }
  const generator = seededGenerator(operation, seed);
  return network.layers.map(() => generator.next());
}

/** @throws {ShapeError} when the tensor does not have so many entries of the shape; 'N' stands for any number */
function requireBatch(
  operation: string,
  what: string,
  { shape }: AnyTensor,
  images: number | 'N',
  entry: readonly number[]
): void {
  const wanted = [images === 'N' ? (shape[0] ?? 0) : images, ...entry];
  if (sameShape(shape, wanted)) return;
  throw new ShapeError(
    `${operation}: ${what} must be [${[images, ...entry].join(', ')}]; it is ${shapeText(shape)}`
  );
}

/**
 * What the network makes of a batch. Exact tensors stay exact where all layers are rational.
 *
 * @param state as `initialState` gives it, with parameters as an optimizer has changed them
 * @param input [N, …], the shape of the network's input behind the batch
 * @returns the output, [N, …]; the tape for {@link backward}; and the buffers after this batch, which differ from
 * those given when a batch normalization trains
 * @throws {ShapeError} when input or state do not fit the network, are of different number systems, or are exact and
 * a layer is not rational
 * @throws {SettingError} when a dropout trains without a seed, or the seed is not a whole number
 * @throws {NonFiniteError} when a number, given or computed, is not finite; the message says in which layer
 */
export function forward<T extends AnyTensor>(
  network: Network,
  state: NetworkState<T>,
  input: T,
  options?: ForwardOptions
): { output: T; tape: Tape<T>; buffers: ParameterSet<T> };
export function forward(
  network: Network,
  state: NetworkState<AnyTensor>,
  input: AnyTensor,
  options: ForwardOptions = {}
): { output: AnyTensor; tape: Tape<AnyTensor>; buffers: ParameterSet<AnyTensor> } {
  requireKnownOptions('forward', options, FORWARD_OPTIONS);
  const { training = false, seed } = options;
  requireBatch('forward', 'the input', input, 'N', network.inputShape);
  requireState('forward', network, state);
  const seeds = seedsOf('forward', network, training, seed);
  const activations = [input];
  const kept: (AnyTensor | undefined)[] = [];
  let output = input;
  const buffers = network.layers.map((planned, index) => {
    const remembered = state.buffers[index] ?? {};
    const { kind, settings } = plannedKind(planned);
    const result = inLayer('forward', index, planned.name, () =>
      kind.forward({
        settings,
        input: output,
        values: { ...state.parameters[index], ...remembered },
        training,
        seed: seeds[index] as number
      })
    );
    output = result.output;
    activations.push(output);
    kept.push(result.kept);
    return result.buffers ?? remembered;
  });
  return { output, tape: { network, state, training, activations, kept }, buffers };
}

/** Gradients of all parameters, in their shapes, and that of the network's input if it was asked for. */
export interface NetworkGradients<T extends AnyTensor, Input extends T | null = T | null> {
  readonly parameters: ParameterSet<T>;
  readonly input: Input;
}

/**
 * Gradients by the chain rule, layer by layer backwards: Rumelhart, Hinton and Williams, "Learning representations by
 * back-propagating errors", Nature 1986.
 *
 * @param gradient of the loss by each number of the output, in the output's shape
 * @throws {ShapeError} when the gradient does not have the shape of the output, or is of the other number system
 * @throws {NonFiniteError} when a gradient is not finite; the message says in which layer
 */
export function backward<T extends AnyTensor>(
  tape: Tape<T>,
  gradient: T,
  options: { inputGradient: true }
): NetworkGradients<T, T>;
export function backward<T extends AnyTensor>(
  tape: Tape<T>,
  gradient: T,
  options?: BackwardOptions
): NetworkGradients<T>;
export function backward(
  { network, state, training, activations, kept }: Tape<AnyTensor>,
  gradient: AnyTensor,
  options: BackwardOptions = {}
): NetworkGradients<AnyTensor> {
  requireKnownOptions('backward', options, BACKWARD_OPTIONS);
  const { inputGradient = false } = options;
  requireBatch('backward', 'the gradient', gradient, activations[0]?.shape[0] ?? 'N', network.outputShape);
  // Below the first layer that learns nobody needs a gradient, unless that of the input is asked for.
  const lowest = inputGradient ? 0 : network.layers.findIndex(({ parameters }) => parameters > 0);
  const parameters: Readonly<Record<string, AnyTensor>>[] = network.layers.map(() => ({}));
  let slope: AnyTensor | null = gradient;
  for (let index = network.layers.length - 1; index >= lowest && lowest >= 0; index--) {
    const planned = network.layers[index] as Network['layers'][number];
    const incoming: AnyTensor = slope as AnyTensor;
    const { kind, settings } = plannedKind(planned);
    const result = inLayer('backward', index, planned.name, () =>
      kind.backward({
        settings,
        gradient: incoming,
        input: activations[index] as AnyTensor,
        kept: kept[index],
        values: { ...state.parameters[index], ...state.buffers[index] },
        training,
        inputNeeded: index > lowest || inputGradient
      })
    );
    parameters[index] = result.parameters;
    slope = result.input;
  }
  return { parameters, input: inputGradient ? slope : null };
}
