import { outputLength, outputsFedBy, ShapeError, windowGeometry, windowOrigin } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Lays the window down at 0, S, 2S, … as long as it lies inside, and counts. */
function countedPlaces(input: number, kernel: number, stride: number, padding: number): number {
  let places = 0;
  for (let start = 0; start + kernel <= input + 2 * padding; start += stride) places++;
  return places;
}

const geometries = fc
  .record({
    height: fc.integer({ min: 1, max: 7 }),
    width: fc.integer({ min: 1, max: 7 }),
    stride: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })),
    padding: fc.tuple(fc.nat(2), fc.nat(2))
  })
  .chain(({ height, width, stride, padding }) =>
    fc
      .record({
        height: fc.integer({ min: 1, max: height + 2 * padding[0] }),
        width: fc.integer({ min: 1, max: width + 2 * padding[1] })
      })
      .map((kernel) => windowGeometry({ height, width }, kernel, { stride, padding }))
  );

describe('the length of the output', () => {
  it('is the number of places for the window', () => {
    const wrong: number[][] = [];
    for (let input = 1; input <= 16; input++) {
      for (let padding = 0; padding <= 4; padding++) {
        for (let kernel = 1; kernel <= input + 2 * padding; kernel++) {
          for (let stride = 1; stride <= 6; stride++) {
            const found = outputLength(input, kernel, stride, padding);
            if (found !== countedPlaces(input, kernel, stride, padding)) {
              wrong.push([input, kernel, stride, padding, found]);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    [6, 3, 1, 0, 4],
    [4, 3, 1, 1, 4],
    [7, 3, 2, 0, 3],
    [7, 3, 3, 0, 2],
    [28, 5, 1, 2, 28],
    [1, 1, 5, 0, 1]
  ])('%i under a kernel of %i, stride %i, padding %i, is %i', (input, kernel, stride, padding, output) => {
    expect(outputLength(input, kernel, stride, padding)).toBe(output);
  });

  it('has stride 1 and no padding unless told', () => {
    expect(outputLength(9, 4)).toBe(6);
  });
});

describe('a window', () => {
  it('has its own length, stride and padding on either axis', () => {
    const size = { height: 5, width: 8 };
    const options = { stride: [1, 2], padding: [0, 1] } as const;
    expect(windowGeometry(size, { height: 2, width: 3 }, options)).toEqual({
      input: size,
      kernel: { height: 2, width: 3 },
      stride: { height: 1, width: 2 },
      dilation: { height: 1, width: 1 },
      padding: { top: 0, bottom: 0, left: 1, right: 1 },
      padded: { height: 5, width: 10 },
      span: { height: 2, width: 3 },
      output: { height: 4, width: 4 }
    });
  });

  it('starts at the output cell times the stride', () => {
    const geometry = windowGeometry({ height: 9, width: 9 }, { height: 3, width: 3 }, { stride: [2, 3] });
    expect(windowOrigin(geometry, { row: 3, column: 2 })).toEqual({ row: 6, column: 6 });
  });

  it.each([
    [-1, 0],
    [0, -1],
    [2, 0],
    [0, 3]
  ])('has no place for cell (%i, %i) of a 2×3 output', (row, column) => {
    const geometry = windowGeometry({ height: 2, width: 3 }, { height: 1, width: 1 });
    expect(() => windowOrigin(geometry, { row, column })).toThrow(ShapeError);
    expect(() => windowOrigin(geometry, { row, column })).toThrow(/2×3/);
  });

  it('always lies inside the padded input', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const last = { row: geometry.output.height - 1, column: geometry.output.width - 1 };
        const { row, column } = windowOrigin(geometry, last);
        expect(row + geometry.kernel.height).toBeLessThanOrEqual(geometry.padded.height);
        expect(column + geometry.kernel.width).toBeLessThanOrEqual(geometry.padded.width);
      })
    );
  });
});

describe('a cell feeds', () => {
  it('exactly the outputs whose window covers it', () => {
    fc.assert(
      fc.property(geometries, ({ output, kernel, stride, padded, ...rest }) => {
        const geometry = { output, kernel, stride, padded, ...rest };
        for (let row = 0; row < padded.height; row++) {
          for (let column = 0; column < padded.width; column++) {
            const covered: { row: number; column: number }[] = [];
            for (let i = 0; i < output.height; i++) {
              for (let j = 0; j < output.width; j++) {
                const [down, across] = [row - i * stride.height, column - j * stride.width];
                const inside = down >= 0 && down < kernel.height && across >= 0 && across < kernel.width;
                if (inside) covered.push({ row: i, column: j });
              }
            }
            expect(outputsFedBy(geometry, { row, column })).toEqual(covered);
          }
        }
      })
    );
  });

  it('nothing where a stride leaves a border over', () => {
    const geometry = windowGeometry({ height: 7, width: 7 }, { height: 3, width: 3 }, { stride: 3 });
    expect(outputsFedBy(geometry, { row: 6, column: 0 })).toEqual([]);
    expect(outputsFedBy(geometry, { row: 5, column: 5 })).toEqual([{ row: 1, column: 1 }]);
  });

  it('nine outputs in the middle of a 6×6 input under a 3×3 kernel, one in its corner', () => {
    const geometry = windowGeometry({ height: 6, width: 6 }, { height: 3, width: 3 });
    expect(outputsFedBy(geometry, { row: 2, column: 3 })).toHaveLength(9);
    expect(outputsFedBy(geometry, { row: 5, column: 5 })).toEqual([{ row: 3, column: 3 }]);
  });
});
