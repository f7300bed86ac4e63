import {
  crossEntropy,
  crossEntropyBackward,
  exactTensor,
  Fraction,
  linear,
  linearBackward,
  logSoftmax,
  mseLoss,
  mseLossBackward,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  sigmoid,
  sigmoidBackward,
  softmax,
  toReal,
  type AnyTensor,
  type Reduction,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import {
  centralDifferences,
  expectClose,
  expectSameNumbers,
  moved,
  numbers,
  realsOf,
  shapesOf,
  thrownBy,
  weighted,
  weightedExactly,
  wholesOf
} from '../data/gradients';

const reductions: Reduction[] = ['mean', 'sum', 'none'];
const pairs = shapesOf(2).chain((shape) =>
  fc.record({ input: tensorsOf(shape, everyday), target: tensorsOf(shape, everyday) })
);
const one = realTensor(1);

describe('mseLoss', () => {
  it('is the mean of the squared distances, exactly', () => {
    fc.assert(
      fc.property(pairs, ({ input, target }) => {
        const squares = input.data.map(
          (value, cell) => value.sub(target.data[cell] as Fraction).pow(2) as Fraction
        );
        const sum = squares.reduce((total, square) => total.add(square));
        const each = mseLoss(input, target, { reduction: 'none' });
        expect(each.shape).toEqual(input.shape);
        expect(each.data.every((value, cell) => value.equals(squares[cell] as Fraction))).toBe(true);
        const added = mseLoss(input, target, { reduction: 'sum' });
        expect(added.shape).toEqual([]);
        expect(added.data[0]?.equals(sum)).toBe(true);
        const mean = mseLoss(input, target);
        expect(mean.shape).toEqual([]);
        expect(mean.data[0]?.equals(sum.div(squares.length))).toBe(true);
        expect(mseLoss(target, input).data[0]?.equals(mean.data[0] as Fraction)).toBe(true);
        expect(mseLoss(input, input).data[0]?.equals(0)).toBe(true);
      })
    );
  });

  it.each(reductions)('is the same in both number systems (%s)', (reduction) => {
    const wholes = fc.record({ input: wholesOf([2, 4]), target: wholesOf([2, 4]) });
    fc.assert(
      fc.property(wholes, ({ input, target }) => {
        const [x, y] = [toReal(input), toReal(target)];
        expectSameNumbers(mseLoss(input, target, { reduction }), mseLoss(x, y, { reduction }));
        const gradient = mseLoss(target, input, { reduction });
        expectSameNumbers(
          mseLossBackward(exactTensor(gradient.shape, numbers(gradient).map(Math.round)), input, target, {
            reduction
          }),
          mseLossBackward(realTensor(gradient.shape, numbers(gradient).map(Math.round)), x, y, { reduction })
        );
      })
    );
  });

  it.each(reductions)(
    'has exactly the gradient of a quadratic: L(x + h) − L(x − h) = 2h·L′(x) (%s)',
    (reduction) => {
      fc.assert(
        fc.property(pairs, fc.nat(), ({ input, target }, seed) => {
          const shape = reduction === 'none' ? input.shape : [];
          const cells = reduction === 'none' ? input.data.length : 1;
          const gradient = exactTensor(
            shape,
            Array.from({ length: cells }, (_, cell) => ((seed + 3 * cell) % 7) - 3)
          );
          const slopes = mseLossBackward(gradient, input, target, { reduction });
          expect(slopes.shape).toEqual(input.shape);
          const loss = (at: typeof input) => weightedExactly(gradient, mseLoss(at, target, { reduction }));
          const step = new Fraction(5, 3);
          input.data.forEach((_, cell) => {
            const difference = loss(moved(input, cell, step)).sub(loss(moved(input, cell, step.neg())));
            expect(slopes.data[cell]?.equals(difference.div(step.mul(2)))).toBe(true);
          });
        }),
        { numRuns: 30 }
      );
    }
  );

  it('keeps single precision', () => {
    const [x, y] = [realTensor([2], Float32Array.of(1, 2)), realTensor([2], Float32Array.of(3, 5))];
    const gradient = realTensor([], Float32Array.of(1));
    expect(mseLoss(x, y).data).toEqual(Float32Array.of(6.5));
    expect(mseLossBackward(gradient, x, y).data).toEqual(Float32Array.of(-2, -3));
  });

  it('trains the network of Matt Mazur, A Step by Step Backpropagation Example', () => {
    // https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/ ; his loss is Σ ½(target − out)² of two
    // outputs, which is the mean of two squares. Learning rate 0.5; he leaves the biases alone.
    const input = realTensor([[0.05, 0.1]]);
    const target = realTensor([[0.01, 0.99]]);
    const first = realTensor([
      [0.15, 0.2],
      [0.25, 0.3]
    ]);
    const second = realTensor([
      [0.4, 0.45],
      [0.5, 0.55]
    ]);
    const hiddenSums = linear(input, first, realTensor([0.35, 0.35]));
    const hidden = sigmoid(hiddenSums);
    const outputSums = linear(hidden, second, realTensor([0.6, 0.6]));
    const output = sigmoid(outputSums);
    expectClose(hidden.data, [0.593269992, 0.596884378], 1e-9);
    expectClose(output.data, [0.75136507, 0.772928465], 1e-8);
    expectClose(mseLoss(output, target).data, [0.298371109], 1e-9);
    const ofOutput = sigmoidBackward(mseLossBackward(one, output, target), outputSums);
    const ofSecond = linearBackward(ofOutput, hidden, second);
    const ofFirst = linearBackward(sigmoidBackward(ofSecond.input, hiddenSums), input, first);
    const updated = (weight: RealTensor, slopes: RealTensor) =>
      weight.data.map((value, cell) => value - 0.5 * (slopes.data[cell] as number));
    expectClose(updated(second, ofSecond.weight), [0.35891648, 0.408666186, 0.51130127, 0.561370121], 1e-8);
    expectClose(updated(first, ofFirst.weight), [0.149780716, 0.19956143, 0.24975114, 0.29950229], 1e-8);
  });
});

const batches = shapesOf(2).chain(([samples = 1, classes = 1]) =>
  fc.record({
    logits: realsOf([samples, classes], 5),
    indices: fc.array(fc.nat(classes - 1), { minLength: samples, maxLength: samples }),
    shares: realsOf([samples, classes]),
    each: realsOf([samples])
  })
);

function oneHot(indices: readonly number[], classes: number): RealTensor {
  const rows = indices.map((index) => Array.from({ length: classes }, (_, at) => (at === index ? 1 : 0)));
  return realTensor(rows);
}

describe('crossEntropy', () => {
  it('has the published values', () => {
    // CS231n, https://cs231n.github.io/linear-classify/, softmax beside hinge loss: scores −2.85, 0.86, 0.28, the last
    // class is true and gets 0.353, so the loss is 1.04 (by the natural logarithm).
    const logits = realTensor([[-2.85, 0.86, 0.28]]);
    expectClose(softmax(logits).data, [0.016, 0.631, 0.353], 6e-4);
    expectClose(crossEntropy(logits, [2]).data, [1.04], 6e-3);
  });

  it('of a guess among K classes is ln K', () => {
    for (const classes of [2, 10, 1000]) {
      const logits = realTensor([3, classes], new Float64Array(3 * classes).fill(0.7));
      expectClose(crossEntropy(logits, [0, 1, classes - 1]).data, [Math.log(classes)], 1e-14);
    }
  });

  it('is the mean of −log softmax at the true classes', () => {
    fc.assert(
      fc.property(batches, ({ logits, indices }) => {
        const classes = logits.shape[1] as number;
        const logarithms = logSoftmax(logits, 1).data;
        const losses = indices.map((index, sample) => -(logarithms[sample * classes + index] as number));
        const sum = losses.reduce((total, loss) => total + loss);
        const each = crossEntropy(logits, indices, { reduction: 'none' });
        expect(each.shape).toEqual([indices.length]);
        expectClose(each.data, losses, 1e-13);
        expectClose(crossEntropy(logits, indices, { reduction: 'sum' }).data, [sum], 1e-13);
        const mean = crossEntropy(logits, indices);
        expect(mean.shape).toEqual([]);
        expectClose(mean.data, [sum / indices.length], 1e-13);
      })
    );
  });

  it('takes probabilities, of which class indices are the certain ones', () => {
    fc.assert(
      fc.property(batches, ({ logits, indices, shares, each }) => {
        const classes = logits.shape[1] as number;
        const certain = oneHot(indices, classes);
        expect(crossEntropy(logits, certain)).toEqual(crossEntropy(logits, indices));
        expect(crossEntropyBackward(each, logits, certain, { reduction: 'none' })).toEqual(
          crossEntropyBackward(each, logits, indices, { reduction: 'none' })
        );
        // By the definition, Σ −t · log s, and over the samples the mean.
        const logarithms = logSoftmax(logits, 1).data;
        const sum = numbers(shares).reduce(
          (total, share, cell) => total - share * (logarithms[cell] as number),
          0
        );
        expectClose(crossEntropy(logits, shares).data, [sum / indices.length], 1e-12);
      })
    );
  });

  it('does not fail for large logits', () => {
    expect(crossEntropy(realTensor([[1000, 1001, 1002]]), [0])).toEqual(
      crossEntropy(realTensor([[0, 1, 2]]), [0])
    );
    expect(numbers(crossEntropy(realTensor([[-5000, 0]]), [0]))).toEqual([5000]);
    expect(numbers(crossEntropy(realTensor([[1e308, -1e308]]), [0]))).toEqual([0]);
    expect(numbers(crossEntropyBackward(one, realTensor([[1e308, -1e308]]), [0]))).toEqual([0, 0]);
  });

  it('keeps single precision', () => {
    const logits = realTensor([1, 2], Float32Array.of(0, 0));
    const gradient = realTensor([], Float32Array.of(1));
    expect(crossEntropy(logits, [0]).data).toEqual(Float32Array.of(Math.log(2)));
    expect(crossEntropyBackward(gradient, logits, [0]).data).toEqual(Float32Array.of(-0.5, 0.5));
  });
});

describe('crossEntropyBackward', () => {
  it('is softmax minus target over the number of samples', () => {
    fc.assert(
      fc.property(batches, ({ logits, indices }) => {
        const [samples, classes] = logits.shape as [number, number];
        const certain = oneHot(indices, classes).data;
        expectClose(
          crossEntropyBackward(one, logits, indices).data,
          softmax(logits, 1).data.map((share, cell) => (share - (certain[cell] as number)) / samples),
          1e-15
        );
      })
    );
  });

  it.each(reductions)(
    'equals the numerical gradient, of probabilities that sum to anything (%s)',
    (reduction) => {
      fc.assert(
        fc.property(batches, ({ logits, indices, shares, each }) => {
          const gradient = reduction === 'none' ? each : realTensor(-1.5);
          for (const target of [indices, shares]) {
            const loss = (at: RealTensor) => weighted(gradient, crossEntropy(at, target, { reduction }));
            expectClose(
              crossEntropyBackward(gradient, logits, target, { reduction }).data,
              centralDifferences(loss, logits),
              1e-7
            );
          }
        }),
        { numRuns: 30 }
      );
    }
  );
});

describe('what has no loss', () => {
  const two = realTensor([1, 2]);
  const logits = realTensor([
    [1, 2, 3],
    [4, 5, 6]
  ]);
  it.each<[string, () => unknown, string]>([
    [
      'a target of another shape',
      () => mseLoss(two, realTensor([1, 2, 3])),
      'mseLoss: input and target must have the same shape; input is [2], target is [3]'
    ],
    [
      'a target of more dimensions',
      () => mseLossBackward(one, two, realTensor([[1, 2]])),
      'mseLossBackward: input and target must have the same shape; input is [2], target is [1, 2]'
    ],
    [
      'a gradient that is no scalar',
      () => mseLossBackward(two, two, two),
      'mseLossBackward: the gradient must have the shape of the output, []; it is [2]'
    ],
    [
      'a scalar gradient of many losses',
      () => mseLossBackward(one, two, two, { reduction: 'none' }),
      'mseLossBackward: the gradient must have the shape of the output, [2]; it is []'
    ],
    [
      'two number systems',
      () => mseLoss<AnyTensor>(two, exactTensor([1, 2])),
      'mseLoss: input is real and target is exact; all operands must be of one number system'
    ],
    ['logits in a list', () => crossEntropy(two, [1]), 'crossEntropy: the logits must be [N, K]; it is [2]'],
    [
      'a class too few',
      () => crossEntropy(logits, [1]),
      'crossEntropy: there must be one class for each of the 2 samples, not 1 (logits are [2, 3])'
    ],
    [
      'probabilities of another shape',
      () => crossEntropyBackward(one, logits, realTensor([[1, 0, 0]])),
      'crossEntropyBackward: input and target must have the same shape; input is [2, 3], target is [1, 3]'
    ],
    [
      'a cross-entropy gradient of another shape',
      () => crossEntropyBackward(one, logits, [0, 1], { reduction: 'none' }),
      'crossEntropyBackward: the gradient must have the shape of the output, [2]; it is []'
    ],
    [
      'fractions',
      () => crossEntropy(exactTensor([[1, 2]]) as unknown as RealTensor, [1]),
      'crossEntropy: its results are no fractions, so it takes real tensors only; make one with toReal'
    ]
  ])('%s', (_, action, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as Error).message).toBe(message);
  });

  it.each([3, -1, 0.5, NaN])('class %s of three', (index) => {
    for (const [name, action] of [
      ['crossEntropy', () => crossEntropy(logits, [0, index])],
      ['crossEntropyBackward', () => crossEntropyBackward(one, logits, [0, index])]
    ] as const) {
      const error = thrownBy(action);
      expect(error).toBeInstanceOf(SettingError);
      expect((error as Error).message).toBe(
        `${name}: a class must be a whole number from 0 to 2; that of sample 1 is ${index}`
      );
    }
  });

  it('a reduction that there is not', () => {
    const options = { reduction: 'batchmean' as Reduction };
    for (const [name, action] of [
      ['mseLoss', () => mseLoss(two, two, options)],
      ['mseLossBackward', () => mseLossBackward(one, two, two, options)],
      ['crossEntropy', () => crossEntropy(logits, [0, 1], options)],
      ['crossEntropyBackward', () => crossEntropyBackward(one, logits, [0, 1], options)]
    ] as const) {
      const error = thrownBy(action);
      expect(error).toBeInstanceOf(SettingError);
      expect((error as Error).message).toBe(
        `${name}: reduction must be 'mean', 'sum' or 'none', not 'batchmean'`
      );
    }
  });

  it('numbers that are none, given or computed', () => {
    const none = { shape: [1, 1], data: Float64Array.of(NaN) };
    const number = realTensor([[0]]);
    expect(() => mseLoss(none, number)).toThrow(NonFiniteError);
    expect(() => crossEntropy(none, [0])).toThrow(/^crossEntropy: logits must be finite/);
    expect(() => crossEntropy(number, none)).toThrow(/^crossEntropy: target must be finite/);
    expect(() => crossEntropyBackward({ shape: [], data: Float64Array.of(NaN) }, number, [0])).toThrow(
      /^crossEntropyBackward: gradient must be finite/
    );
    expect(() => mseLoss(realTensor([1e200]), realTensor([0]))).toThrow(
      /^mseLoss: the result must be finite/
    );
    const far = realTensor([1e308]);
    expect(() => mseLossBackward(one, far, realTensor([-1e308]))).toThrow(/^mseLossBackward: the result/);
    expect(() => crossEntropy(realTensor([[1e308, -1e308]]), [1])).toThrow(/^crossEntropy: the result/);
    const steep = realTensor([1, 2], [1e308, 1e308]);
    expect(() => crossEntropyBackward(one, realTensor([[0, 0]]), steep)).toThrow(
      /^crossEntropyBackward: the result/
    );
  });
});
