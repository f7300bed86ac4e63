import { conv2d, exactTensor, matrix } from '$lib/engine';
import { convolutionTrace, filterPart, type Grain } from '$lib/trace';
import { describe, expect, it } from 'vitest';

const input = matrix([
  [1, 0, 2],
  [2, 1, 0],
  [1, 3, 1]
]);
const weight = exactTensor([3, 1, 2, 2], [1, 2, 0, 1, -1, 0, 0, 1, 1, 1, 1, 1]);
const bias = exactTensor([3], [1, -2, '1/2']);

describe.each<Grain>(['cell', 'product'])('the part of a filter, one %s at a time', (grain) => {
  const whole = convolutionTrace({ input, weight, bias }, grain);

  it.each([0, 1, 2])('%i is the convolution with that filter alone', (filter) => {
    const part = filterPart(whole, filter);
    const kernel = exactTensor([1, 1, 2, 2], weight.data.slice(filter * 4, filter * 4 + 4));
    const own = exactTensor([1], bias.data.slice(filter, filter + 1));
    const alone = convolutionTrace({ input, weight: kernel, bias: own }, grain);
    expect(part.length).toBe(alone.length);
    expect(part.weights).toEqual(kernel);
    expect(part.output()).toEqual(conv2d(input, kernel, { bias: own }));
    for (let index = 0; index <= part.length; index++) {
      const { cell, window, terms, done, bias: added, total, finished } = alone.step(index);
      expect(part.step(index)).toMatchObject({
        index,
        cell,
        window,
        terms,
        done,
        bias: added,
        total,
        finished
      });
      if (index > 0) expect(part.windowAt(index)).toEqual(alone.windowAt(index));
    }
    for (let cells = 0; cells <= 4; cells++) expect(part.stepAfter(cells)).toBe(alone.stepAfter(cells));
  });

  it('begins where the window of the filter before came to rest', () => {
    expect(filterPart(whole, 0).windowAt(0)).toBeNull();
    expect(filterPart(whole, 1).windowAt(0)).toEqual({ row: 1, column: 1 });
    expect(filterPart(whole, 1).step(0)).toMatchObject({ index: 0, cell: null, terms: [], finished: 0 });
  });

  it('ends with its map, and has no step beyond', () => {
    const part = filterPart(whole, 1);
    expect(() => part.step(part.length + 1)).toThrow(RangeError);
    expect(() => part.step(-1)).toThrow(RangeError);
    expect(() => part.windowAt(part.length + 1)).toThrow(RangeError);
  });
});
