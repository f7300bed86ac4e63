import {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  maxPool2dBackward,
  maxPool2dWithIndices,
  pad,
  padBackward
} from '$lib/engine';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyKind,
  asTheirs,
  bothOf,
  channelsFirst,
  channelsLast,
  entriesSeed,
  expectAgreement,
  expectSame,
  pairOf,
  SEED,
  tensorsFrom,
  type Pair
} from './tensorflow';

interface Pooling {
  height: number;
  width: number;
  kernelSize: Pair;
  stride: Pair;
  dilation: Pair;
  padding: Pair;
  ceilMode: boolean;
}

/** A window along one axis; all in cells. */
interface Axis {
  input: number;
  kernel: number;
  stride: number;
  dilation: number;
  padding: number;
  ceilMode: boolean;
}

const side = fc.integer({ min: 1, max: 8 });
const few = fc.integer({ min: 1, max: 3 });

const fields = {
  images: fc.integer({ min: 1, max: 2 }),
  channels: few,
  height: side,
  width: side,
  kernelSize: pairOf(1, 4),
  stride: pairOf(1, 4),
  padding: pairOf(0, 2),
  ceilMode: fc.boolean(),
  kind: anyKind,
  seed: entriesSeed
};

/** Both axes of a pooling. */
function axesOf(pooling: Pooling): readonly [Axis, Axis] {
  const { height, width, ceilMode } = pooling;
  const [kernel, stride, dilation, padding] = [
    bothOf(pooling.kernelSize),
    bothOf(pooling.stride),
    bothOf(pooling.dilation),
    bothOf(pooling.padding)
  ] as const;
  const axis = (index: 0 | 1, input: number): Axis => ({
    input,
    kernel: kernel[index],
    stride: stride[index],
    dilation: dilation[index],
    padding: padding[index],
    ceilMode
  });
  return [axis(0, height), axis(1, width)];
}

/**
 * Where each window begins, in cells of the padded axis: those that lie in it whole, and with ceilMode the one that
 * reaches over its end, unless it begins in the padding behind the input (PyTorch's rule; theirs keeps it).
 */
function startsAlong({ input, kernel, stride, dilation, padding, ceilMode }: Axis): number[] {
  const span = (kernel - 1) * dilation + 1;
  const end = input + 2 * padding + (ceilMode ? stride - 1 : 0);
  const starts: number[] = [];
  for (let start = 0; start + span <= end && (!ceilMode || start < input + padding); start += stride) {
    starts.push(start);
  }
  return starts;
}

/** Whether a pooling is one that PyTorch takes: little padding, and a cell of the input under every window. */
function isAllowed(pooling: Pooling): boolean {
  return axesOf(pooling).every((axis) => {
    const { input, kernel, dilation, padding } = axis;
    const span = (kernel - 1) * dilation + 1;
    const meetsInput = (start: number) =>
      Array.from({ length: kernel }, (_, tap) => start + tap * dilation - padding).some(
        (cell) => cell >= 0 && cell < input
      );
    return 2 * padding <= kernel && span <= input + 2 * padding && startsAlong(axis).every(meetsInput);
  });
}

/** Whether both axes are alike, so that a number as padding means the same on both sides of the comparison. */
function isAlike({ kernelSize, stride, padding }: Pooling): boolean {
  return [kernelSize, stride, padding].map(bothOf).every(([vertical, horizontal]) => vertical === horizontal);
}

/** [N, H, W, C] with its padding all around, and on the far sides the cells beyond it that ceilMode adds. */
function bordered(image: tf.Tensor4D, pooling: Pooling, around: number, beyond: number): tf.Tensor4D {
  const [down, across] = bothOf(pooling.padding);
  const [stepDown, stepAcross] = pooling.ceilMode ? bothOf(pooling.stride) : [1, 1];
  const padded = tf.pad(
    image,
    [
      [0, 0],
      [down, down],
      [across, across],
      [0, 0]
    ],
    around
  );
  return tf.pad(
    padded,
    [
      [0, 0],
      [0, stepDown - 1],
      [0, stepAcross - 1],
      [0, 0]
    ],
    beyond
  );
}

/** The windows of [N, OH, OW, C] that begin before the padding behind the input. */
function withoutLate(pooled: tf.Tensor4D, pooling: Pooling): tf.Tensor4D {
  const [rows, columns] = axesOf(pooling).map((axis) => startsAlong(axis).length) as [number, number];
  return tf.slice(pooled, [0, 0, 0, 0], [-1, rows, columns, -1]);
}

/** Less than any entry: as padding it never wins. */
const LOW = -1000;

