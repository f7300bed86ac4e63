import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { SettingError } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { seededGenerator } from '../random.ts';
import { isReal, requireFinite, tensor, zerosLike, type AnyTensor, type RealTensor } from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

/** Options of {@link dropout}. */
export interface DropoutOptions {
  /** Gives the mask: the same seed, shape and p drop the same cells. A whole number of at most 32 bits, which
   * training needs. */
  readonly seed?: number;
  /** When false, nothing is dropped and nothing scaled. */
  readonly training?: boolean;
}

const DROPOUT_OPTIONS: OptionNames<DropoutOptions> = { seed: true, training: true };

/** @throws {SettingError} when p is not from 0 to 1 */
export function requireProbability(operation: string, p: number): void {
  if (p >= 0 && p <= 1) return;
  throw new SettingError(`${operation}: p must be a probability from 0 to 1, not ${p}`);
}

/**
 * Whether each of so many cells is kept: in row-major order each draws a number in [0, 1), and those that draw one
 * below p are dropped. Old links show the same mask as long as this does not change; a test holds it.
 */
function keptCells(cells: number, p: number, random: RandomGenerator): Uint8Array {
  const kept = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell++) kept[cell] = uniformFloat64(random) < p ? 0 : 1;
  return kept;
}

/**
 * Dropout with inverted scaling: in training each value becomes 0 with probability p and is divided by 1 − p
 * otherwise, so that its expectation stays; later nothing is done. Srivastava and others, 2014,
 * https://jmlr.org/papers/v15/srivastava14a.html; scaled as `torch.nn.functional.dropout`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.dropout.html. Of fractions it is exact: p = 0.1
 * is 1/10.
 *
 * @param input of any shape, which is that of the output and the mask
 * @param p the probability to be dropped, from 0 to 1
 * @returns the output and the mask that it is the product of the input with: 0 or 1 / (1 − p); ones if not training
 * @throws {SettingError} when p is not a probability, or the seed is missing in training or not a whole number of at
 * most 32 bits
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function dropout<T extends AnyTensor>(
  input: T,
  p?: number,
  options?: DropoutOptions
): { output: T; mask: T };
export function dropout(
  input: AnyTensor,
  p = 0.5,
  options: DropoutOptions = {}
): { output: AnyTensor; mask: AnyTensor } {
  requireKnownOptions('dropout', options, DROPOUT_OPTIONS);
  const { seed, training = true } = options;
  requireProbability('dropout', p);
  if (training && seed === undefined) {
    throw new SettingError('dropout: training draws by chance; give a seed, a new one for every step');
  }
  const mask = maskOf(input, training ? p : 0, seededGenerator('dropout', seed ?? 0));
  return { output: masked('dropout', input, mask), mask };
}

function maskOf(input: AnyTensor, p: number, random: RandomGenerator): AnyTensor {
  const { shape, data } = input;
  const kept = keptCells(data.length, p, random);
  if (isReal(input)) {
    const factors = zerosLike(input.data, kept.length);
    for (let cell = 0; cell < kept.length; cell++) factors[cell] = kept[cell] === 1 ? 1 / (1 - p) : 0;
    return { shape, data: factors };
  }
  const { zero, one, subtract, divide, from } = exactField;
  // With p = 1 there is no factor, and no cell that needs one.
  const factor = p === 1 ? zero : divide(one, subtract(one, from(p)));
  return tensor(
    shape,
    Array.from(kept, (keep) => (keep === 1 ? factor : zero))
  );
}

/** Each value times the factor of its cell. */
function masked(operation: string, values: AnyTensor, mask: AnyTensor): AnyTensor {
  const { real, exact } = sameKind(operation, { values, mask });
  if (real) {
    const { values: given, mask: factors } = real;
    const data = zerosLike(given.data, given.data.length);
    for (let cell = 0; cell < data.length; cell++) {
      // Adding 0 turns the −0 of 0 × a negative number into 0.
      data[cell] = (given.data[cell] as number) * (factors.data[cell] as number) + 0;
    }
    return requireFinite(operation, 'the result', { shape: values.shape, data } satisfies RealTensor);
  }
  return tensor(
    values.shape,
    exact.values.data.map((value, cell) => value.mul(exact.mask.data[cell] as Fraction))
  );
}

/**
 * Gradient of {@link dropout}: that of the output times the mask.
 *
 * @param gradient of the shape of the output
 * @param mask as {@link dropout} returned it
 * @throws {ShapeError} when the shapes differ, or one operand is exact and the other real
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function dropoutBackward<T extends AnyTensor>(gradient: T, mask: T): T;
export function dropoutBackward(gradient: AnyTensor, mask: AnyTensor): AnyTensor {
  requireOutputShape('dropoutBackward', gradient, mask.shape);
  return masked('dropoutBackward', gradient, mask);
}
