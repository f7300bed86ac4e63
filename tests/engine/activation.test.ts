import {
  exactTensor,
  Fraction,
  leakyRelu,
  leakyReluBackward,
  NonFiniteError,
  realTensor,
  relu,
  reluBackward,
  sameTensor,
  SettingError,
  ShapeError,
  sigmoid,
  sigmoidBackward,
  step,
  stepBackward,
  tanh,
  tanhBackward,
  tensor,
  toReal,
  type AnyTensor,
  type RealTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, tensorsOf } from '../data/arbitraries';
import {
  centralDifferences,
  expectClose,
  expectSameNumbers,
  numbers,
  realsOf,
  shapesOf,
  thrownBy,
  weighted,
  wholesOf
} from '../data/gradients';

const pairs = shapesOf(3).chain((shape) =>
  fc.record({ input: tensorsOf(shape, entered), gradient: tensorsOf(shape, entered) })
);
const wholePairs = shapesOf(3).chain((shape) =>
  fc.record({ input: wholesOf(shape), gradient: wholesOf(shape) })
);
const realPairs = fc.record({ input: realsOf([2, 3], 6), gradient: realsOf([2, 3]) });
/** Around zero and on both sides of it. */
const around = exactTensor([-2, '-1/3', 0, '1/3', 2]);
const ones = exactTensor([1, 1, 1, 1, 1]);
const texts = ({ data }: { data: readonly Fraction[] }) => data.map((value) => value.toFraction());

describe('relu', () => {
  it('keeps what is above zero and cuts the rest', () => {
    expect(texts(relu(around))).toEqual(['0', '0', '0', '1/3', '2']);
  });

  it('splits a number into two: x = relu(x) − relu(−x), |x| = relu(x) + relu(−x)', () => {
    fc.assert(
      fc.property(pairs, ({ input }) => {
        const negated = tensor(
          input.shape,
          input.data.map((value) => value.neg())
        );
        const [above, below] = [relu(input), relu(negated)];
        expect(above.shape).toEqual(input.shape);
        input.data.forEach((value, cell) => {
          const [up, down] = [above.data[cell] as Fraction, below.data[cell] as Fraction];
          expect(up.sub(down).equals(value)).toBe(true);
          expect(up.add(down).equals(value.abs())).toBe(true);
        });
      })
    );
  });

  it('has derivative 1 above zero and 0 below, and at zero', () => {
    expect(texts(reluBackward(ones, around))).toEqual(['0', '0', '0', '1', '1']);
    const negative = realTensor([-1, -2, -3]);
    expect(numbers(reluBackward(negative, realTensor([-1, 0, 1])))).toEqual([0, 0, -3]);
  });

  it('gives no zero a minus sign', () => {
    expect(Array.from(relu(realTensor([-3, -0, 0])).data)).toEqual([0, 0, 0]);
  });
});

describe('leakyRelu', () => {
  it('lets a hundredth through below zero, exactly', () => {
    expect(texts(leakyRelu(around))).toEqual(['-1/50', '-1/300', '0', '1/3', '2']);
    expect(texts(leakyReluBackward(ones, around))).toEqual(['1/100', '1/100', '1/100', '1', '1']);
  });

  it('with slope 0 is relu, with slope 1 nothing, with slope −1 the absolute value', () => {
    fc.assert(
      fc.property(pairs, ({ input, gradient }) => {
        expect(sameTensor(leakyRelu(input, 0), relu(input))).toBe(true);
        expect(sameTensor(leakyReluBackward(gradient, input, 0), reluBackward(gradient, input))).toBe(true);
        expect(sameTensor(leakyRelu(input, 1), input)).toBe(true);
        expect(sameTensor(leakyReluBackward(gradient, input, 1), gradient)).toBe(true);
        expect(texts(leakyRelu(input, -1))).toEqual(input.data.map((value) => value.abs().toFraction()));
      })
    );
  });
});

