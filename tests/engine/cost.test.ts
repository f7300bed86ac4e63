import {
  adaptivePoolingCost,
  averagePoolingCost,
  batchNormCost,
  convolutionCost,
  KernelTooLargeError,
  linearCost,
  maxPoolingCost,
  MOST_CELLS,
  SettingError,
  ShapeError
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('what a convolution costs', () => {
  it('is K·C·F·F weights, K biases and so many multiply-adds for each output cell', () => {
    // CS231n, "Convolutional Networks": 3 channels, 10 filters of 5×5, padding 2: 760 parameters on 32×32 cells.
    expect(convolutionCost([3, 32, 32], { filters: 10, kernelSize: 5, padding: 2 })).toEqual({
      outputShape: [10, 32, 32],
      parameterShapes: { weight: [10, 3, 5, 5], bias: [10] },
      parameters: 760,
      multiplyAdds: 32 * 32 * 10 * 75
    });
  });

  it('without a bias has its weights only', () => {
    const { parameters, parameterShapes } = convolutionCost([3, 8, 8], {
      filters: 4,
      kernelSize: 3,
      bias: false
    });
    expect(parameters).toBe(4 * 27);
    expect(parameterShapes).toEqual({ weight: [4, 3, 3, 3] });
  });

  it('in g groups is a g-th of both', () => {
    const one = convolutionCost([8, 9, 7], { filters: 4, kernelSize: [3, 2], bias: false });
    const four = convolutionCost([8, 9, 7], { filters: 4, kernelSize: [3, 2], bias: false, groups: 4 });
    expect(four.parameters * 4).toBe(one.parameters);
    expect(four.multiplyAdds * 4).toBe(one.multiplyAdds);
  });

  it('depthwise and pointwise is 1/N + 1/D² of a full one', () => {
    // Howard and others, "MobileNets", section 3.1: here N = 16 filters, kernels of D = 3.
    const input = [8, 14, 14];
    const full = convolutionCost(input, { filters: 16, kernelSize: 3, padding: 1 });
    const depthwise = convolutionCost(input, { filters: 8, kernelSize: 3, padding: 1, groups: 8 });
    const pointwise = convolutionCost(input, { filters: 16, kernelSize: 1 });
    expect((depthwise.multiplyAdds + pointwise.multiplyAdds) / full.multiplyAdds).toBeCloseTo(
      1 / 16 + 1 / 9,
      12
    );
  });

  it('is the products that are counted one by one', () => {
    const settings = fc.record({
      groups: fc.integer({ min: 1, max: 3 }),
      groupChannels: fc.integer({ min: 1, max: 3 }),
      groupFilters: fc.integer({ min: 1, max: 3 }),
      height: fc.integer({ min: 3, max: 7 }),
      width: fc.integer({ min: 3, max: 7 }),
      kernel: fc.integer({ min: 1, max: 3 }),
      stride: fc.integer({ min: 1, max: 3 }),
      padding: fc.nat(2)
    });
    fc.assert(
      fc.property(
        settings,
        ({ groups, groupChannels, groupFilters, height, width, kernel, stride, padding }) => {
          let products = 0;
          for (let filter = 0; filter < groups * groupFilters; filter++) {
            for (let row = -padding; row + kernel <= height + padding; row += stride) {
              for (let column = -padding; column + kernel <= width + padding; column += stride) {
                products += groupChannels * kernel * kernel;
              }
            }
          }
          const cost = convolutionCost([groups * groupChannels, height, width], {
            filters: groups * groupFilters,
            kernelSize: kernel,
            stride,
            padding,
            groups
          });
          expect(cost.multiplyAdds).toBe(products);
        }
      )
    );
  });
});

describe('what other layers cost', () => {
  it('linear: a weight for each pair and a bias for each output, far beyond the cells of any tensor', () => {
    // The first linear layer of VGG-16: 25088 · 4096 weights.
    const cost = linearCost([25088], { outFeatures: 4096 });
    expect(cost).toEqual({
      outputShape: [4096],
      parameterShapes: { weight: [4096, 25088], bias: [4096] },
      parameters: 102_764_544,
      multiplyAdds: 102_760_448
    });
    expect(cost.parameters).toBeGreaterThan(MOST_CELLS);
    expect(linearCost([3], { outFeatures: 2, bias: false })).toMatchObject({
      parameters: 6,
      parameterShapes: { weight: [2, 3] }
    });
  });

  it('batch normalization: two numbers a channel, one multiply-add a cell', () => {
    expect(batchNormCost([6, 4, 5])).toEqual({
      outputShape: [6, 4, 5],
      parameterShapes: { weight: [6], bias: [6] },
      parameters: 12,
      multiplyAdds: 120
    });
    expect(batchNormCost([7])).toMatchObject({ outputShape: [7], parameters: 14, multiplyAdds: 7 });
  });

  it('pooling: nothing', () => {
    const nothing = { parameterShapes: {}, parameters: 0, multiplyAdds: 0 };
    expect(maxPoolingCost([6, 28, 28], { kernelSize: 2 })).toEqual({ ...nothing, outputShape: [6, 14, 14] });
    expect(maxPoolingCost([96, 55, 55], { kernelSize: 3, stride: 2 })).toEqual({
      ...nothing,
      outputShape: [96, 27, 27]
    });
    expect(averagePoolingCost([2, 5, 5], { kernelSize: [2, 3], stride: 2, ceilMode: true })).toEqual({
      ...nothing,
      outputShape: [2, 3, 2]
    });
    expect(adaptivePoolingCost([512, 7, 7], 1)).toEqual({ ...nothing, outputShape: [512, 1, 1] });
  });
});

describe('layers that cannot be', () => {
  it.each<[string, new (...given: never[]) => Error, () => unknown, RegExp]>([
    [
      'no filter',
      SettingError,
      () => convolutionCost([1, 5, 5], { filters: 0, kernelSize: 3 }),
      /conv2d: filters.*0/
    ],
    [
      'groups that do not divide',
      SettingError,
      () => convolutionCost([4, 5, 5], { filters: 4, kernelSize: 3, groups: 3 }),
      /conv2d: 3 groups.*4/
    ],
    [
      'no groups',
      SettingError,
      () => convolutionCost([4, 5, 5], { filters: 4, kernelSize: 3, groups: 0 }),
      /conv2d: groups.*0/
    ],
    [
      'a list under a kernel',
      ShapeError,
      () => convolutionCost([4], { filters: 4, kernelSize: 3 }),
      /conv2d:.*\[1, 4\]/
    ],
    [
      'a length that is no length',
      ShapeError,
      () => convolutionCost([1.5, 5, 5], { filters: 4, kernelSize: 3 }),
      /conv2d:.*\[1\.5, 5, 5\]/
    ],
    [
      'a kernel too large',
      KernelTooLargeError,
      () => convolutionCost([4, 5, 5], { filters: 4, kernelSize: 6 }),
      /6.*5/
    ],
    ['no outputs', SettingError, () => linearCost([4], { outFeatures: 0 }), /linear: outFeatures.*0/],
    [
      'an image into a linear layer',
      ShapeError,
      () => linearCost([1, 2, 2], { outFeatures: 2 }),
      /linear:.*\[1, 2, 2\].*flatten/
    ],
    ['no features', ShapeError, () => linearCost([0], { outFeatures: 2 }), /linear:.*\[0\]/],
    ['a matrix to normalize', ShapeError, () => batchNormCost([2, 2]), /batchNorm:.*\[2, 2\]/],
    ['an empty channel to normalize', ShapeError, () => batchNormCost([2, 0, 2]), /batchNorm:.*\[2, 0, 2\]/],
    [
      'a list under a maximum',
      ShapeError,
      () => maxPoolingCost([2], { kernelSize: 2 }),
      /maxPool2d:.*\[1, 2\]/
    ],
    [
      'a negative height',
      ShapeError,
      () => maxPoolingCost([2, -2, 2], { kernelSize: 2 }),
      /maxPool2d:.*\[2, -2, 2\]/
    ],
    [
      'a list under an average',
      ShapeError,
      () => averagePoolingCost([2], { kernelSize: 2 }),
      /avgPool2d:.*\[1, 2\]/
    ],
    ['no output size', SettingError, () => adaptivePoolingCost([2, 2, 2], 0), /adaptiveAvgPool2d:.*0/]
  ])('%s', (_, kind, action, message) => {
    expect(action).toThrow(kind);
    expect(action).toThrow(message);
  });
});
