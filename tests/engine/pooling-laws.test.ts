import {
  adaptiveAvgPool2d,
  avgPool2d,
  conv2d,
  exactTensor,
  Fraction,
  globalAvgPool2d,
  maxPool2d,
  pad,
  sameTensor,
  tensor,
  windowGeometry,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whole } from '../data/arbitraries';
import { poolings, wholeTensors } from '../data/pooling';

const side = fc.integer({ min: 1, max: 3 });
const map = ({ shape, data }: ExactTensor, change: (value: Fraction) => Fraction) =>
  tensor(shape, data.map(change));

describe('max pooling', () => {
  it('takes the same values of whatever is stretched and raised: max(a·x + b) = a·max(x) + b for a > 0', () => {
    fc.assert(
      fc.property(poolings(), fc.integer({ min: 1, max: 9 }), whole, (settings, factor, offset) => {
        const { input, kernelSize, options } = settings;
        const change = (value: Fraction) => value.mul(factor).add(offset);
        const before = map(maxPool2d(input, kernelSize, options), change);
        // With an offset below zero, padding with zeros in place of −∞ would show.
        expect(sameTensor(maxPool2d(map(input, change), kernelSize, options), before)).toBe(true);
      })
    );
  });

  it('by [h, w] is the maximum of columns of the maxima of rows', () => {
    fc.assert(
      fc.property(poolings(wholeTensors, 2), ({ input, kernelSize, options, dilation }) => {
        const { stride, padding, ceilMode } = options;
        const rows = maxPool2d(input, [1, kernelSize[1]], {
          stride: [1, stride[1]],
          padding: [0, padding[1]],
          dilation,
          ceilMode
        });
        const both = maxPool2d(rows, [kernelSize[0], 1], {
          stride: [stride[0], 1],
          padding: [padding[0], 0],
          dilation,
          ceilMode
        });
        expect(sameTensor(both, maxPool2d(input, kernelSize, { ...options, dilation }))).toBe(true);
      })
    );
  });

  it('by a and then by b is max pooling by a·b', () => {
    const pooling = fc
      .tuple(side, side, side, side)
      .chain(([a, b, rows, columns]) =>
        fc.tuple(fc.constant(a), fc.constant(b), wholeTensors([1, 2, a * b * rows, a * b * columns]))
      );
    fc.assert(
      fc.property(pooling, ([a, b, input]) => {
        expect(sameTensor(maxPool2d(maxPool2d(input, a), b), maxPool2d(input, a * b))).toBe(true);
      })
    );
  });
});

describe('average pooling', () => {
  it('is convolution of each channel by a kernel of equal weights, on zeros', () => {
    fc.assert(
      fc.property(poolings(), ({ input, kernelSize, options: { stride, padding } }) => {
        const { 1: channels, 2: height, 3: width } = input.shape as [number, number, number, number];
        fc.pre(height + 2 * padding[0] >= kernelSize[0] && width + 2 * padding[1] >= kernelSize[1]);
        const taps = kernelSize[0] * kernelSize[1];
        const weights = Array.from({ length: channels * taps }, () => new Fraction(1, taps));
        const convolved = conv2d(input, exactTensor([channels, 1, ...kernelSize], weights), {
          stride,
          padding,
          groups: channels
        });
        expect(sameTensor(avgPool2d(input, kernelSize, { stride, padding }), convolved)).toBe(true);
      })
    );
  });

  it('of a constant is that constant when only cells of the input count', () => {
    fc.assert(
      fc.property(poolings(), fc.integer({ min: 1, max: 9 }), ({ input, kernelSize, options }, constant) => {
        const same = map(input, () => new Fraction(constant));
        const pooled = avgPool2d(same, kernelSize, { ...options, countIncludePad: false });
        expect(new Set(pooled.data.map((value) => value.toFraction()))).toEqual(new Set([`${constant}`]));
      })
    );
  });

  it('with the padding counted is average pooling of the padded image without padding', () => {
    fc.assert(
      fc.property(poolings(), ({ input, kernelSize, options: { stride, padding } }) => {
        const { 2: height, 3: width } = input.shape as [number, number, number, number];
        fc.pre(height + 2 * padding[0] >= kernelSize[0] && width + 2 * padding[1] >= kernelSize[1]);
        const around = avgPool2d(pad(input, padding), kernelSize, { stride });
        expect(sameTensor(avgPool2d(input, kernelSize, { stride, padding }), around)).toBe(true);
      })
    );
  });

  it('is never above the maximum and never below the minimum of its window', () => {
    fc.assert(
      fc.property(poolings(), ({ input, kernelSize, options }) => {
        const means = avgPool2d(input, kernelSize, { ...options, countIncludePad: false });
        const largest = maxPool2d(input, kernelSize, options);
        const least = map(
          maxPool2d(
            map(input, (value) => value.neg()),
            kernelSize,
            options
          ),
          (value) => value.neg()
        );
        means.data.forEach((mean, index) => {
          expect(mean.lte(largest.data[index] as Fraction)).toBe(true);
          expect(mean.gte(least.data[index] as Fraction)).toBe(true);
        });
      })
    );
  });

  it('with a divisor of 1 is the sum: the average times the number of cells', () => {
    fc.assert(
      fc.property(poolings(), ({ input, kernelSize, options: { stride } }) => {
        const { 2: height, 3: width } = input.shape as [number, number, number, number];
        fc.pre(height >= kernelSize[0] && width >= kernelSize[1]);
        const sums = avgPool2d(input, kernelSize, { stride, divisorOverride: 1 });
        const cells = kernelSize[0] * kernelSize[1];
        const means = map(avgPool2d(input, kernelSize, { stride }), (mean) => mean.mul(cells));
        expect(sameTensor(sums, means)).toBe(true);
      })
    );
  });

  it('adaptive to a divisor of the size is average pooling, to the size is nothing, to 1 is global', () => {
    const pooling = fc.tuple(side, side, side, side).chain(([rows, columns, height, width]) =>
      fc.record({
        outputSize: fc.constant([rows, columns] as const),
        kernelSize: fc.constant([height, width] as const),
        input: wholeTensors([1, 2, rows * height, columns * width])
      })
    );
    fc.assert(
      fc.property(pooling, ({ input, outputSize, kernelSize }) => {
        expect(sameTensor(adaptiveAvgPool2d(input, outputSize), avgPool2d(input, kernelSize))).toBe(true);
        const size = [input.shape[2] as number, input.shape[3] as number] as const;
        expect(sameTensor(adaptiveAvgPool2d(input, size), input)).toBe(true);
        expect(sameTensor(adaptiveAvgPool2d(input, 1), globalAvgPool2d(input))).toBe(true);
      })
    );
  });
});