describe('step', () => {
  it('is 1 above zero and 0 elsewhere, at zero too', () => {
    expect(texts(step(around))).toEqual(['0', '0', '0', '1', '1']);
    expect(Array.from(step(realTensor([-1e-300, 0, 1e-300])).data)).toEqual([0, 0, 1]);
  });

  it('has no slope anywhere', () => {
    expect(texts(stepBackward(around, around))).toEqual(['0', '0', '0', '0', '0']);
    expect(Array.from(stepBackward(toReal(around), toReal(around)).data)).toEqual([0, 0, 0, 0, 0]);
  });

  it('is the perceptron: AND and OR by their weighted sums', () => {
    // x1 + x2 over the four points, less the threshold.
    expect(texts(step(exactTensor([0 - 1.5, 1 - 1.5, 1 - 1.5, 2 - 1.5])))).toEqual(['0', '0', '0', '1']);
    expect(texts(step(exactTensor([0 - 0.5, 1 - 0.5, 1 - 0.5, 2 - 0.5])))).toEqual(['0', '1', '1', '1']);
  });
});

describe('both number systems', () => {
  it('agree on whole numbers', () => {
    fc.assert(
      fc.property(wholePairs, ({ input, gradient }) => {
        const [x, g] = [toReal(input), toReal(gradient)];
        expectSameNumbers(relu(input), relu(x));
        expectSameNumbers(reluBackward(gradient, input), reluBackward(g, x));
        expectSameNumbers(leakyRelu(input, 0.25), leakyRelu(x, 0.25));
        expectSameNumbers(leakyReluBackward(gradient, input, 0.25), leakyReluBackward(g, x, 0.25));
        expectSameNumbers(step(input), step(x));
        expectSameNumbers(stepBackward(gradient, input), stepBackward(g, x));
      })
    );
  });

  it('keep single precision', () => {
    const single = realTensor([3], Float32Array.of(-1, 0.5, 2));
    const results = [relu, step, sigmoid, tanh, (x: RealTensor) => leakyRelu(x)].map((f) => f(single));
    const backward = [
      reluBackward,
      stepBackward,
      sigmoidBackward,
      tanhBackward,
      (g: RealTensor, x: RealTensor) => leakyReluBackward(g, x)
    ].map((f) => f(single, single));
    for (const { data } of [...results, ...backward]) expect(data).toBeInstanceOf(Float32Array);
  });
});

describe('sigmoid', () => {
  it('has the values of its definition', () => {
    // e^−ln 3 = 1/3 and so on: what can be computed by hand.
    const points = [0, Math.log(3), -Math.log(3), Math.log(9)];
    expectClose(sigmoid(realTensor(points)).data, [1 / 2, 3 / 4, 1 / 4, 9 / 10], 1e-15);
  });

  it('turns around: sigmoid(−x) = 1 − sigmoid(x)', () => {
    fc.assert(
      fc.property(realsOf([6], 60), (input) => {
        const turned = sigmoid({ shape: [6], data: input.data.map((value) => -value) });
        expectClose(
          turned.data,
          sigmoid(input).data.map((value) => 1 - value),
          1e-15
        );
      })
    );
  });

  it('neither overflows nor loses what is small', () => {
    expect(Array.from(sigmoid(realTensor([1e308, -1e308, 710, -800])).data)).toEqual([1, 0, 1, 0]);
    const small = sigmoid(realTensor([-700])).data[0] as number;
    expect(small / Math.exp(-700)).toBeCloseTo(1, 12);
    const slope = sigmoidBackward(realTensor([1]), realTensor([40])).data[0] as number;
    // 1 − sigmoid(40) is 0 in double precision; the derivative is not.
    expect(slope / Math.exp(-40)).toBeCloseTo(1, 12);
  });

  it('has slope 1/4 at zero, the same at x and −x', () => {
    expect(numbers(sigmoidBackward(realTensor([8]), realTensor([0])))).toEqual([2]);
    const point = realTensor([0.3, -0.3, 5, -5]);
    const [a, b, c, d] = sigmoidBackward(realTensor([1, 1, 1, 1]), point).data;
    expect([a, c]).toEqual([b, d]);
  });
});

