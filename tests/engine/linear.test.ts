import {
  exactTensor,
  flatten,
  flattenBackward,
  Fraction,
  linear,
  linearBackward,
  NonFiniteError,
  realTensor,
  relu,
  sameTensor,
  SettingError,
  ShapeError,
  tensor,
  TooLargeError,
  toReal,
  type AnyTensor,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyday, tensorsOf } from '../data/arbitraries';
import {
  expectClose,
  expectSameNumbers,
  moved,
  numbers,
  shapesOf,
  thrownBy,
  weightedExactly
} from '../data/gradients';

const layers = (entries: fc.Arbitrary<Fraction>, most = 4) =>
  shapesOf(3, most).chain(([samples = 1, features = 1, outputs = 1]) =>
    fc.record({
      input: tensorsOf([samples, features], entries),
      weight: tensorsOf([outputs, features], entries),
      bias: tensorsOf([outputs], entries),
      gradient: tensorsOf([samples, outputs], entries)
    })
  );
const wholes = fc.integer({ min: -9, max: 9 }).map((value) => new Fraction(value));

describe('linear', () => {
  it('gives every output the sum of its weights times the features, and its bias', () => {
    fc.assert(
      fc.property(layers(everyday), ({ input, weight, bias }) => {
        const result = linear(input, weight, bias);
        const [samples, features] = input.shape as [number, number];
        const outputs = weight.shape[0] as number;
        expect(result.shape).toEqual([samples, outputs]);
        result.data.forEach((value, cell) => {
          const [sample, output] = [Math.floor(cell / outputs), cell % outputs];
          let sum = bias.data[output] as Fraction;
          for (let feature = 0; feature < features; feature++) {
            const factor = weight.data[output * features + feature] as Fraction;
            sum = sum.add(factor.mul(input.data[sample * features + feature] as Fraction));
          }
          expect(value.equals(sum)).toBe(true);
        });
      })
    );
  });

  it('without a bias is that with a bias of zeros', () => {
    fc.assert(
      fc.property(layers(everyday), ({ input, weight, bias }) => {
        const zeros = tensor(
          bias.shape,
          bias.data.map(() => new Fraction(0))
        );
        expect(sameTensor(linear(input, weight), linear(input, weight, zeros))).toBe(true);
        expect(sameTensor(linear(input, weight, null), linear(input, weight, zeros))).toBe(true);
      })
    );
  });

  it('is the same in both number systems, with a bias and without', () => {
    fc.assert(
      fc.property(layers(wholes, 9), ({ input, weight, bias }) => {
        const [x, w, b] = [toReal(input), toReal(weight), toReal(bias)];
        expectSameNumbers(linear(input, weight, bias), linear(x, w, b));
        expectSameNumbers(linear(input, weight), linear(x, w));
      })
    );
  });

  it('computes XOR with the network of Goodfellow, Bengio and Courville, Deep Learning, section 6.1', () => {
    // W of ones, c = (0, −1), w = (1, −2), b = 0; in the book the columns of W are our rows.
    const points = exactTensor([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1]
    ]);
    const hidden = linear(
      points,
      exactTensor([
        [1, 1],
        [1, 1]
      ]),
      exactTensor([0, -1])
    );
    expect(numbers(hidden)).toEqual([0, -1, 1, 0, 1, 0, 2, 1]);
    expect(numbers(linear(relu(hidden), exactTensor([[1, -2]]), exactTensor([0])))).toEqual([0, 1, 1, 0]);
  });
});

describe('linearBackward', () => {
  it('equals the exact difference quotient, for the layer is linear in each operand', () => {
    fc.assert(
      fc.property(layers(everyday, 3), ({ input, weight, bias, gradient }) => {
        const gradients = linearBackward(gradient, input, weight);
        const step = new Fraction(3, 5);
        const operands = { input, weight, bias };
        const loss = (changed: Partial<typeof operands>) => {
          const { input: x, weight: w, bias: b } = { ...operands, ...changed };
          return weightedExactly(gradient, linear(x, w, b));
        };
        for (const name of ['input', 'weight', 'bias'] as const) {
          expect(gradients[name].shape).toEqual(operands[name].shape);
          operands[name].data.forEach((_, cell) => {
            const quotient = loss({ [name]: moved(operands[name], cell, step) })
              .sub(loss({}))
              .div(step);
            expect(gradients[name].data[cell]?.equals(quotient)).toBe(true);
          });
        }
      }),
      { numRuns: 30 }
    );
  });

  it('is the same in both number systems', () => {
    fc.assert(
      fc.property(layers(wholes, 9), ({ input, weight, gradient }) => {
        const exact = linearBackward(gradient, input, weight);
        const real = linearBackward(toReal(gradient), toReal(input), toReal(weight));
        for (const name of ['input', 'weight', 'bias'] as const) {
          expectSameNumbers(exact[name], real[name]);
        }
      })
    );
  });

  it('keeps single precision', () => {
    const single = (rows: number[][]) =>
      realTensor([rows.length, rows[0]?.length ?? 0], Float32Array.from(rows.flat()));
    const gradients = linearBackward(single([[0.1]]), single([[1, 2]]), single([[3, 4]]));
    for (const gradient of Object.values(gradients)) expect(gradient.data).toBeInstanceOf(Float32Array);
    expectClose(gradients.weight.data, [0.1, 0.2], 1e-7);
  });
});

