// TensorFlow.js's CPU backend beside the engine: operands of whole numbers for both, its channel-last layout, and
// the comparison of results and gradients. It computes in single precision.
import { exactTensor, isReal, realTensor, type AnyTensor, type RealTensor } from '$lib/engine';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
// The package's entry for Node leaves the gradients out.
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import fc from 'fast-check';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect } from 'vitest';

// Without the advice to install the native backend.
tf.enableProdMode();

/** Every test draws the same settings in every run; a failure names this seed and the path to the setting. */
export const SEED = 20_170_609;

export type RealKind = 'double' | 'single';
export type Kind = RealKind | 'exact';

export const anyKind = fc.constantFrom<Kind>('double', 'single', 'exact');
export const realKind = fc.constantFrom<RealKind>('double', 'single');

/** Where the numbers of a setting come from: shrinking works on shapes and options, not on entries. */
export const entriesSeed = fc.nat(2 ** 20);

/** One value for both axes, or one for each. */
export type Pair = number | [vertical: number, horizontal: number];

/** A pair of numbers from `least` to `most`. */
export function pairOf(least: number, most: number): fc.Arbitrary<Pair> {
  const one = fc.integer({ min: least, max: most });
  return fc.oneof(one, fc.tuple(one, one));
}

/** [vertical, horizontal] */
export function bothOf(pair: Pair | readonly [number, number]): readonly [number, number] {
  return typeof pair === 'number' ? [pair, pair] : pair;
}

/**
 * Gives out tensors of small numbers with one denominator. Sums of products of whole ones are exact in single
 * precision.
 */
export function tensorsFrom(
  kind: RealKind,
  seed: number,
  denominator?: number
): (shape: readonly number[]) => RealTensor;
export function tensorsFrom(
  kind: Kind,
  seed: number,
  denominator?: number
): (shape: readonly number[]) => AnyTensor;
export function tensorsFrom(
  kind: Kind,
  seed: number,
  denominator = 1
): (shape: readonly number[]) => AnyTensor {
  const generator = xoroshiro128plus(seed);
  return (shape) => {
    const length = shape.reduce((product, side) => product * side, 1);
    const entries = Array.from({ length }, () => uniformInt(generator, -4, 4) / denominator);
    if (kind === 'exact') return exactTensor(shape, entries);
    return realTensor(shape, kind === 'single' ? Float32Array.from(entries) : entries);
  };
}

/** The entries of a tensor of either number system as numbers. */
function numbersOf({ data }: AnyTensor): number[] {
  return Array.from<{ valueOf(): number }, number>(data, (entry) => entry.valueOf());
}

/** The tensor in TensorFlow.js, in the same order of dimensions. */
export function asTheirs(ours: AnyTensor): tf.Tensor {
  return tf.tensor(Float32Array.from(numbersOf(ours)), [...ours.shape]);
}

/** [N, C, H, W] to [N, H, W, C]. */
export const channelsLast = (image: tf.Tensor) =>
  tf.transpose<tf.Tensor4D>(image as tf.Tensor4D, [0, 2, 3, 1]);

/** [N, H, W, C] to [N, C, H, W]. */
export const channelsFirst = (image: tf.Tensor) =>
  tf.transpose<tf.Tensor4D>(image as tf.Tensor4D, [0, 3, 1, 2]);

/** [K, C, FH, FW] to [FH, FW, C, K]. */
export const filtersLast = (weight: tf.Tensor) =>
  tf.transpose<tf.Tensor4D>(weight as tf.Tensor4D, [2, 3, 1, 0]);

/**
 * Holds one of our tensors against one of theirs: the shapes are equal, and no entry is further off than
 * `tolerance`, relative to the greater of 1 and theirs.
 */
export function expectSame(what: string, ours: AnyTensor, theirs: tf.Tensor, tolerance = 0): void {
  expect(ours.shape, `shape of ${what}`).toEqual(theirs.shape);
  const expected = theirs.dataSync();
  const apart = numbersOf(ours)
    .map((entry, index) => ({ index, ours: entry, theirs: expected[index] as number }))
    .filter((pair) => !(Math.abs(pair.ours - pair.theirs) <= tolerance * Math.max(1, Math.abs(pair.theirs))));
  expect(apart, what).toEqual([]);
}

export interface Operation<T extends AnyTensor> {
  /** Our operands, in the order in which both sides take them. */
  readonly operands: readonly T[];
  /** Our result. */
  readonly output: T;
  /** The gradient that comes from above. */
  readonly gradient: T;
  /** Our gradient with respect to each operand. */
  backward(gradient: T): readonly T[];
  /** What TensorFlow.js makes of the operands; it finds the gradients by itself. */
  theirs(...operands: tf.Tensor[]): tf.Tensor;
  readonly tolerance?: number;
}

/** Holds the result of an operation and the gradients of all its operands against TensorFlow.js's. */
export function expectAgreement<T extends AnyTensor>(operation: Operation<T>): void {
  const { operands, output, backward, theirs, gradient, tolerance = 0 } = operation;
  tf.tidy(() => {
    const upstream = asTheirs(gradient);
    const found = tf.valueAndGrads(theirs)(operands.map(asTheirs), upstream);
    expectSame('the result', output, found.value, tolerance);
    const ours = backward(gradient);
    expect(ours.length).toBe(operands.length);
    ours.forEach((one, index) =>
      expectSame(`the gradient of operand ${index}`, one, found.grads[index] as tf.Tensor, tolerance)
    );
    for (const one of [output, ...ours]) expect(isReal(one)).toBe(isReal(gradient));
  });
}
