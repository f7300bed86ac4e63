import {
  batchNorm,
  batchNormBackward,
  crossEntropy,
  crossEntropyBackward,
  leakyRelu,
  leakyReluBackward,
  linear,
  linearBackward,
  logSoftmax,
  logSoftmaxBackward,
  matmul,
  matmulBackward,
  mseLoss,
  mseLossBackward,
  realTensor,
  relu,
  reluBackward,
  sigmoid,
  sigmoidBackward,
  softmax,
  softmaxBackward,
  step,
  stepBackward,
  tanh,
  tanhBackward,
  type AnyTensor,
  type RealTensor
} from '$lib/engine';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyKind,
  asTheirs,
  entriesSeed,
  expectAgreement,
  expectSame,
  realKind,
  SEED,
  tensorsFrom
} from './tensorflow';

/** Enough for what is not rational, in single precision. */
const CLOSE = 1e-4;

const side = fc.integer({ min: 1, max: 6 });
const anyShape = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });

describe('matmul and linear, held against TensorFlow.js', () => {
  it('have the same results and gradients', () => {
    const anyMatrices = fc.record({
      rows: side,
      inner: side,
      columns: side,
      kind: anyKind,
      seed: entriesSeed
    });
    fc.assert(
      fc.property(anyMatrices, ({ rows, inner, columns, kind, seed }) => {
        const tensorOf = tensorsFrom(kind, seed);
        const [left, right] = [tensorOf([rows, inner]), tensorOf([inner, columns])];
        const gradient = tensorOf([rows, columns]);
        expectAgreement({
          operands: [left, right],
          output: matmul(left, right),
          gradient,
          backward: (slopes) => {
            const both = matmulBackward(slopes, left, right);
            return [both.left, both.right];
          },
          theirs: (first, second) => tf.matMul(first as tf.Tensor2D, second as tf.Tensor2D)
        });
        const [weight, bias] = [tensorOf([columns, inner]), tensorOf([columns])];
        expectAgreement({
          operands: [left, weight, bias],
          output: linear(left, weight, bias),
          gradient,
          backward: (slopes) => {
            const all = linearBackward(slopes, left, weight);
            return [all.input, all.weight, all.bias];
          },
          theirs: (x, w, b) => tf.add(tf.matMul(x as tf.Tensor2D, w as tf.Tensor2D, false, true), b)
        });
      }),
      { seed: SEED, numRuns: 80 }
    );
  });
});

describe('activations, held against TensorFlow.js', () => {
  const rational = [
    { name: 'relu', ours: relu, backward: reluBackward, theirs: tf.relu },
    {
      name: 'leakyRelu with its own slope',
      ours: (input: AnyTensor) => leakyRelu(input),
      backward: (gradient: AnyTensor, input: AnyTensor) => leakyReluBackward(gradient, input),
      theirs: (x: tf.Tensor) => tf.leakyRelu(x, 0.01)
    },
    {
      name: 'leakyRelu with a slope of 1/4',
      ours: (input: AnyTensor) => leakyRelu(input, 0.25),
      backward: (gradient: AnyTensor, input: AnyTensor) => leakyReluBackward(gradient, input, 0.25),
      theirs: (x: tf.Tensor) => tf.leakyRelu(x, 0.25)
    },
    { name: 'step', ours: step, backward: stepBackward, theirs: (x: tf.Tensor) => tf.step(x) }
  ];

  it.each(rational)('$name has the same result and gradient', ({ ours, backward, theirs }) => {
    fc.assert(
      fc.property(anyShape, anyKind, entriesSeed, (shape, kind, seed) => {
        const tensorOf = tensorsFrom(kind, seed);
        const input = tensorOf(shape);
        expectAgreement<AnyTensor>({
          operands: [input],
          output: ours(input),
          gradient: tensorOf(shape),
          backward: (gradient) => [backward(gradient, input)],
          theirs: (x) => theirs(x),
          tolerance: 1e-6
        });
      }),
      { seed: SEED, numRuns: 30 }
    );
  });

  const transcendental = [
    { name: 'sigmoid', ours: sigmoid, backward: sigmoidBackward, theirs: tf.sigmoid },
    { name: 'tanh', ours: tanh, backward: tanhBackward, theirs: tf.tanh }
  ];

  it.each(transcendental)('$name has the same result and gradient', ({ ours, backward, theirs }) => {
    fc.assert(
      fc.property(anyShape, realKind, entriesSeed, (shape, kind, seed) => {
        const tensorOf = tensorsFrom(kind, seed, 3);
        const input = tensorOf(shape);
        expectAgreement({
          operands: [input],
          output: ours(input),
          gradient: tensorOf(shape),
          backward: (gradient) => [backward(gradient, input)],
          theirs: (x) => theirs(x),
          tolerance: CLOSE
        });
      }),
      { seed: SEED, numRuns: 40 }
    );
  });
});

