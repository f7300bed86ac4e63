import { denseUnit, shuffled, templateOf } from '$lib/kinds/flatten/dense-unit';
import { model, type RawFlatten } from '$lib/kinds/flatten/model';
import { shuffleSentence, stepEquations, words } from '$lib/kinds/flatten/words';
import { piecesText } from '$lib/describe';
import { matrix, neighboursOf, sizeOf, type ExactTensor } from '$lib/engine';
import lesson from '$lessons/02-why-convolution/lesson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const raw = lesson.scenes.find(({ id }) => id === 'twenty-eight')?.settings as RawFlatten;
const settings = model.read(raw);
const runWith = (shuffle: number) => model.run({ ...settings, shuffle }, 'cell');
const unitOf = (shuffle: number) => {
  const { unit } = runWith(shuffle);
  if (!unit) throw new Error('the scene has no unit');
  return unit;
};
const numbers = ({ data }: ExactTensor) => data.map((value) => value.valueOf());
const ascending = (values: readonly number[]) => [...values].sort((left, right) => left - right);

/** The mean difference between a pixel and its neighbours: small in a picture, large in noise. */
function roughness(image: ExactTensor): number {
  const [values, size] = [numbers(image), sizeOf(image)];
  const at = (row: number, column: number) => values[row * size.width + column] ?? NaN;
  const differences = values.flatMap((value, index) => {
    const place = { row: Math.floor(index / size.width), column: index % size.width };
    return neighboursOf(place, size).map(({ row, column }) => Math.abs(at(row, column) - value));
  });
  return differences.reduce((sum, difference) => sum + difference, 0) / differences.length;
}

const cells = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) => {
    const grid = (least: number, most: number) =>
      fc.array(fc.array(fc.integer({ min: least, max: most }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows
      });
    return fc.record({ pixels: grid(0, 255), weights: grid(-99, 99) });
  });

describe('a dense unit, pixels and weights shuffled alike', () => {
  it('has the same sum, whatever image, weights and order: that of a plain loop', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: 0, max: 9999 }), ({ pixels, weights }, seed) => {
        let expected = 0;
        pixels.forEach((row, i) => row.forEach((pixel, j) => (expected += pixel * (weights[i]?.[j] ?? NaN))));
        const { own, now } = denseUnit(matrix(pixels), matrix(weights), seed);
        expect([own.sum.valueOf(), now.sum.valueOf()]).toEqual([expected, expected]);
        expect(own.above.add(own.below).equals(own.sum)).toBe(true);
        expect(now.above.add(now.below).equals(now.sum)).toBe(true);
      })
    );
  });

  it('has another sum when the weights stay: it is not in the pixels alone', () => {
    const { image, unit } = settings;
    if (!unit) throw new Error('the scene has no unit');
    const pixels = numbers(shuffled(image, 1));
    const stayed = numbers(unit).reduce((sum, weight, index) => sum + weight * (pixels[index] ?? NaN), 0);
    expect(stayed).not.toBe(unitOf(1).now.sum.valueOf());
  });

  it('of the lesson: 1 on the stroke and −1 beside it, and the five becomes noise', () => {
    const own = raw.image.flat();
    const expected = own.reduce((sum, value) => sum + (value > 127 ? value : -value), 0);
    for (const shuffle of [0, 1, 2, 3, 500]) {
      const { image, flat } = runWith(shuffle);
      expect(unitOf(shuffle).own.sum.valueOf()).toBe(expected);
      expect(unitOf(shuffle).now.sum.valueOf()).toBe(expected);
      expect(numbers(flat)).toEqual(numbers(image));
      // Not a pixel is lost, and each has its weight still.
      expect(ascending(numbers(image))).toEqual(ascending(own));
      expect(numbers(unitOf(shuffle).weights)).toEqual(numbers(image).map((value) => (value > 127 ? 1 : -1)));
      if (shuffle > 0) expect(roughness(image)).toBeGreaterThan(2 * roughness(settings.image));
    }
  });

  it('stands in another order for each seed, and always in the same one for the same', () => {
    const orders = [1, 2, 3].map((seed) => numbers(runWith(seed).image).join());
    expect(new Set(orders).size).toBe(3);
    expect(numbers(runWith(2).image).join()).toBe(orders[1]);
    expect(numbers(runWith(0).image)).toEqual(raw.image.flat());
  });

  it('is shown before and after, and said', () => {
    const after = (text: string) => / = ([\d,−]+)$/.exec(text)?.[1];
    const shown = (shuffle: number) =>
      stepEquations(runWith(shuffle), 28, 'en').map(({ pieces }) => piecesText(pieces));
    expect(shown(0)).toHaveLength(2);
    const [before = '', now = '', ...others] = shown(4);
    expect(others).toEqual([]);
    expect(after(before)).toBe(after(now));
    expect(after(now)).toBe(after(shown(0)[1] ?? ''));
    const said = shuffleSentence(runWith(4), 'en');
    expect(said.split(after(now) ?? '—')).toHaveLength(3);
    expect(words.caption(runWith(4), 28, 'en')).toContain(after(now));
    expect(stepEquations(runWith(4), 27, 'en')).toHaveLength(1);
  });

  it('looks for the picture that it is made of', () => {
    expect(numbers(templateOf(matrix([[0, 127, 128, 255]]), 127))).toEqual([-1, -1, 1, 1]);
  });
});