describe('what is no layer', () => {
  const input = exactTensor([[1, 2, 3]]);
  const weight = exactTensor([
    [1, 2, 3],
    [4, 5, 6]
  ]);
  it.each<[string, () => unknown, string]>([
    [
      'other features',
      () => linear(exactTensor([[1, 2]]), weight),
      'linear: input has 2 features, each output has 3 weights; they must be equal (input is [1, 2], weight is [2, 3])'
    ],
    [
      'an image that was not flattened',
      () => linear(exactTensor([[[[1, 2, 3]]]]), weight),
      'linear: the input must be [N, I]; it is [1, 1, 1, 3]'
    ],
    [
      'a weight that is a list',
      () => linear(input, exactTensor([1, 2, 3])),
      'linear: the weight must be [O, I]; it is [3]'
    ],
    [
      'a bias too many',
      () => linear(input, weight, exactTensor([1, 2, 3])),
      'linear: there must be one bias for each of the 2 outputs; bias is [3]'
    ],
    [
      'a bias that is a matrix',
      () => linear(input, weight, exactTensor([[1, 2]])),
      'linear: there must be one bias for each of the 2 outputs; bias is [1, 2]'
    ],
    [
      'two number systems',
      () => linear<AnyTensor>(input, weight, realTensor([1, 2])),
      'linear: bias is real and input is exact; all operands must be of one number system'
    ],
    [
      'a gradient of another shape',
      () => linearBackward(input, input, weight),
      'linearBackward: the gradient must have the shape of the output, [1, 2]; it is [1, 3]'
    ]
  ])('%s', (_, action, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as Error).message).toBe(message);
  });

  it('results that are no numbers', () => {
    const huge = realTensor([[1e200]]);
    expect(() => linear(huge, huge)).toThrow(NonFiniteError);
    const pair = realTensor([[1e308], [1e308]]);
    const small = realTensor([[0], [0]]);
    expect(() => linearBackward(pair, small, realTensor([[0]]))).toThrow(
      /^linearBackward: the result must be finite; entry 0 of \[1\]/
    );
  });

  it('a result that is too large', () => {
    const column = (length: number) => realTensor([length, 1], new Float64Array(length));
    expect(() => linear(column(2 ** 14), column(2 ** 13))).toThrow(TooLargeError);
  });
});

describe('flatten', () => {
  const image = exactTensor(
    [2, 3, 2, 2],
    Array.from({ length: 24 }, (_, index) => index)
  );

  it.each([
    [undefined, [2, 12]],
    [0, [24]],
    [2, [2, 3, 4]],
    [3, [2, 3, 2, 2]],
    [-1, [2, 3, 2, 2]],
    [-3, [2, 12]],
    [-4, [24]]
  ])('from dimension %s on', (startDim, shape) => {
    const flat = flatten(image, startDim);
    expect(flat.shape).toEqual(shape);
    expect(flat.data).toBe(image.data);
    const back = flattenBackward(flat, image, startDim);
    expect(sameTensor(back, image)).toBe(true);
  });

  it('keeps the number system and the precision', () => {
    const single = realTensor([1, 2, 1, 1], Float32Array.of(1, 2));
    expect(flatten(single).data).toBe(single.data);
  });

  it.each<[string, () => unknown, typeof ShapeError | typeof SettingError | typeof NonFiniteError, RegExp]>([
    [
      'a dimension too many',
      () => flatten(image, 4),
      SettingError,
      /^flatten: startDim .*4 dim.*\[2, 3, 2, 2\].*; it is 4$/
    ],
    ['one before the first', () => flatten(image, -5), SettingError, /it is -5$/],
    ['half a dimension', () => flatten(image, 0.5), SettingError, /it is 0.5$/],
    ['a scalar', () => flatten(exactTensor(1) as ExactTensor, 0), SettingError, /0 dimensions of \[\]/],
    [
      'a number that is none',
      () => flatten({ shape: [1, 2], data: Float64Array.of(1, NaN) }),
      NonFiniteError,
      /^flatten: input must be finite; entry 1/
    ],
    [
      'an infinite gradient',
      () => flattenBackward({ shape: [1, 1], data: Float64Array.of(Infinity) }, realTensor([1, 1], [1])),
      NonFiniteError,
      /^flattenBackward: gradient must be finite; entry 0/
    ],
    [
      'a gradient of another shape',
      () => flattenBackward(image, image),
      ShapeError,
      /^flattenBackward: .* shape of the output, \[2, 12\]; it is \[2, 3, 2, 2\]$/
    ],
    [
      'a backward dimension too many',
      () => flattenBackward(image, image, 4),
      SettingError,
      /^flattenBackward: startDim/
    ]
  ])('not %s', (_, action, kind, message) => {
    const error = thrownBy(action);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toMatch(message);
  });
});
