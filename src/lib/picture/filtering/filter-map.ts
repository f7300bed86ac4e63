import { conv2dExactly, conv2dOver, exactField, exactTensor, realField, type ExactTensor } from '$lib/engine';
import { greyOf, type Picture } from '../picture';
import { greyOfParts, greyOfSum, type Shading } from './shading';

/** The grey values of a picture, row by row. */
function greysOf({ width, height, data }: Picture): number[] {
  return Array.from({ length: width * height }, (_, index) =>
    greyOf(data[index * 3] ?? 0, data[index * 3 + 1] ?? 0, data[index * 3 + 2] ?? 0)
  );
}

/** Weights as whole numbers of parts of one size. */
interface Parts {
  readonly weights: readonly number[];
  /** How many parts make 1. */
  readonly whole: number;
}

const absolute = (value: bigint) => (value < 0n ? -value : value);

/** The weights in parts; null where a sum over bytes could have more digits than a double holds exactly. */
function partsOf({ data }: ExactTensor): Parts | null {
  const { n: whole } = data.reduce((common, { d }) => common.lcm(d), exactField.one);
  const weights = data.map(({ s, n, d }) => s * n * (whole / d));
  const largest = weights.reduce((sum, weight) => sum + absolute(weight), whole) * 255n;
  // Twice the sum is needed for its rounding.
  if (4n * largest > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { weights: weights.map(Number), whole: Number(whole) };
}

/**
 * The map that a kernel makes of the grey values of a picture, as a picture in grey: exact sums, and only their greys
 * are rounded. Not padded, so it is smaller than the picture.
 *
 * The readable definition computes it and not the fast one, which asks for machine code: the policy of the pages refuses
 * that. It takes a while, so pages have it done by a worker.
 *
 * @param kernel [1, 1, FH, FW]
 * @throws {KernelTooLargeError} when the kernel is larger than the picture
 */
export function filterMap(picture: Picture, kernel: ExactTensor, shading: Shading): Picture {
  const shape = [1, 1, picture.height, picture.width];
  const greys = greysOf(picture);
  const parts = partsOf(kernel);
  const map = parts
    ? conv2dOver(realField, { shape, data: greys }, { shape: kernel.shape, data: parts.weights })
    : conv2dExactly(exactTensor(shape, greys), kernel);
  const greyAt = (index: number) => {
    const sum = map.data[index] ?? 0;
    return typeof sum === 'number' ? greyOfParts(sum, parts?.whole ?? 1, shading) : greyOfSum(sum, shading);
  };
  const [, , height = 0, width = 0] = map.shape;
  const data = new Uint8ClampedArray(width * height * 3);
  for (let index = 0; index < width * height; index++) {
    data.fill(greyAt(index), index * 3, index * 3 + 3);
  }
  return { width, height, data };
}
