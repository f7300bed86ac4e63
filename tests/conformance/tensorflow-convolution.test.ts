import {
  conv1d,
  conv1dBackward,
  conv2d,
  conv2dBackward,
  convTranspose2d,
  convTranspose2dBackward,
  depthwiseConv2d,
  depthwiseConv2dBackward
} from '$lib/engine';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  anyKind,
  asTheirs,
  bothOf,
  channelsFirst,
  channelsLast,
  entriesSeed,
  expectAgreement,
  expectSame,
  filtersLast,
  pairOf,
  SEED,
  tensorsFrom
} from './tensorflow';
import {
  byGroups,
  fits,
  operandFields,
  padThere,
  roundingOf,
  spread,
  windowFields
} from './tensorflow-windows';

describe('conv2d, held against TensorFlow.js', () => {
  const anyConvolution = fc
    .record({
      ...windowFields,
      ...operandFields,
      groups: fc.integer({ min: 1, max: 3 }),
      groupChannels: fc.integer({ min: 1, max: 3 }),
      groupFilters: fc.integer({ min: 1, max: 6 })
    })
    .filter(fits);
  const side = fc.integer({ min: 12, max: 24 });
  /** Of a size at which the engine computes with vectors, where the machine has any. */
  const sizableConvolution = fc
    .record({
      ...windowFields,
      ...operandFields,
      ...{ height: side, width: side },
      groups: fc.integer({ min: 1, max: 2 }),
      groupChannels: fc.integer({ min: 4, max: 6 }),
      groupFilters: fc.integer({ min: 5, max: 12 })
    })
    .filter(fits);

  const sameThere = (convolutions: typeof anyConvolution) =>
    fc.property(convolutions, (setting) => {
      const { images, groups, groupChannels, groupFilters, kind, seed, hasBias } = setting;
      const { stride, padding, dilation } = setting;
      const filters = groups * groupFilters;
      const tensorOf = tensorsFrom(kind, seed);
      const input = tensorOf([images, groups * groupChannels, setting.height, setting.width]);
      const weight = tensorOf([filters, groupChannels, setting.kernelHeight, setting.kernelWidth]);
      const bias = hasBias ? tensorOf([filters]) : null;
      const options = { stride, padding, dilation, groups };
      const output = conv2d(input, weight, { bias, ...options });
      const there =
        (gaps: 'as zeros' | 'as dilation') =>
        (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor = tf.zeros([filters])) => {
          const { image, pad } = padThere(channelsLast(x), setting);
          const result = byGroups(groups, image, filtersLast(w), (part, kernels) =>
            gaps === 'as zeros'
              ? tf.conv2d(part, spread(kernels, dilation), stride, pad, 'NHWC', 1, roundingOf(pad))
              : tf.conv2d(part, kernels, stride, pad, 'NHWC', dilation, roundingOf(pad))
          );
          return channelsFirst(tf.add(result, b));
        };
      expectAgreement({
        operands: [input, weight, ...(bias ? [bias] : [])],
        output,
        gradient: tensorOf(output.shape),
        theirs: there('as zeros'),
        backward: (gradient) => {
          const slopes = conv2dBackward(gradient, input, weight, options);
          return [slopes.input, slopes.weight, ...(bias ? [slopes.bias] : [])];
        }
      });
      if (bothOf(stride).every((step) => step === 1)) {
        const operands = [input, weight, ...(bias ? [bias] : [])].map(asTheirs) as [tf.Tensor, tf.Tensor];
        expectSame('the result, by their own dilation', output, there('as dilation')(...operands));
      }
    });

  it('has the same result and gradients, for every padding, stride, dilation and number of groups', () => {
    fc.assert(sameThere(anyConvolution), { seed: SEED, numRuns: 400 });
  });

  it('has the same result and gradients at sizes for which the engine has its own loops', () => {
    fc.assert(sameThere(sizableConvolution), { seed: SEED, numRuns: 25 });
  });
});