describe('tanh', () => {
  it('has the values of its definition', () => {
    // e^ln 2 = 2: (2 − 1/2) / (2 + 1/2) = 3/5.
    const points = [0, Math.log(2), -Math.log(2), Math.log(3)];
    expectClose(tanh(realTensor(points)).data, [0, 3 / 5, -3 / 5, 4 / 5], 1e-15);
    expect(Array.from(tanh(realTensor([1e308, -1e308])).data)).toEqual([1, -1]);
  });

  it('is a stretched sigmoid: tanh x = 2 sigmoid(2x) − 1', () => {
    fc.assert(
      fc.property(realsOf([6], 30), (input) => {
        const doubled = { shape: [6], data: input.data.map((value) => 2 * value) };
        expectClose(
          tanh(input).data,
          sigmoid(doubled).data.map((value) => 2 * value - 1),
          1e-15
        );
      })
    );
  });

  it('has derivative 1 − tanh²', () => {
    fc.assert(
      fc.property(realPairs, ({ input, gradient }) => {
        const expected = tanh(input).data.map((value, cell) => {
          return (gradient.data[cell] as number) * (1 - value * value);
        });
        expectClose(tanhBackward(gradient, input).data, expected, 1e-14);
      })
    );
  });
});

describe('gradients', () => {
  it.each([
    ['sigmoid', sigmoid, sigmoidBackward],
    ['tanh', tanh, tanhBackward]
  ])('of %s equals the numerical one', (_, forward, backward) => {
    fc.assert(
      fc.property(realPairs, ({ input, gradient }) => {
        const numerical = centralDifferences((at) => weighted(gradient, forward(at)), input);
        expectClose(backward(gradient, input).data, numerical, 1e-8);
      }),
      { numRuns: 40 }
    );
  });
});

describe('what has no activation', () => {
  const two = exactTensor([1, 2]);
  const three = exactTensor([1, 2, 3]);
  it.each<[string, (gradient: never, input: never) => unknown]>([
    ['reluBackward', reluBackward],
    ['leakyReluBackward', leakyReluBackward],
    ['stepBackward', stepBackward],
    ['sigmoidBackward', sigmoidBackward],
    ['tanhBackward', tanhBackward]
  ])('%s: a gradient of another shape', (name, backward) => {
    const error = thrownBy(() => backward(three as never, two as never));
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as Error).message).toBe(
      `${name}: the gradient must have the shape of the output, [2]; it is [3]`
    );
  });

  it.each<[string, (input: never) => unknown]>([
    ['sigmoid', sigmoid],
    ['sigmoidBackward', (input) => sigmoidBackward(input, input)],
    ['tanh', tanh],
    ['tanhBackward', (input) => tanhBackward(input, input)]
  ])('%s: fractions', (name, action) => {
    const error = thrownBy(() => action(two as never));
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as Error).message).toMatch(new RegExp(`^${name}: .* takes real tensors only`));
  });

  it.each<[string, (input: RealTensor) => unknown]>([
    ['relu', relu],
    ['reluBackward', (input) => reluBackward(input, realTensor([0]))],
    ['leakyRelu', (input) => leakyRelu(input)],
    ['leakyReluBackward', (input) => leakyReluBackward(input, input)],
    ['step', step],
    ['stepBackward', (input) => stepBackward(input, input)],
    ['sigmoid', sigmoid],
    ['sigmoidBackward', (input) => sigmoidBackward(realTensor([0]), input)],
    ['tanh', tanh],
    ['tanhBackward', (input) => tanhBackward(input, input)]
  ])('%s: a number that is none', (name, action) => {
    for (const value of [NaN, Infinity]) {
      const error = thrownBy(() => action({ shape: [1], data: Float64Array.of(value) }));
      expect(error).toBeInstanceOf(NonFiniteError);
      expect((error as Error).message).toMatch(new RegExp(`^${name}: (input|gradient) must be finite`));
    }
  });

  it('a slope that is no number, or makes none', () => {
    for (const slope of [NaN, Infinity]) {
      expect(() => leakyRelu(two, slope)).toThrow(SettingError);
      expect(() => leakyRelu(two, slope)).toThrow(/^leakyRelu: negativeSlope must be a finite number, not /);
      expect(() => leakyReluBackward(two, two, slope)).toThrow(/^leakyReluBackward: negativeSlope/);
    }
    const deep = realTensor([-1e300]);
    expect(() => leakyRelu(deep, 1e300)).toThrow(/^leakyRelu: the result must be finite/);
    expect(() => leakyReluBackward(deep, deep, 1e300)).toThrow(/^leakyReluBackward: the result/);
  });

  it('operands of two number systems', () => {
    expect(() => reluBackward<AnyTensor>(two, toReal(two))).toThrow(ShapeError);
  });
});