describe('softmax and its logarithm, held against TensorFlow.js', () => {
  /** Theirs know only the last dimension: another one is brought there and back. */
  const alongLast = (x: tf.Tensor, dim: number, operation: (x: tf.Tensor) => tf.Tensor): tf.Tensor => {
    const order = x.shape.map((_, axis) => axis);
    const last = order.length - 1;
    [order[dim], order[last]] = [last, dim];
    return tf.transpose(operation(tf.transpose(x, order)), order);
  };

  const operations = [
    { name: 'softmax', ours: softmax, backward: softmaxBackward, theirs: tf.softmax },
    { name: 'logSoftmax', ours: logSoftmax, backward: logSoftmaxBackward, theirs: tf.logSoftmax }
  ];

  it.each(operations)('$name has the same result and gradient along every dimension', (operation) => {
    const { ours, backward, theirs } = operation;
    const anyInput = fc.record({
      shape: anyShape,
      dim: fc.nat(3),
      fromEnd: fc.boolean(),
      kind: realKind,
      seed: entriesSeed
    });
    fc.assert(
      fc.property(anyInput, ({ shape, dim, fromEnd, kind, seed }) => {
        const axis = dim % shape.length;
        const given = fromEnd ? axis - shape.length : axis;
        const tensorOf = tensorsFrom(kind, seed, 2);
        const input = tensorOf(shape);
        expectAgreement({
          operands: [input],
          output: ours(input, given),
          gradient: tensorOf(shape),
          backward: (gradient) => [backward(gradient, input, given)],
          theirs: (x) => alongLast(x, axis, (lines) => theirs(lines)),
          tolerance: CLOSE
        });
      }),
      { seed: SEED, numRuns: 50 }
    );
  });
});

describe('batchNorm, held against TensorFlow.js', () => {
  const anyBatch = fc
    .record({
      images: fc.integer({ min: 1, max: 4 }),
      channels: fc.integer({ min: 1, max: 3 }),
      plane: fc.option(fc.tuple(side, side)),
      eps: fc.constantFrom(1e-5, 1e-3, 0.1),
      momentum: fc.constantFrom(0.1, 0.5, 1),
      kind: realKind,
      seed: entriesSeed
    })
    // One value alone has no variance to learn from.
    .filter(({ images, plane }) => images * (plane?.[0] ?? 1) * (plane?.[1] ?? 1) > 1);

  /** Their batch norm broadcasts along the last dimension. */
  const normalized = (
    x: tf.Tensor,
    momentsOf: (last: tf.Tensor) => { mean: tf.Tensor; variance: tf.Tensor },
    weight: tf.Tensor,
    bias: tf.Tensor,
    eps: number
  ): tf.Tensor => {
    const image = x.rank === 4;
    const last = image ? tf.transpose(x, [0, 2, 3, 1]) : x;
    const { mean, variance } = momentsOf(last);
    const result = tf.batchNorm(
      last,
      mean as tf.Tensor1D,
      variance as tf.Tensor1D,
      bias as tf.Tensor1D,
      weight as tf.Tensor1D,
      eps
    );
    return image ? tf.transpose(result, [0, 3, 1, 2]) : result;
  };

  /** Over everything but the channels: of the population, as the paper's algorithm 1. */
  const momentsOfBatch = (last: tf.Tensor) =>
    tf.moments(last, last.shape.map((_, axis) => axis).slice(0, -1));

  it('in training has the same result, gradients and moments', () => {
    fc.assert(
      fc.property(anyBatch, ({ images, channels, plane, eps, momentum, kind, seed }) => {
        const tensorOf = tensorsFrom(kind, seed, 2);
        const input = tensorOf([images, channels, ...(plane ?? [])]);
        const [weight, bias] = [tensorOf([channels]), tensorOf([channels])];
        const [runningMean, runningVar] = [tensorOf([channels]), positive(tensorOf([channels]))];
        const options = { weight, bias, runningMean, runningVar, eps, momentum };
        const result = batchNorm(input, options);
        expectAgreement({
          operands: [input, weight, bias],
          output: result.output,
          gradient: tensorOf(input.shape),
          backward: (gradient) => {
            const slopes = batchNormBackward(gradient, input, options);
            return [slopes.input, slopes.weight, slopes.bias];
          },
          theirs: (x, w, b) => normalized(x, momentsOfBatch, w, b, eps),
          tolerance: CLOSE
        });
        const there = asTheirs(input);
        const { mean, variance } = momentsOfBatch(
          there.rank === 4 ? tf.transpose(there, [0, 2, 3, 1]) : there
        );
        expectSame('the mean', result.mean, mean, CLOSE);
        expectSame('the variance', result.variance, variance, CLOSE);
        // The running variance takes the unbiased one, as PyTorch's does.
        const count = input.data.length / channels;
        const moved = (from: RealTensor, to: tf.Tensor) =>
          tf.add(tf.mul(asTheirs(from), 1 - momentum), tf.mul(to, momentum));
        const unbiased = tf.mul(variance, count / (count - 1));
        expectSame('the running mean', result.runningMean, moved(runningMean, mean), CLOSE);
        expectSame('the running variance', result.runningVar, moved(runningVar, unbiased), CLOSE);
      }),
      { seed: SEED, numRuns: 60 }
    );
  });

  it('in use has the same result and gradients', () => {
    fc.assert(
      fc.property(anyBatch, ({ images, channels, plane, eps, kind, seed }) => {
        const tensorOf = tensorsFrom(kind, seed, 2);
        const input = tensorOf([images, channels, ...(plane ?? [])]);
        const [weight, bias, runningMean] = [
          tensorOf([channels]),
          tensorOf([channels]),
          tensorOf([channels])
        ];
        const runningVar = positive(tensorOf([channels]));
        const options = { weight, bias, runningMean, runningVar, eps, training: false };
        const moments = () => ({ mean: asTheirs(runningMean), variance: asTheirs(runningVar) });
        expectAgreement({
          operands: [input, weight, bias],
          output: batchNorm(input, options).output,
          gradient: tensorOf(input.shape),
          backward: (gradient) => {
            const slopes = batchNormBackward(gradient, input, options);
            return [slopes.input, slopes.weight, slopes.bias];
          },
          theirs: (x, w, b) => normalized(x, moments, w, b, eps),
          tolerance: CLOSE
        });
      }),
      { seed: SEED, numRuns: 40 }
    );
  });

  /** A variance: at least 1/4. */
  function positive({ shape, data }: RealTensor): RealTensor {
    return realTensor(
      shape,
      data.map((entry) => Math.abs(entry) + 0.25)
    );
  }
});