describe('maxPool2d, held against TensorFlow.js', () => {
  const anyPooling = fc.record({ ...fields, dilation: pairOf(1, 2) }).filter(isAllowed);

  /** Strides beside a dilation are refused there: every window is taken, and then every stride-th of them. */
  const dilated = (image: tf.Tensor4D, pooling: Pooling): tf.Tensor4D => {
    const all = tf.pool(
      bordered(image, pooling, LOW, LOW),
      [...bothOf(pooling.kernelSize)] as [number, number],
      'max',
      'valid',
      [...bothOf(pooling.dilation)] as [number, number],
      1
    );
    const [rows, columns] = axesOf(pooling).map(startsAlong) as [number[], number[]];
    return tf.gather(tf.gather(all, rows, 1), columns, 2);
  };

  /** By their own rounding and, where they can, their own padding. */
  const byTheirRules = (image: tf.Tensor4D, pooling: Pooling): tf.Tensor4D => {
    const { kernelSize, stride, padding, ceilMode } = pooling;
    const rounding = ceilMode ? 'ceil' : 'floor';
    return withoutLate(tf.maxPool(image, kernelSize, stride, bothOf(padding)[0], rounding), pooling);
  };

  const undilated = (image: tf.Tensor4D, pooling: Pooling): tf.Tensor4D => {
    // Their gradient forgets the rounding (gradients/MaxPool_grad.ts), so ceilMode is padding there.
    if (isAlike(pooling) && !pooling.ceilMode) return byTheirRules(image, pooling);
    const { kernelSize, stride } = pooling;
    return withoutLate(tf.maxPool(bordered(image, pooling, LOW, LOW), kernelSize, stride, 'valid'), pooling);
  };

  it('has the same result and gradient, with padding, dilation and ceilMode', () => {
    fc.assert(
      fc.property(anyPooling, ({ images, channels, kind, seed, kernelSize, ...pooling }) => {
        const whole = { kernelSize, ...pooling };
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, channels, pooling.height, pooling.width]);
        const { stride, padding: around, dilation, ceilMode } = pooling;
        const options = { stride, padding: around, dilation, ceilMode };
        const { output, indices } = maxPool2dWithIndices(input, kernelSize, options);
        const isDilated = bothOf(pooling.dilation).some((step) => step > 1);
        expectAgreement({
          operands: [input],
          output,
          gradient: tensorOf(output.shape),
          backward: (gradient) => [maxPool2dBackward(gradient, input, kernelSize, options)],
          theirs: (x) => channelsFirst((isDilated ? dilated : undilated)(channelsLast(x), whole))
        });
        if (isDilated || !isAlike(whole)) return;
        const image = channelsLast(asTheirs(input));
        expectSame('the result, by their own rules', output, channelsFirst(byTheirRules(image, whole)));
        if (pooling.ceilMode) return;
        const padding = bothOf(pooling.padding)[0];
        // Their index counts channels too, innermost.
        const { indexes } = tf.maxPoolWithArgmax(image, kernelSize, pooling.stride, padding);
        const cells = channelsFirst(indexes as tf.Tensor).dataSync();
        expect(indices).toEqual(Array.from(cells, (index) => Math.floor(index / channels)));
      }),
      { seed: SEED, numRuns: 200 }
    );
  });
});

describe('avgPool2d, held against TensorFlow.js', () => {
  const anyPooling = fc
    .record({
      ...fields,
      dilation: fc.constant(1),
      countIncludePad: fc.boolean(),
      divisorOverride: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 4 })
    })
    .filter(isAllowed);

  it('has the same result and gradient, whatever is counted', () => {
    fc.assert(
      fc.property(
        anyPooling,
        ({ images, channels, height, width, kind, seed, kernelSize, dilation, ...options }) => {
          const { stride, padding, ceilMode, countIncludePad, divisorOverride } = options;
          const pooling = { kernelSize, dilation, height, width, ...options };
          const tensorOf = tensorsFrom(kind, seed);
          const input = tensorOf([images, channels, height, width]);
          const output = avgPool2d(input, kernelSize, options);
          const averages = (image: tf.Tensor4D, around: number) =>
            withoutLate(
              tf.avgPool(bordered(image, pooling, around, 0), kernelSize, stride, 'valid'),
              pooling
            );
          const [kernelHeight, kernelWidth] = bothOf(kernelSize);
          // Their average is over the whole window; this is how much of it counts.
          const share =
            divisorOverride === null
              ? averages(tf.ones([1, height, width, 1]), countIncludePad ? 1 : 0)
              : tf.scalar(divisorOverride / (kernelHeight * kernelWidth));
          expectAgreement({
            operands: [input],
            output,
            gradient: tensorOf(output.shape),
            tolerance: 1e-5,
            backward: (gradient) => [avgPool2dBackward(gradient, input, kernelSize, options)],
            theirs: (x) => channelsFirst(tf.div(averages(channelsLast(x), 0), share))
          });
          if (countIncludePad || divisorOverride !== null || !isAlike(pooling)) return;
          const image = channelsLast(asTheirs(input));
          const rounding = ceilMode ? 'ceil' : 'floor';
          const pooled = tf.avgPool(image, kernelSize, stride, bothOf(padding)[0], rounding);
          expectSame(
            'the result, by their own padding',
            output,
            channelsFirst(withoutLate(pooled, pooling)),
            1e-5
          );
        }
      ),
      { seed: SEED, numRuns: 200 }
    );
  });
});

