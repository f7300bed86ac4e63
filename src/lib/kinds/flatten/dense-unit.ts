import { exactField, exactTensor, flatten, Fraction, linear, sumOf, type ExactTensor } from '$lib/engine';

/** Seeds of shuffles: 0 leaves every pixel where it is. */
export const MOST_SHUFFLES = 9999;

/** What a unit makes of an image. */
export interface UnitSum {
  /** The sum of all products. */
  readonly sum: Fraction;
  /** Those above 0 together, and those below 0. */
  readonly above: Fraction;
  readonly below: Fraction;
}

/** A unit of a dense layer that looks at all pixels of an image. */
export interface DenseUnit {
  /** One for each pixel, where the pixels are now. */
  readonly weights: ExactTensor;
  /** In the image's own order. */
  readonly own: UnitSum;
  /** Computed anew from pixels and weights where they are now. */
  readonly now: UnitSum;
}

/** A weight of 1 for every pixel that is lighter than a bound, and of −1 for every other: it looks for this picture. */
export function templateOf(image: ExactTensor, lighterThan: number): ExactTensor {
  const weights = image.data.map((value) => new Fraction(value.gt(lighterThan) ? 1 : -1));
  return exactTensor(image.shape, weights);
}

/**
 * A whole number of 32 bits, thoroughly stirred: the last part of MurmurHash3 (Austin Appleby). Each number has an image of
 * its own. The generator that questions are drawn with would bring a tenth of a page's script for one order of pixels.
 */
function stirred(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The cells of a tensor in the order that a seed stands for, the same for all tensors of one size. */
export function shuffled(tensor: ExactTensor, seed: number): ExactTensor {
  if (seed === 0) return tensor;
  const start = stirred(seed);
  const cells = tensor.data.map((value, index) => ({ value, key: stirred(start + index) }));
  // No two keys are equal: there is one order for each seed, on every machine.
  return exactTensor(
    tensor.shape,
    cells.sort((left, right) => left.key - right.key).map(({ value }) => value)
  );
}

function unitSum(pixels: ExactTensor, weights: ExactTensor): UnitSum {
  const products = pixels.data.map((value, index) => value.mul(weights.data[index] as Fraction));
  const [sum = exactField.zero] = linear(flatten(pixels), flatten(weights)).data;
  return {
    sum,
    above: sumOf(products.filter((product) => product.compare(0) > 0)),
    below: sumOf(products.filter((product) => product.compare(0) < 0))
  };
}

/**
 * What a dense unit makes of an image whose pixels are shuffled, its weights shuffled along. Both sums are computed, with
 * fractions: these add up exactly, so no order of the summands can change a digit. Floating-point numbers would be rounded
 * after each summand, and the same summands in another order may differ in the last digit.
 */
export function denseUnit(image: ExactTensor, weights: ExactTensor, seed: number): DenseUnit {
  const own = unitSum(image, weights);
  if (seed === 0) return { weights, own, now: own };
  const moved = shuffled(weights, seed);
  return { weights: moved, own, now: unitSum(shuffled(image, seed), moved) };
}