describe('both', () => {
  it.each([
    ['maxPool2d', maxPool2d],
    ['avgPool2d', avgPool2d]
  ] as const)('%s of an image moved by strides is the pooled image moved by cells', (_, pool) => {
    fc.assert(
      fc.property(
        poolings(),
        fc.nat(2),
        fc.nat(2),
        ({ input, kernelSize, options: { stride } }, down, across) => {
          const { 2: height, 3: width } = input.shape as [number, number, number, number];
          fc.pre(height >= kernelSize[0] && width >= kernelSize[1]);
          const moved = pad(input, { top: down * stride[0], bottom: 0, left: across * stride[1], right: 0 });
          const before = pool(input, kernelSize, { stride });
          const after = pool(moved, kernelSize, { stride });
          const { 2: rows, 3: columns } = before.shape as [number, number, number, number];
          const { 2: allRows, 3: allColumns } = after.shape as [number, number, number, number];
          expect([allRows, allColumns]).toEqual([rows + down, columns + across]);
          const cells = after.data.filter((_, index) => {
            const row = Math.floor(index / allColumns) % allRows;
            return row >= down && index % allColumns >= across;
          });
          expect(sameTensor(tensor(before.shape, cells), before)).toBe(true);
        }
      )
    );
  });

  it.each([
    ['maxPool2d', maxPool2d],
    ['avgPool2d', avgPool2d]
  ] as const)("%s with 'same' is that of the image padded before, of positive numbers", (_, pool) => {
    fc.assert(
      fc.property(
        wholeTensors([1, 2, 5, 6]),
        fc.tuple(side, side),
        fc.tuple(side, side),
        ({ shape, data }, kernelSize, stride) => {
          const input = tensor(
            shape,
            data.map((value) => value.abs())
          );
          const kernel = { height: kernelSize[0], width: kernelSize[1] };
          const { padding } = windowGeometry({ height: 5, width: 6 }, kernel, { stride, padding: 'same' });
          const found = pool(input, kernelSize, { stride, padding: 'same' });
          expect(found.shape).toEqual([1, 2, Math.ceil(5 / stride[0]), Math.ceil(6 / stride[1])]);
          expect(sameTensor(found, pool(pad(input, padding), kernelSize, { stride }))).toBe(true);
          expect(sameTensor(found, pool(input, kernelSize, { stride, padding }))).toBe(true);
        }
      )
    );
  });

  it("leave the padding of 'same' out as TensorFlow does", () => {
    // tf.nn.max_pool2d and tf.nn.avg_pool2d of [1, 2, 3] with a window of 2: the last window has one cell.
    const row = exactTensor([[[[1, 2, 3]]]]);
    const same = { stride: 1, padding: 'same' } as const;
    expect(maxPool2d(row, [1, 2], same)).toEqual(exactTensor([[[[2, 3, 3]]]]));
    expect(avgPool2d(row, [1, 2], { ...same, countIncludePad: false })).toEqual(
      exactTensor([[[['3/2', '5/2', 3]]]])
    );
  });
});
