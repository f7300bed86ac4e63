import { Fraction, matrix, type ExactTensor } from '$lib/engine';
import { filterMap } from '$lib/picture/filtering/filter-map';
import { greyOfParts, greyOfSum } from '$lib/picture/filtering/shading';
import { greyOf, type Picture } from '$lib/picture/picture';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio, ratioOf, times, total, type Ratio } from '../data/ratio';

type Weight = number | string;

/** A picture in grey. */
function grey(rows: readonly (readonly number[])[]): Picture {
  const bytes = rows.flatMap((row) => row.flatMap((value) => [value, value, value]));
  return { width: rows[0]?.length ?? 0, height: rows.length, data: Uint8ClampedArray.from(bytes) };
}

/** The greys of a map, row by row; it is grey everywhere, or there is an error. */
function rowsOf({ width, height, data }: Picture): number[][] {
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const at = (row * width + column) * 3;
      const [red = NaN, green, blue] = data.subarray(at, at + 3);
      if (red !== green || red !== blue) throw new Error(`row ${row}, column ${column} is not grey`);
      return red;
    })
  );
}

/** The grey of a sum by long division of whole numbers: the size alone or not, cut off at both ends, halves up. */
function paint({ n, d }: Ratio, size: boolean): number {
  const top = size && n < 0n ? -n : n;
  if (top <= 0n) return 0;
  let whole = 0;
  while (whole < 255 && 2n * top >= (2n * BigInt(whole) + 1n) * d) whole += 1;
  return whole;
}

/** A map by the definition, cell by cell, in fractions of the tests' own. */
function byHand(picture: Picture, kernel: ExactTensor, size: boolean): number[][] {
  const side = Math.sqrt(kernel.data.length);
  return Array.from({ length: picture.height - side + 1 }, (_, row) =>
    Array.from({ length: picture.width - side + 1 }, (_, column) => {
      const products = kernel.data.map((weight, tap) => {
        const at = (row + Math.floor(tap / side)) * picture.width + column + (tap % side);
        const [red = 0, green = 0, blue = 0] = picture.data.subarray(at * 3, at * 3 + 3);
        return times(ratio(greyOf(red, green, blue)), ratioOf(weight));
      });
      return paint(total(products), size);
    })
  );
}

const EDGES: Weight[][] = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1]
];
const BLUR: Weight[][] = [
  ['1/9', '1/9', '1/9'],
  ['1/9', '1/9', '1/9'],
  ['1/9', '1/9', '1/9']
];

const picture = fc
  .tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 3, max: 7 }))
  .chain(([width, height]) =>
    fc
      .uint8ClampedArray({ minLength: width * height * 3, maxLength: width * height * 3 })
      .map((data): Picture => ({ width, height, data }))
  );
const kernelOf = (weight: fc.Arbitrary<Weight>) => {
  const row = fc.array(weight, { minLength: 3, maxLength: 3 });
  return fc.array(row, { minLength: 3, maxLength: 3 }).map((rows) => matrix(rows));
};
const smallWeight = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 16 }))
  .map(([top, bottom]) => `${top}/${bottom}`);
const hugeWeight = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 16n }))
  .map(([top, bottom]) => `${top}/${bottom}`);

describe('the map of a picture', () => {
  it.each([
    ['small weights', smallWeight],
    ['weights beyond what a double holds', hugeWeight]
  ])('is right at every pixel: %s', (_, weight) => {
    fc.assert(
      fc.property(picture, kernelOf(weight), fc.boolean(), (any, kernel, size) => {
        expect(rowsOf(filterMap(any, kernel, size ? 'size' : 'value'))).toEqual(byHand(any, kernel, size));
      })
    );
  });

  it('is the picture without its edge under a kernel with a single 1', () => {
    const map = filterMap(
      grey([
        [9, 8, 7, 6],
        [5, 4, 3, 2],
        [1, 255, 0, 128],
        [11, 12, 13, 14]
      ]),
      matrix([
        [0, 0, 0],
        [0, 1, 0],
        [0, 0, 0]
      ]),
      'value'
    );
    expect(rowsOf(map)).toEqual([
      [4, 3],
      [255, 0]
    ]);
  });

  it('is the mean under nine ninths, rounded to the nearest', () => {
    // 1 + 2 + … + 9 = 45, a ninth of it 5; with 10 in the place of 9 it is 46/9 = 5.1…, with 14 it is 50/9 = 5.5….
    const last = (value: number) => grey([[1, 2, 3], [4, 5, 6], [7, 8, value]]); // prettier-ignore
    const mean = (value: number) => rowsOf(filterMap(last(value), matrix(BLUR), 'value'))[0]?.[0];
    expect([9, 10, 14].map(mean)).toEqual([5, 5, 6]);
  });

  it('of an even wall is black under a kernel whose weights add up to 0, and the wall under one of 1', () => {
    const wall = grey(new Array(5).fill(new Array(6).fill(200)));
    expect(new Set(rowsOf(filterMap(wall, matrix(EDGES), 'size')).flat())).toEqual(new Set([0]));
    expect(new Set(rowsOf(filterMap(wall, matrix(BLUR), 'value')).flat())).toEqual(new Set([200]));
  });

  it('shows an edge to both sides where the sign is left out, and to one side where it is not', () => {
    const stripe = grey(new Array(3).fill([0, 0, 60, 60, 0, 0]));
    expect(rowsOf(filterMap(stripe, matrix(EDGES), 'size'))).toEqual([[240, 240, 240, 240]]);
    expect(rowsOf(filterMap(stripe, matrix(EDGES), 'value'))).toEqual([[240, 240, 0, 0]]);
  });
});

describe('the grey of a sum', () => {
  it('is cut off at black and white, and halves go up', () => {
    const greys = ['-1/2', 0, '1/2', '254.4', '509/2', 255, 256].map((sum) =>
      greyOfSum(new Fraction(sum), 'value')
    );
    expect(greys).toEqual([0, 0, 1, 254, 255, 255, 255]);
  });

  it('is the same for parts of a whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('value' as const, 'size' as const),
        (parts, whole, shading) => {
          expect(greyOfParts(parts, whole, shading)).toBe(greyOfSum(new Fraction(parts, whole), shading));
        }
      )
    );
  });
});
