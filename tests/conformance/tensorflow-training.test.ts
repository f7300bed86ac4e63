import {
  adam,
  backward,
  crossEntropy,
  crossEntropyBackward,
  forward,
  initialState,
  momentum,
  network,
  realTensor,
  rmsProp,
  sgd,
  type Optimizer,
  type RealTensor
} from '$lib/engine';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asTheirs,
  channelsFirst,
  channelsLast,
  expectSame,
  filtersLast,
  SEED,
  tensorsFrom
} from './tensorflow';

const STEPS = 5;

/** Both sides with the same formula; where they differ in the place of ε, it is made too small to matter. */
const OPTIMIZERS: readonly {
  name: string;
  ours: Optimizer<RealTensor, unknown>;
  theirs: () => tf.Optimizer;
}[] = [
  { name: 'sgd', ours: sgd({ lr: 0.05 }), theirs: () => tf.train.sgd(0.05) },
  {
    name: 'momentum',
    ours: momentum({ lr: 0.05, momentum: 0.8 }),
    theirs: () => tf.train.momentum(0.05, 0.8)
  },
  {
    name: 'rmsProp',
    ours: rmsProp({ lr: 0.01, alpha: 0.9, eps: 1e-15 }),
    theirs: () => tf.train.rmsprop(0.01, 0.9, 0, 1e-30)
  },
  {
    name: 'adam',
    ours: adam({ lr: 0.01, betas: [0.8, 0.95], eps: 1e-8 }),
    theirs: () => tf.train.adam(0.01, 0.8, 0.95, 1e-8)
  }
];

describe('training, held against TensorFlow.js', () => {
  it.each(OPTIMIZERS)(
    'by $name loses the same at every step and ends with the same parameters',
    (optimizer) => {
      const anyTraining = fc.record({
        seed: fc.nat(2 ** 20),
        images: fc.integer({ min: 1, max: 4 }),
        channels: fc.integer({ min: 1, max: 2 }),
        filters: fc.integer({ min: 1, max: 5 }),
        side: fc.constantFrom(2, 4, 6),
        classes: fc.integer({ min: 2, max: 4 })
      });
      fc.assert(
        fc.property(anyTraining, ({ seed, images, channels, filters, side, classes }) => {
          const tensorOf = tensorsFrom('double', seed, 4);
          const input = tensorOf([images, channels, side, side]);
          const target = Array.from(tensorOf([images]).data, (entry) => Math.abs(4 * entry) % classes);
          const small = network(
            [channels, side, side],
            [
              { type: 'conv2d', filters, kernelSize: 3, padding: 1 },
              { type: 'tanh' },
              { type: 'avgPool2d', kernelSize: 2 },
              { type: 'flatten' },
              { type: 'linear', outFeatures: classes }
            ]
          );
          const { parameters: initial, buffers } = initialState(small, { seed });
          const variables = [0, 4].flatMap((layer) =>
            (['weight', 'bias'] as const).map((name) =>
              tf.variable(asTheirs(initial[layer]?.[name] as RealTensor))
            )
          ) as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
          const theirLosses = trainedThere(optimizer.theirs(), variables, input, target, classes);

          let parameters = initial;
          let memory = optimizer.ours.initial(parameters);
          const ourLosses = Array.from({ length: STEPS }, () => {
            const { output, tape } = forward(small, { parameters, buffers }, input, { training: true });
            const slopes = backward(tape, crossEntropyBackward(realTensor([], [1]), output, target));
            const after = optimizer.ours.update(parameters, slopes.parameters, memory);
            parameters = after.parameters;
            memory = after.state;
            return crossEntropy(output, target).data[0];
          });

          ourLosses.forEach((loss, step) =>
            expect(loss, `step ${step}`).toBeCloseTo(theirLosses[step] as number, 4)
          );
          [0, 4].forEach((layer, index) => {
            const { weight, bias } = parameters[layer] as { weight: RealTensor; bias: RealTensor };
            expectSame(`the weight of layer ${layer}`, weight, variables[2 * index] as tf.Tensor, 1e-4);
            expectSame(`the bias of layer ${layer}`, bias, variables[2 * index + 1] as tf.Tensor, 1e-4);
          });
        }),
        { seed: SEED, numRuns: 20 }
      );
    }
  );

  /** Trains theirs in place, with variables in our order of dimensions, and gives the loss before every step. */
  function trainedThere(
    optimizer: tf.Optimizer,
    [filters, filterBias, matrix, bias]: readonly [tf.Variable, tf.Variable, tf.Variable, tf.Variable],
    input: RealTensor,
    target: readonly number[],
    classes: number
  ): number[] {
    const images = channelsLast(asTheirs(input));
    const labels = tf.tensor2d(
      target.map((label) => Array.from({ length: classes }, (_, one) => Number(one === label)))
    );
    const loss = (): tf.Scalar => {
      const maps = tf.add(tf.conv2d(images, filtersLast(filters), 1, 'same'), filterBias) as tf.Tensor4D;
      const pooled = channelsFirst(tf.avgPool(tf.tanh(maps), 2, 2, 'valid'));
      const flat = tf.reshape(pooled, [images.shape[0], -1]);
      const logits = tf.add(tf.matMul(flat, matrix, false, true), bias) as tf.Tensor2D;
      return tf.losses.softmaxCrossEntropy(labels, logits);
    };
    return Array.from({ length: STEPS }, () => {
      const value = optimizer.minimize(loss, true, [filters, filterBias, matrix, bias]);
      return value?.dataSync()[0] ?? Number.NaN;
    });
  }
});
