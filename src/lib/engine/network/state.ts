import { NonFiniteError, SettingError, ShapeError, shapeText } from '../errors.ts';
import {
  exactTensor,
  isReal,
  realTensor,
  type AnyTensor,
  type ExactTensor,
  type RealTensor
} from '../tensor.ts';
import type { ParameterSet } from './parameters.ts';
import { inLayer, type Network } from './plan.ts';

/** All numbers of a network that change in training. */
export interface NetworkState<T extends AnyTensor> {
  /** What is learned: `weight` and `bias` of each layer that has them. */
  readonly parameters: ParameterSet<T>;
  /** What is remembered from batch to batch: `runningMean` and `runningVar` of a batch normalization. */
  readonly buffers: ParameterSet<T>;
}

/** Something of each layer by name, for both parts of a state. */
type Parts<Entry> = {
  readonly [Part in keyof NetworkState<never>]: readonly Readonly<Record<string, Entry>>[];
};

/** A tensor as JSON can hold it: floating-point numbers with their precision, fractions as text such as '1/3'. */
export type TensorData<T extends AnyTensor> = { readonly shape: readonly number[] } & (T extends RealTensor
  ? { readonly numbers: 'float64' | 'float32'; readonly data: readonly number[] }
  : { readonly numbers: 'exact'; readonly data: readonly string[] });

/** A network's state as JSON can hold it. */
export type StateData<T extends AnyTensor> = Parts<TensorData<T>>;

/**
 * @throws {ShapeError} when parameters or buffers are not those of the network, by number of layers, name or shape
 */
export function requireState(
  operation: string,
  network: Network,
  state: Parts<{ readonly shape: readonly number[] }>
): void {
  const parts = { parameters: 'parameterShapes', buffers: 'bufferShapes' } as const;
  for (const part of ['parameters', 'buffers'] as const) {
    const given = state[part];
    if (given.length !== network.layers.length) {
      throw new ShapeError(
        `${operation}: the network has ${network.layers.length} layers, the state has ${part} for ${given.length}`
      );
    }
    network.layers.forEach((planned, index) => {
      const wanted = planned[parts[part]];
      const found = given[index] ?? {};
      for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
        const needs = wanted[name] ? shapeText(wanted[name]) : 'nothing';
        const has = found[name] ? shapeText(found[name].shape) : 'nothing';
        if (needs === has) continue;
        throw new ShapeError(
          `${operation}: layer ${index} (${planned.name}) needs ${needs} as ${name}; the state has ${has}`
        );
      }
    });
  }
}

/** A state as plain data for JSON, of which {@link stateFromData} makes the same state again, to the last bit. */
export function stateToData<T extends AnyTensor>(state: NetworkState<T>): StateData<T>;
export function stateToData(state: NetworkState<AnyTensor>): Parts<unknown> {
  const listed = (set: ParameterSet<AnyTensor>) =>
    set.map((named) =>
      Object.fromEntries(Object.entries(named).map(([name, any]) => [name, tensorToData(any)]))
    );
  return { parameters: listed(state.parameters), buffers: listed(state.buffers) };
}

function tensorToData(any: AnyTensor): TensorData<RealTensor> | TensorData<ExactTensor> {
  if (!isReal(any)) {
    return { numbers: 'exact', shape: any.shape, data: any.data.map((value) => value.toFraction()) };
  }
  const numbers = any.data instanceof Float32Array ? 'float32' : 'float64';
  return { numbers, shape: any.shape, data: Array.from(any.data) };
}

/** How the numbers of each format are written, and the tensor that they make. */
const FORMATS = {
  float64: {
    isNumber: (entry: unknown) => Number.isFinite(entry),
    read: (shape: readonly number[], data: readonly never[]) => realTensor(shape, Float64Array.from(data))
  },
  float32: {
    isNumber: (entry: unknown) => Number.isFinite(entry),
    read: (shape: readonly number[], data: readonly never[]) => realTensor(shape, Float32Array.from(data))
  },
  exact: {
    isNumber: (entry: unknown) => typeof entry === 'string' && /^-?\d+(\/0*[1-9]\d*)?$/.test(entry),
    read: (shape: readonly number[], data: readonly never[]) => exactTensor(shape, data)
  }
};

function tensorFromData(
  name: string,
  { numbers, shape, data }: TensorData<RealTensor> | TensorData<ExactTensor>
): AnyTensor {
  if (!Object.hasOwn(FORMATS, numbers)) {
    throw new SettingError(
      `${name} has numbers of the format '${numbers}'; there are ${Object.keys(FORMATS).join(', ')}`
    );
  }
  const { isNumber, read } = FORMATS[numbers];
  const place = data.findIndex((entry) => !isNumber(entry));
  if (place >= 0) {
    throw new NonFiniteError(
      `${name} must have finite numbers in the format '${numbers}'; entry ${place} is ${JSON.stringify(data[place])}`
    );
  }
  return read(shape, data as readonly never[]);
}

/**
 * The state that {@link stateToData} wrote down.
 *
 * @throws {ShapeError} when it is not a state of this network, data do not fill their shape, or some of it is exact
 * and some real
 * @throws {SettingError} when the format of its numbers is none of those that there are
 * @throws {NonFiniteError} when an entry is no finite number in that format
 */
export function stateFromData(network: Network, data: StateData<RealTensor>): NetworkState<RealTensor>;
export function stateFromData(network: Network, data: StateData<ExactTensor>): NetworkState<ExactTensor>;
export function stateFromData(
  network: Network,
  data: StateData<RealTensor> | StateData<ExactTensor>
): NetworkState<AnyTensor> {
  requireState('stateFromData', network, data);
  const read = (set: Parts<TensorData<RealTensor> | TensorData<ExactTensor>>['parameters']) =>
    set.map((named, index) =>
      inLayer('stateFromData', index, network.layers[index]?.name ?? '', () =>
        Object.fromEntries(Object.entries(named).map(([name, entry]) => [name, tensorFromData(name, entry)]))
      )
    );
  const state = { parameters: read(data.parameters), buffers: read(data.buffers) };
  const all = [...state.parameters, ...state.buffers].flatMap((named) => Object.values(named));
  if (all.some(isReal) && !all.every(isReal)) {
    throw new ShapeError(
      'stateFromData: some numbers are exact and some are real; all must be of one number system'
    );
  }
  return state;
}