describe('depthwiseConv2d, held against TensorFlow.js', () => {
  const anyConvolution = fc
    .record({
      ...windowFields,
      ...operandFields,
      channels: fc.integer({ min: 1, max: 4 }),
      multiplier: fc.integer({ min: 1, max: 3 })
    })
    .filter(fits);

  it('has the same result and gradients', () => {
    fc.assert(
      fc.property(anyConvolution, (setting) => {
        const { images, channels, multiplier, kind, seed, kernelHeight, kernelWidth } = setting;
        const { stride, padding, dilation } = setting;
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, channels, setting.height, setting.width]);
        const weight = tensorOf([channels * multiplier, 1, kernelHeight, kernelWidth]);
        const bias = setting.hasBias ? tensorOf([channels * multiplier]) : null;
        const options = { stride, padding, dilation };
        const output = depthwiseConv2d(input, weight, { bias, ...options });
        const operands = [input, weight, ...(bias ? [bias] : [])];
        const there =
          (gaps: 'as zeros' | 'as dilation') =>
          (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor = tf.zeros([channels * multiplier])) => {
            const { image, pad } = padThere(channelsLast(x), setting);
            const ofChannels = tf.reshape(w, [channels, multiplier, kernelHeight, kernelWidth]);
            // [FH, FW, C, M]
            const filters = tf.transpose<tf.Tensor4D>(ofChannels as tf.Tensor4D, [2, 3, 0, 1]);
            const rounding = roundingOf(pad);
            const result =
              gaps === 'as zeros'
                ? tf.depthwiseConv2d(image, spread(filters, dilation), stride, pad, 'NHWC', 1, rounding)
                : tf.depthwiseConv2d(image, filters, stride, pad, 'NHWC', dilation, rounding);
            return channelsFirst(tf.add(result, b));
          };
        expectAgreement({
          operands,
          output,
          gradient: tensorOf(output.shape),
          theirs: there('as zeros'),
          backward: (gradient) => {
            const slopes = depthwiseConv2dBackward(gradient, input, weight, options);
            return [slopes.input, slopes.weight, ...(bias ? [slopes.bias] : [])];
          }
        });
        if (bothOf(stride).every((step) => step === 1)) {
          const [x, w, b] = operands.map(asTheirs) as [tf.Tensor, tf.Tensor, tf.Tensor?];
          expectSame('the result, by their own dilation', output, there('as dilation')(x, w, b));
        }
      }),
      { seed: SEED, numRuns: 120 }
    );
  });
});

describe('conv1d, held against TensorFlow.js', () => {
  const few = fc.integer({ min: 1, max: 3 });
  const anyConvolution = fc
    .record({
      ...operandFields,
      groups: few,
      groupChannels: few,
      groupFilters: few,
      length: fc.integer({ min: 1, max: 10 }),
      kernel: fc.integer({ min: 1, max: 4 }),
      stride: few,
      dilation: few,
      padding: fc.oneof(fc.nat(3), fc.constantFrom<('valid' | 'same')[]>('valid', 'same'))
    })
    .filter(({ length, kernel, dilation, padding }) => {
      if (padding === 'same') return true;
      return (kernel - 1) * dilation < length + 2 * (padding === 'valid' ? 0 : padding);
    });

  it('has the same result and gradients', () => {
    fc.assert(
      fc.property(anyConvolution, (setting) => {
        const { images, groups, groupChannels, groupFilters, kind, seed } = setting;
        const { length, kernel, stride, dilation, padding } = setting;
        const filters = groups * groupFilters;
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, groups * groupChannels, length]);
        const weight = tensorOf([filters, groupChannels, kernel]);
        const bias = setting.hasBias ? tensorOf([filters]) : null;
        const options = { stride, padding, dilation, groups };
        const output = conv1d(input, weight, { bias, ...options });
        const operands = [input, weight, ...(bias ? [bias] : [])];
        const there =
          (gaps: 'as zeros' | 'as dilation') =>
          (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor = tf.zeros([filters])) => {
            // Theirs takes a number to be padding above and below the line too, so the zeros are written out.
            const pad = typeof padding === 'number' ? 'valid' : padding;
            const ends: [number, number] = typeof padding === 'number' ? [padding, padding] : [0, 0];
            const line = tf.pad(tf.transpose(x, [0, 2, 1]) as tf.Tensor3D, [[0, 0], ends, [0, 0]]);
            // [F, C, K]
            const taps = tf.transpose(w, [2, 1, 0]) as tf.Tensor3D;
            const convolved = (own: tf.Tensor3D, part: tf.Tensor3D) => {
              if (gaps === 'as dilation') return tf.conv1d(own, part, stride, pad, 'NWC', dilation);
              const column = tf.expandDims<tf.Tensor4D>(part, 1);
              return tf.conv1d(own, tf.squeeze<tf.Tensor3D>(spread(column, [dilation, 1]), [1]), stride, pad);
            };
            return tf.transpose(tf.add(byGroups(groups, line, taps, convolved), b), [0, 2, 1]);
          };
        expectAgreement({
          operands,
          output,
          gradient: tensorOf(output.shape),
          theirs: there('as zeros'),
          backward: (gradient) => {
            const slopes = conv1dBackward(gradient, input, weight, options);
            return [slopes.input, slopes.weight, ...(bias ? [slopes.bias] : [])];
          }
        });
        if (stride === 1) {
          const [x, w, b] = operands.map(asTheirs) as [tf.Tensor, tf.Tensor, tf.Tensor?];
          expectSame('the result, by their own dilation', output, there('as dilation')(x, w, b));
        }
      }),
      { seed: SEED, numRuns: 100 }
    );
  });
});