describe('losses, held against TensorFlow.js', () => {
  const reductions = {
    mean: tf.Reduction.MEAN,
    sum: tf.Reduction.SUM,
    none: tf.Reduction.NONE
  };
  const anyReduction = fc.constantFrom<('mean' | 'sum' | 'none')[]>('mean', 'sum', 'none');

  it('mseLoss has the same result and gradient', () => {
    fc.assert(
      fc.property(anyShape, anyReduction, anyKind, entriesSeed, (shape, reduction, kind, seed) => {
        const tensorOf = tensorsFrom(kind, seed);
        const [input, target] = [tensorOf(shape), tensorOf(shape)];
        const output = mseLoss(input, target, { reduction });
        expectAgreement({
          operands: [input],
          output,
          gradient: tensorOf(output.shape),
          backward: (gradient) => [mseLossBackward(gradient, input, target, { reduction })],
          theirs: (x) => tf.losses.meanSquaredError(asTheirs(target), x, undefined, reductions[reduction]),
          tolerance: 1e-5
        });
      }),
      { seed: SEED, numRuns: 60 }
    );
  });

  it('crossEntropy has the same result and gradient, for classes and for probabilities', () => {
    const anyBatch = fc.record({
      samples: side,
      classes: side,
      reduction: anyReduction,
      byClass: fc.boolean(),
      kind: realKind,
      seed: entriesSeed
    });
    fc.assert(
      fc.property(anyBatch, ({ samples, classes, reduction, byClass, kind, seed }) => {
        const tensorOf = tensorsFrom(kind, seed, 2);
        const logits = tensorOf([samples, classes]);
        const choices = Array.from(tensorOf([samples]).data, (entry) => Math.abs(2 * entry) % classes);
        // Rows of positive numbers that sum to one.
        const odds = Array.from(tensorOf([samples, classes]).data, (entry) => Math.abs(entry) + 0.5);
        const rowSum = (row: number) =>
          odds.slice(row * classes, (row + 1) * classes).reduce((sum, entry) => sum + entry, 0);
        const shared = odds.map((entry, cell) => entry / rowSum(Math.floor(cell / classes)));
        const shares = realTensor([samples, classes], kind === 'single' ? Float32Array.from(shared) : shared);
        const target = byClass ? choices : shares;
        const oneHot = choices.map((choice) =>
          Array.from({ length: classes }, (_, one) => Number(one === choice))
        );
        const theirTarget = byClass ? tf.tensor2d(oneHot) : asTheirs(shares);
        const output = crossEntropy(logits, target, { reduction });
        expect(output.shape).toEqual(reduction === 'none' ? [samples] : []);
        expectAgreement({
          operands: [logits],
          output,
          gradient: tensorOf(output.shape),
          backward: (gradient) => [crossEntropyBackward(gradient, logits, target, { reduction })],
          theirs: (x) =>
            tf.losses.softmaxCrossEntropy(
              theirTarget as tf.Tensor2D,
              x as tf.Tensor2D,
              undefined,
              0,
              reductions[reduction]
            ),
          tolerance: CLOSE
        });
      }),
      { seed: SEED, numRuns: 80 }
    );
  });
});
