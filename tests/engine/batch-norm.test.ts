import {
  batchMoments,
  batchNorm,
  batchNormBackward,
  exactTensor,
  Fraction,
  NonFiniteError,
  realTensor,
  SettingError,
  ShapeError,
  toReal,
  type AnyTensor,
  type BatchNormOptions,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import {
  cellsIn,
  centralDifferences,
  expectClose,
  numbers,
  realsOf,
  shapesOf,
  thrownBy,
  weighted
} from '../data/gradients';

/** The values of every channel. */
function channelsOf<Value>(shape: readonly number[], data: ArrayLike<Value>): Value[][] {
  const channels = shape[1] as number;
  const plane = cellsIn(shape.slice(2));
  const found = Array.from({ length: channels }, (): Value[] => []);
  for (let cell = 0; cell < data.length; cell++) {
    found[Math.floor(cell / plane) % channels]?.push(data[cell] as Value);
  }
  return found;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** Mean of the squares less the square of the mean: the other way to the variance. */
const variance = (values: readonly number[]) =>
  mean(values.map((value) => value * value)) - mean(values) ** 2;

/** [N, C] and [N, C, H, W] with at least two values a channel. */
const shapes = fc.oneof(shapesOf(2), shapesOf(4, 3)).map(([images = 1, ...rest]) => [images + 1, ...rest]);
const layers = shapes.chain((shape) => {
  const perChannel = [shape[1] as number];
  return fc.record({
    input: realsOf(shape),
    gradient: realsOf(shape),
    weight: realsOf(perChannel),
    bias: realsOf(perChannel),
    runningMean: realsOf(perChannel),
    runningVar: realsOf(perChannel).map(({ shape: same, data }) => ({
      shape: same,
      data: data.map((value) => Math.abs(value) + 0.1)
    }))
  });
});

describe('batchMoments', () => {
  it('are the mean and the population variance of every channel, exactly', () => {
    const cases = fc.oneof(shapesOf(2), shapesOf(4, 3)).chain((shape) => tensorsOf(shape, everyday));
    fc.assert(
      fc.property(cases, (input) => {
        const moments = batchMoments(input);
        channelsOf(input.shape, input.data).forEach((values, channel) => {
          const sum = values.reduce((total, value) => total.add(value), new Fraction(0));
          const squares = values.reduce((total, value) => total.add(value.mul(value)), new Fraction(0));
          const average = sum.div(values.length);
          expect(moments.mean.data[channel]?.equals(average)).toBe(true);
          expect(
            moments.variance.data[channel]?.equals(squares.div(values.length).sub(average.mul(average)))
          ).toBe(true);
        });
        const real = batchMoments(toReal(input));
        expect(real.mean.shape).toEqual([input.shape[1]]);
        expectClose(real.mean.data, numbers(moments.mean));
        expectClose(real.variance.data, numbers(moments.variance));
      })
    );
  });

  it('keep the digits of a small deviation from a large mean', () => {
    const { variance: spread } = batchMoments(realTensor([[1e9 - 1], [1e9], [1e9 + 1]]));
    expectClose(spread.data, [2 / 3], 1e-15);
  });
});

describe('batchNorm', () => {
  it('gives every channel mean 0 and variance 1', () => {
    fc.assert(
      fc.property(layers, ({ input }) => {
        const { output, variance: spread } = batchNorm(input, { eps: 1e-12 });
        channelsOf(output.shape, output.data).forEach((values, channel) => {
          expectClose([mean(values)], [0], 1e-9);
          // A constant channel stays constant: there is nothing to stretch.
          const was = spread.data[channel] as number;
          expectClose([variance(values)], [was / (was + 1e-12)], 1e-6);
        });
      })
    );
  });

  it('then scales and shifts: mean is the bias, deviation the weight', () => {
    const input = realTensor([2, 2, 1, 2], [1, 2, 30, 10, 3, 4, 20, 40]);
    const { output } = batchNorm(input, { weight: realTensor([2, 3]), bias: realTensor([5, -7]), eps: 0 });
    const [first = [], second = []] = channelsOf(output.shape, output.data);
    expectClose([mean(first), mean(second)], [5, -7], 1e-14);
    expectClose([variance(first), variance(second)], [4, 9], 1e-13);
    // The mean of 1, 2, 3, 4 is 5/2, the population variance 5/4; (1 − 5/2) / √(5/4) = −3/√5.
    expectClose([first[0] as number], [5 - (2 * 3) / Math.sqrt(5)], 1e-14);
  });

  it('does not change when a channel is scaled and shifted', () => {
    fc.assert(
      fc.property(layers, ({ input }) => {
        const changed = { shape: input.shape, data: input.data.map((value) => 4 * value - 11) };
        // Sixteen times the variance, so sixteen times eps.
        const expected = batchNorm(input, { eps: 1e-3 }).output.data;
        expectClose(batchNorm(changed, { eps: 16e-3 }).output.data, expected, 1e-9);
      })
    );
  });

  it('normalizes by the population variance and remembers the unbiased one, a tenth at a time', () => {
    // Of 1, 2, 3, 4: mean 5/2, variance 5/4, unbiased 5/3.
    const input = realTensor([4, 1], [1, 2, 3, 4]);
    const result = batchNorm(input, { runningMean: realTensor([10]), runningVar: realTensor([100]) });
    expect(numbers(result.mean)).toEqual([2.5]);
    expect(numbers(result.variance)).toEqual([1.25]);
    expectClose(result.runningMean.data, [0.9 * 10 + 0.1 * 2.5], 1e-15);
    expectClose(result.runningVar.data, [0.9 * 100 + (0.1 * 5) / 3], 1e-15);
    expectClose(
      result.output.data,
      [-1.5, -0.5, 0.5, 1.5].map((value) => value / Math.sqrt(1.25 + 1e-5)),
      1e-15
    );
    const all = batchNorm(input, { momentum: 1 });
    expectClose(all.runningMean.data, [2.5], 1e-15);
    expectClose(all.runningVar.data, [5 / 3], 1e-15);
  });

  it('begins its running statistics with mean 0 and variance 1', () => {
    const { runningMean, runningVar } = batchNorm(realTensor([[3], [5]]));
    expectClose(runningMean.data, [0.4], 1e-15);
    expectClose(runningVar.data, [0.9 + 0.1 * 2], 1e-15);
  });

  it('without training uses the running statistics and leaves them', () => {
    fc.assert(
      fc.property(layers, ({ input, weight, bias, runningMean, runningVar }) => {
        const result = batchNorm(input, {
          weight,
          bias,
          runningMean,
          runningVar,
          training: false,
          eps: 0.01
        });
        expect(result.runningMean).toBe(runningMean);
        expect(result.runningVar).toBe(runningVar);
        expect(result.mean).toEqual(runningMean);
        expect(result.variance).toEqual(runningVar);
        const before = channelsOf(input.shape, input.data);
        channelsOf(result.output.shape, result.output.data).forEach((values, channel) => {
          const [w, b, m, v] = [weight, bias, runningMean, runningVar].map(
            ({ data }) => data[channel] as number
          );
          expectClose(
            values,
            (before[channel] ?? []).map(
              (value) =>
                ((value - (m as number)) / Math.sqrt((v as number) + 0.01)) * (w as number) + (b as number)
            ),
            1e-12
          );
        });
      })
    );
  });

  it('changes nothing that it is given', () => {
    const running = realTensor([7]);
    batchNorm(realTensor([[1], [2]]), { runningMean: running, runningVar: running });
    expect(numbers(running)).toEqual([7]);
  });

  it('keeps single precision', () => {
    const single = realTensor([2, 1], Float32Array.of(0.1, 0.3));
    const tensors = [
      ...Object.values(batchNorm(single)),
      ...Object.values(batchNormBackward(single, single)),
      ...Object.values(batchMoments(single))
    ];
    expect(tensors).toHaveLength(10);
    for (const { data } of tensors) expect(data).toBeInstanceOf(Float32Array);
  });
});

describe('batchNormBackward', () => {
  it.each([true, false])('equals the numerical gradient (training: %s)', (training) => {
    fc.assert(
      fc.property(layers, ({ input, gradient, weight, bias, runningMean, runningVar }) => {
        const options = { runningMean, runningVar, training, eps: 0.1 };
        const gradients = batchNormBackward(gradient, input, { ...options, weight, bias });
        const loss = (x: RealTensor, w: RealTensor, b: RealTensor) =>
          weighted(gradient, batchNorm(x, { ...options, weight: w, bias: b }).output);
        expectClose(
          gradients.input.data,
          centralDifferences((at) => loss(at, weight, bias), input),
          1e-6
        );
        expectClose(
          gradients.weight.data,
          centralDifferences((at) => loss(input, at, bias), weight),
          1e-6
        );
        expectClose(
          gradients.bias.data,
          centralDifferences((at) => loss(input, weight, at), bias),
          1e-6
        );
        expect(gradients.input.shape).toEqual(input.shape);
        expect(gradients.weight.shape).toEqual(weight.shape);
        expect(gradients.bias.shape).toEqual(bias.shape);
      }),
      { numRuns: 30 }
    );
  });

  it('in training is blind to shifts and to stretching', () => {
    fc.assert(
      fc.property(layers, ({ input, gradient }) => {
        const { input: slopes } = batchNormBackward(gradient, input, { eps: 1e-9 });
        const values = channelsOf(input.shape, input.data);
        const { variance: spread } = batchMoments(input);
        channelsOf(slopes.shape, slopes.data).forEach((channel, index) => {
          // Of a constant channel the derivative is as large as 1/√eps.
          fc.pre((spread.data[index] as number) > 0.01);
          expectClose([mean(channel)], [0], 1e-11);
          const along = channel.map((slope, cell) => slope * (values[index]?.[cell] as number));
          expectClose([mean(along)], [0], 1e-5);
        });
      })
    );
  });

  it('without weight and bias is that of ones and zeros', () => {
    const input = realTensor([
      [1, 5],
      [2, 3]
    ]);
    const gradient = realTensor([
      [1, 2],
      [3, 4]
    ]);
    const ones = realTensor([1, 1]);
    const zeros = realTensor([0, 0]);
    expect(batchNormBackward(gradient, input)).toEqual(
      batchNormBackward(gradient, input, { weight: ones, bias: zeros })
    );
    expect(batchNorm(input)).toEqual(batchNorm(input, { weight: ones, bias: zeros }));
  });
});

describe('what cannot be normalized', () => {
  const input = realTensor([
    [1, 2, 3],
    [4, 5, 6]
  ]);
  const operations: [string, (any: RealTensor, options?: BatchNormOptions) => unknown][] = [
    ['batchNorm', batchNorm],
    ['batchNormBackward', (any, options) => batchNormBackward(any, any, options)]
  ];

  describe.each(operations)('%s', (name, operation) => {
    it.each<[string, () => unknown, string]>([
      ['a list', () => operation(realTensor([1, 2])), 'the input must be [N, C] or [N, C, H, W]; it is [2]'],
      ...(['weight', 'bias', 'runningMean', 'runningVar'] as const).map(
        (option): [string, () => unknown, string] => [
          `${option} of another length`,
          () => operation(input, { [option]: realTensor([1, 2]) }),
          `${option} must have one value for each of the 3 channels; it is [2]`
        ]
      ),
      [
        'one value a channel',
        () => operation(realTensor([[1, 2]])),
        'training needs more than one value for each channel; the input is [1, 2]'
      ],
      [
        'fractions',
        () => operation(exactTensor([[1], [2]]) as unknown as RealTensor),
        'its results are no fractions, so it takes real tensors only; make one with toReal'
      ]
    ])('%s', (_, action, message) => {
      const error = thrownBy(action);
      expect(error).toBeInstanceOf(ShapeError);
      expect((error as Error).message).toBe(`${name}: ${message}`);
    });

    it.each<[string, BatchNormOptions, string]>([
      [
        'no running statistics without training',
        { training: false, runningMean: realTensor([1, 1, 1]) },
        'without training, runningMean and runningVar must be given'
      ],
      ['a momentum above 1', { momentum: 1.5 }, 'momentum must be a number from 0 to 1, not 1.5'],
      ['a momentum below 0', { momentum: -0.1 }, 'momentum must be a number from 0 to 1, not -0.1'],
      ['no momentum', { momentum: NaN }, 'momentum must be a number from 0 to 1, not NaN'],
      ['a negative eps', { eps: -1e-5 }, 'eps must be a finite number of at least 0, not -0.00001'],
      ['an endless eps', { eps: Infinity }, 'eps must be a finite number of at least 0, not Infinity'],
      [
        'a negative running variance',
        { runningVar: realTensor([1, -2, 1]) },
        'runningVar must not be negative; it contains -2'
      ]
    ])('%s', (_, options, message) => {
      const error = thrownBy(() => operation(input, options));
      expect(error).toBeInstanceOf(SettingError);
      expect((error as Error).message).toBe(`${name}: ${message}`);
    });

    it('a constant channel with no eps, a number that is none, a variance too large', () => {
      const constant = realTensor([[2], [2]]);
      expect(() => operation(constant, { eps: 0 })).toThrow(NonFiniteError);
      expect(() => operation({ shape: [2, 1], data: Float64Array.of(1, NaN) })).toThrow(NonFiniteError);
      expect(() => operation(realTensor([[1e200], [-1e200]]))).toThrow(
        new RegExp(`^${name}: the variance of the channels must be finite`)
      );
    });
  });

  it('a gradient of another shape', () => {
    expect(() => batchNormBackward(realTensor([[1, 2, 3]]), input)).toThrow(ShapeError);
    expect(() => batchNormBackward(realTensor([[1, 2, 3]]), input)).toThrow(
      /^batchNormBackward: .* of the output, \[2, 3\]; it is \[1, 3\]$/
    );
  });

  it('a running variance that single precision cannot hold, though it holds that of the batch', () => {
    // The variance is 3.24e38; the unbiased one is twice as much.
    const wide = realTensor([2, 1], Float32Array.of(1.8e19, -1.8e19));
    expect(() => batchNorm(wide, { momentum: 1 })).toThrow(NonFiniteError);
    expect(() => batchNorm(wide, { momentum: 1 })).toThrow(
      /^batchNorm: the new runningVar must be finite; entry 0 of \[1\] is Infinity$/
    );
  });

  it('moments of a list, or too large', () => {
    expect(() => batchMoments<AnyTensor>(exactTensor([1]))).toThrow(
      /^batchMoments: the input must be \[N, C\]/
    );
    expect(() => batchMoments(realTensor([[1e308], [1e308]]))).toThrow(
      /^batchMoments: the mean of the channels must be finite/
    );
  });
});