describe('adaptive and global average pooling, held against TensorFlow.js', () => {
  /** The average of every window along one axis, which is theirs of a slice. */
  const averagesAlong = (image: tf.Tensor4D, axis: 1 | 2, outputs: number): tf.Tensor4D => {
    const length = image.shape[axis];
    const windows = Array.from({ length: outputs }, (_, index) => {
      const first = Math.floor((index * length) / outputs);
      const end = Math.ceil(((index + 1) * length) / outputs);
      const cells = Array.from({ length: end - first }, (_, cell) => first + cell);
      return tf.mean<tf.Tensor4D>(tf.gather(image, cells, axis), axis, true);
    });
    return tf.concat(windows, axis);
  };

  it('has the same result and gradient', () => {
    const anyOutput = fc.record({ ...fields, rows: side, columns: side });
    fc.assert(
      fc.property(anyOutput, ({ images, channels, height, width, rows, columns, kind, seed }) => {
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, channels, height, width]);
        const output = adaptiveAvgPool2d(input, [rows, columns]);
        expectAgreement({
          operands: [input],
          output,
          gradient: tensorOf(output.shape),
          tolerance: 1e-5,
          backward: (gradient) => [adaptiveAvgPool2dBackward(gradient, input)],
          theirs: (x) => channelsFirst(averagesAlong(averagesAlong(channelsLast(x), 1, rows), 2, columns))
        });
        const whole = globalAvgPool2d(input);
        expectAgreement({
          operands: [input],
          output: whole,
          gradient: tensorOf(whole.shape),
          tolerance: 1e-5,
          backward: (gradient) => [globalAvgPool2dBackward(gradient, input)],
          theirs: (x) => tf.mean(x, [2, 3], true)
        });
      }),
      { seed: SEED, numRuns: 60 }
    );
  });
});

describe('padding modes, held against TensorFlow.js', () => {
  type Mode = 'zero' | 'reflect' | 'replicate' | 'circular';

  /** One axis of a tensor between what the mode puts before and after it. */
  const extended = (image: tf.Tensor, axis: number, before: number, after: number, mode: Mode): tf.Tensor => {
    const length = image.shape[axis] as number;
    const part = (first: number, cells: number) => {
      const begin = image.shape.map((_, dimension) => (dimension === axis ? first : 0));
      const size = image.shape.map((side, dimension) => (dimension === axis ? cells : side));
      return tf.slice(image, begin, size);
    };
    const repeated = (edge: tf.Tensor, times: number) =>
      tf.tile(
        edge,
        image.shape.map((_, dimension) => (dimension === axis ? times : 1))
      );
    const border = {
      zero: (cells: number) => tf.zerosLike(repeated(part(0, 1), cells)),
      replicate: (cells: number, atEnd: boolean) => repeated(part(atEnd ? length - 1 : 0, 1), cells),
      reflect: (cells: number, atEnd: boolean) =>
        tf.reverse(part(atEnd ? length - 1 - cells : 1, cells), axis),
      circular: (cells: number, atEnd: boolean) => part(atEnd ? 0 : length - cells, cells)
    }[mode];
    const parts = [
      ...(before > 0 ? [border(before, false)] : []),
      image,
      ...(after > 0 ? [border(after, true)] : [])
    ];
    return tf.concat(parts, axis);
  };

  const anyPadding = fc
    .record({
      ...fields,
      top: fc.nat(3),
      bottom: fc.nat(3),
      left: fc.nat(3),
      right: fc.nat(3),
      mode: fc.constantFrom<Mode>('zero', 'reflect', 'replicate', 'circular')
    })
    .filter(({ height, width, top, bottom, left, right, mode }) => {
      if (mode === 'zero' || mode === 'replicate') return true;
      // A mirror image leaves the edge itself out.
      const edge = mode === 'reflect' ? 1 : 0;
      return Math.max(top, bottom) + edge <= height && Math.max(left, right) + edge <= width;
    });

  it('have the same result and gradient', () => {
    fc.assert(
      fc.property(anyPadding, ({ images, channels, height, width, kind, seed, mode, ...sides }) => {
        const { top, bottom, left, right } = sides;
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf([images, channels, height, width]);
        const given = { top, bottom, left, right };
        const output = pad(input, given, mode);
        expectAgreement({
          operands: [input],
          output,
          gradient: tensorOf(output.shape),
          backward: (gradient) => [padBackward(gradient, input, given, mode)],
          theirs: (x) => extended(extended(x, 2, top, bottom, mode), 3, left, right, mode)
        });
        if (mode !== 'reflect' && mode !== 'zero') return;
        const borders: [number, number][] = [
          [0, 0],
          [0, 0],
          [top, bottom],
          [left, right]
        ];
        const there = asTheirs(input);
        const padded = mode === 'zero' ? tf.pad(there, borders) : tf.mirrorPad(there, borders, mode);
        expectSame(`the result, by their own ${mode}`, output, padded);
      }),
      { seed: SEED, numRuns: 80 }
    );
  });
});
