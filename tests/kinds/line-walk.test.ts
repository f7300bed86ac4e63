import { lineLink, type LineSettings } from '$lib/kinds/shared/line/settings';
import { missingAt, startOf, walkOf } from '$lib/kinds/shared/line/walk';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = (lengths: Partial<LineSettings>): LineSettings => ({
  ...{ input: 8, kernel: 3, stride: 1, padding: 0, dilation: 1 },
  ...lengths
});

const anyLine = fc.record({
  input: fc.integer({ min: 1, max: 12 }),
  kernel: fc.integer({ min: 1, max: 7 }),
  stride: fc.integer({ min: 1, max: 5 }),
  padding: fc.integer({ min: 0, max: 4 }),
  dilation: fc.integer({ min: 1, max: 3 })
});

/** Starts from which a window stays on the padded line, by trying. */
function startsOf({ input, kernel, stride, padding, dilation }: LineSettings): number[] {
  const starts: number[] = [];
  for (let start = 0; start + (kernel - 1) * dilation < input + 2 * padding; start += stride)
    starts.push(start);
  return starts;
}

describe('a window that walks along a line', () => {
  it('has as many places as there are starts from which it stays on the line, and one more does not', () => {
    fc.assert(
      fc.property(anyLine, (lengths) => {
        const walk = walkOf(lengths);
        const starts = startsOf(lengths);
        expect(Array.from({ length: walk.outputs }, (_, place) => startOf(walk, place))).toEqual(starts);
        expect(missingAt(walk, walk.outputs)).toBeGreaterThan(0);
      })
    );
  });

  it('covers, drops and misses cells that add up to the line', () => {
    fc.assert(
      fc.property(anyLine, (lengths) => {
        const walk = walkOf(lengths);
        const last = startsOf(lengths).at(-1);
        if (last === undefined) expect(walk.room).toBeLessThan(0);
        else expect(last + walk.span + walk.leftover).toBe(lengths.input + 2 * lengths.padding);
      })
    );
  });

  it('that is longer than the line has no place, and says how many cells are missing', () => {
    expect(walkOf(line({ input: 2, kernel: 6 }))).toMatchObject({ outputs: 0, room: -4, padded: 2, span: 6 });
    expect(walkOf(line({ input: 4, kernel: 3, dilation: 3 }))).toMatchObject({ outputs: 0, room: -3 });
  });

  it('meets a cell from the places whose taps lie on it', () => {
    const walk = walkOf(line({ input: 9, dilation: 2 }));
    // Taps at 0, 2, 4 from each start 0 to 4.
    expect(walk.placesOver(4)).toEqual([0, 2, 4]);
    expect(walk.placesOver(8)).toEqual([4]);
  });
});

describe('the ends of a line', () => {
  // https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2: ceil(N / S) places, the odd cell behind.
  it.each([
    [
      { input: 6, stride: 2 },
      { outputs: 3, before: 0, after: 1 }
    ],
    [
      { input: 7, stride: 2 },
      { outputs: 4, before: 1, after: 1 }
    ],
    [
      { input: 8, kernel: 4 },
      { outputs: 8, before: 1, after: 2 }
    ]
  ])('are padded as TensorFlow does: %o', (lengths, expected) => {
    expect(walkOf(line(lengths), 'same')).toMatchObject(expected);
  });

  // torch.nn.MaxPool1d(kernel, stride, ceil_mode=True): the last window begins inside the input.
  it.each([
    [
      { input: 6, stride: 2 },
      { outputs: 3, reached: 1, leftover: 0 }
    ],
    [
      { input: 7, stride: 2 },
      { outputs: 3, reached: 0, leftover: 0 }
    ],
    [
      { input: 5, kernel: 1, stride: 5 },
      { outputs: 1, reached: 0, leftover: 4 }
    ]
  ])('are rounded up as PyTorch does on request: %o', (lengths, expected) => {
    expect(walkOf(line(lengths), 'ceil')).toMatchObject(expected);
  });
});

describe('a link to a line', () => {
  const link = lineLink(['input', 'stride']);
  const own = line({});
  const read = (query: string) => link.read(new URLSearchParams(query), own);

  it('leads back to its lengths', () => {
    const other = line({ input: 11, stride: 4 });
    expect(read(link.write(other, own).join('&'))).toEqual({ settings: other, problems: [] });
    expect(link.write(own, own)).toEqual([]);
  });

  it.each(['stride=0', 'stride=9', 'stride=-1', 'stride=x', 'stride='])(
    'names a stride that cannot be: %s',
    (query) => {
      expect(read(`input=11&${query}`)).toEqual({ settings: line({ input: 11 }), problems: ['stride'] });
    }
  );
});
