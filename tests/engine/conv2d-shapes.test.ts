import { conv2dOver, realField, tensor, type Tensor } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../data/arbitraries';

type Four = [number, number, number, number];

interface Case {
  readonly input: Tensor<number>;
  readonly weight: Tensor<number>;
  readonly stride: [number, number];
  readonly padding: [number, number];
}

function nested({ shape, data }: Tensor<number>): number[][][][] {
  const [images, channels, height, width] = shape as Four;
  let next = 0;
  const list = <Item>(length: number, make: () => Item) => Array.from({ length }, make);
  return list(images, () =>
    list(channels, () => list(height, () => list(width, () => data[next++] as number)))
  );
}

/** Every output of every image and filter, with a value of 0 wherever there is no input. */
function naive({ input, weight, stride, padding }: Case): number[][][][] {
  const at = (plane: number[][], row: number, column: number) => plane[row]?.[column] ?? 0;
  const [height, width] = input.shape.slice(2) as [number, number];
  const [kernelHeight, kernelWidth] = weight.shape.slice(2) as [number, number];
  return nested(input).map((image) =>
    nested(weight).map((filter) => {
      const rows: number[][] = [];
      for (let top = -padding[0]; top + kernelHeight <= height + padding[0]; top += stride[0]) {
        const row: number[] = [];
        for (let left = -padding[1]; left + kernelWidth <= width + padding[1]; left += stride[1]) {
          let sum = 0;
          filter.forEach((plane, channel) =>
            plane.forEach((line, down) =>
              line.forEach((factor, across) => {
                sum += factor * at(image[channel] ?? [], top + down, left + across);
              })
            )
          );
          row.push(sum);
        }
        rows.push(row);
      }
      return rows;
    })
  );
}

function plain(shape: Four): fc.Arbitrary<Tensor<number>> {
  const length = shape.reduce((product, side) => product * side, 1);
  return fc.array(whole, { minLength: length, maxLength: length }).map((data) => tensor(shape, data));
}

const upTo = (most: number) => fc.integer({ min: 1, max: most });
const cases: fc.Arbitrary<Case> = fc
  .record({
    sizes: fc.tuple(upTo(3), upTo(3), upTo(3), upTo(5), upTo(5)),
    stride: fc.tuple(upTo(3), upTo(3)),
    padding: fc.tuple(fc.nat(2), fc.nat(2))
  })
  .chain(({ sizes: [images, channels, filters, height, width], stride, padding }) =>
    fc
      .tuple(upTo(height + 2 * padding[0]), upTo(width + 2 * padding[1]))
      .chain(([kernelHeight, kernelWidth]) =>
        fc.record({
          input: plain([images, channels, height, width]),
          weight: plain([filters, channels, kernelHeight, kernelWidth]),
          stride: fc.constant(stride),
          padding: fc.constant(padding)
        })
      )
  );

describe('conv2d over images, channels and filters', () => {
  it('equals the loops written out, with separate strides and paddings for the axes', () => {
    fc.assert(
      fc.property(cases, (setting) => {
        const { input, weight, stride, padding } = setting;
        const found = conv2dOver(realField, input, weight, { stride, padding });
        const expected = naive(setting);
        expect(found.shape).toEqual([
          expected.length,
          expected[0]?.length,
          expected[0]?.[0]?.length,
          expected[0]?.[0]?.[0]?.length
        ]);
        expect(found.data.map((value) => value + 0)).toEqual(expected.flat(3).map((value) => value + 0));
      }),
      { numRuns: 300 }
    );
  });

  it('takes the vertical stride and padding first', () => {
    const image = tensor([1, 1, 3, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const one = tensor([1, 1, 1, 1], [1]);
    expect(conv2dOver(realField, image, one, { stride: [2, 1] })).toEqual({
      shape: [1, 1, 2, 3],
      data: [1, 2, 3, 7, 8, 9]
    });
    expect(conv2dOver(realField, image, one, { stride: 3, padding: [1, 0] })).toEqual({
      shape: [1, 1, 2, 1],
      data: [0, 7]
    });
  });

  it('takes kernels that are wider than high', () => {
    const image = tensor([1, 1, 2, 3], [1, 2, 3, 4, 5, 6]);
    expect(conv2dOver(realField, image, tensor([1, 1, 1, 3], [1, 0, -1]))).toEqual({
      shape: [1, 1, 2, 1],
      data: [-2, -2]
    });
    expect(conv2dOver(realField, image, tensor([1, 1, 2, 1], [1, -1]))).toEqual({
      shape: [1, 1, 1, 3],
      data: [-3, -3, -3]
    });
  });

  it('adds up the channels', () => {
    const image = tensor([1, 3, 1, 1], [2, 3, 5]);
    const filters = tensor([2, 3, 1, 1], [1, 10, 100, -1, 0, 1]);
    expect(conv2dOver(realField, image, filters)).toEqual({ shape: [1, 2, 1, 1], data: [532, 3] });
  });
});