describe('convTranspose2d, held against TensorFlow.js', () => {
  const few = fc.integer({ min: 1, max: 3 });
  const side = fc.integer({ min: 1, max: 5 });
  const anyTransposed = fc
    .record({
      ...operandFields,
      ...{ height: side, width: side, groups: few, groupChannels: few, groupFilters: few },
      kernelHeight: fc.integer({ min: 1, max: 4 }),
      kernelWidth: fc.integer({ min: 1, max: 4 }),
      stride: pairOf(1, 3),
      padding: pairOf(0, 2),
      outputPadding: pairOf(0, 2),
      dilation: pairOf(1, 3)
    })
    .filter(({ outputPadding, stride, dilation, padding, ...sizes }) =>
      ([0, 1] as const).every((axis) => {
        const [input, kernel] = [
          [sizes.height, sizes.kernelHeight],
          [sizes.width, sizes.kernelWidth]
        ][axis] as [number, number];
        const [step, gap, cut, added] = [stride, dilation, padding, outputPadding].map(
          (pair) => bothOf(pair)[axis]
        ) as [number, number, number, number];
        const whole = (input - 1) * step + (kernel - 1) * gap + 1;
        return added < Math.max(step, gap) && whole + added - 2 * cut >= 1;
      })
    );

  it('has the same result and gradients, with stride, padding, dilation and output padding', () => {
    fc.assert(
      fc.property(anyTransposed, (setting) => {
        const { images, groups, groupChannels, groupFilters, kind, seed } = setting;
        const { stride, padding, outputPadding, dilation } = setting;
        const filters = groups * groupFilters;
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, groups * groupChannels, setting.height, setting.width]);
        const weight = tensorOf([
          groups * groupChannels,
          groupFilters,
          setting.kernelHeight,
          setting.kernelWidth
        ]);
        const bias = setting.hasBias ? tensorOf([filters]) : null;
        const options = { stride, padding, outputPadding, dilation, groups };
        const output = convTranspose2d(input, weight, { bias, ...options });
        const there = (x: tf.Tensor, w: tf.Tensor, b: tf.Tensor = tf.zeros([filters])) => {
          const result = byGroups(groups, channelsLast(x), filtersLast(w), (image, kernels) => {
            const taps = spread(kernels, dilation);
            const [down, across] = bothOf(stride);
            const [height, width] = [
              (setting.height - 1) * down + taps.shape[0],
              (setting.width - 1) * across + taps.shape[1]
            ];
            return tf.conv2dTranspose(image, taps, [images, height, width, groupFilters], stride, 'valid');
          });
          // All that the kernels lay down; output padding adds to the far sides, padding is cut off all around.
          const [below, right] = bothOf(outputPadding);
          const [top, left] = bothOf(padding);
          const whole = tf.pad(result, [
            [0, 0],
            [0, below],
            [0, right],
            [0, 0]
          ]);
          const [, wholeHeight, wholeWidth] = whole.shape;
          const kept = tf.slice(
            whole,
            [0, top, left, 0],
            [-1, wholeHeight - 2 * top, wholeWidth - 2 * left, -1]
          );
          return channelsFirst(tf.add(kept, b));
        };
        expectAgreement({
          operands: [input, weight, ...(bias ? [bias] : [])],
          output,
          gradient: tensorOf(output.shape),
          theirs: there,
          backward: (gradient) => {
            const slopes = convTranspose2dBackward(gradient, input, weight, options);
            return [slopes.input, slopes.weight, ...(bias ? [slopes.bias] : [])];
          }
        });
      }),
      { seed: SEED, numRuns: 160 }
    );
  });

  it('has the same result and gradients where they choose the padding', () => {
    const anySquare = fc.record({ kind: anyKind, seed: entriesSeed, side, stride: few, padding: fc.nat(2) });
    fc.assert(
      fc.property(anySquare, ({ kind, seed, side: length, stride, padding }) => {
        // Then 'same', an output of `stride` times the input, is an even number of cells on each axis.
        const kernel = stride + 2 * padding;
        const tensorOf = tensorsFrom(kind, seed);
        const [input, weight] = [tensorOf([2, 2, length, length]), tensorOf([2, 3, kernel, kernel])];
        const output = convTranspose2d(input, weight, { stride, padding });
        const shape: [number, number, number, number] = [2, length * stride, length * stride, 3];
        const gradient = tensorOf(output.shape);
        for (const pad of ['same', padding] as const) {
          expectAgreement({
            operands: [input, weight],
            output,
            gradient,
            theirs: (x, w) =>
              channelsFirst(
                tf.conv2dTranspose(channelsLast(x), filtersLast(w), shape, stride, pad, roundingOf(pad))
              ),
            backward: (slopes) => {
              const found = convTranspose2dBackward(slopes, input, weight, { stride, padding });
              return [found.input, found.weight];
            }
          });
        }
      }),
      { seed: SEED, numRuns: 40 }
    );
  });
});
