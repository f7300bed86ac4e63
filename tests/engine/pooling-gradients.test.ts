import {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  exactTensor,
  Fraction,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  matrix,
  maxPool2d,
  maxPool2dBackward,
  realTensor,
  sameTensor,
  tensor,
  toReal,
  type ExactTensor
} from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differentNumbers, poolings, wholeTensors } from '../data/pooling';

/** ⟨left, right⟩: the sum of the products of all cells. */
function inner(left: ExactTensor, right: ExactTensor): Fraction {
  return left.data.reduce(
    (sum, value, index) => sum.add(value.mul(right.data[index] as Fraction)),
    new Fraction(0)
  );
}

/** A gradient for an output: small whole numbers, from a seed so that its shape can be any. */
function gradientOf({ shape, data }: ExactTensor, seed: number): ExactTensor {
  return exactTensor(
    shape,
    data.map((_, index) => (((index + 1) * (seed + 3)) % 7) - 3)
  );
}

const numbers = ({ data }: { data: ArrayLike<Fraction | number> }) => Array.from(data, Number);

describe('the gradient of maxPool2d', () => {
  it('is the finite difference, exactly, where no two values are equal', () => {
    fc.assert(
      fc.property(poolings(differentNumbers, 2), fc.nat(6), (settings, seed) => {
        const { input, kernelSize, dilation } = settings;
        const options = { ...settings.options, dilation };
        const output = maxPool2d(input, kernelSize, options);
        const gradient = gradientOf(output, seed);
        const loss = (image: ExactTensor) => inner(maxPool2d(image, kernelSize, options), gradient);
        // Values lie 1 apart, so a step of 1/2 changes no winner, and between them the maximum is linear.
        const half = new Fraction(1, 2);
        const differences = input.data.map((_, cell) => {
          const raised = input.data.map((value, index) => (index === cell ? value.add(half) : value));
          return loss(tensor(input.shape, raised)).sub(loss(input)).div(half);
        });
        const found = maxPool2dBackward(gradient, input, kernelSize, options);
        expect(numbers(found)).toEqual(differences.map(Number));
      })
    );
  });

  it("obeys Euler's rule, ties or none: ⟨x, gradient of the input⟩ = ⟨max(x), gradient of the output⟩", () => {
    fc.assert(
      fc.property(poolings(wholeTensors, 2), fc.nat(6), (settings, seed) => {
        const { input, kernelSize, dilation } = settings;
        const options = { ...settings.options, dilation };
        const output = maxPool2d(input, kernelSize, options);
        const gradient = gradientOf(output, seed);
        const found = maxPool2dBackward(gradient, input, kernelSize, options);
        expect(inner(input, found).equals(inner(output, gradient))).toBe(true);
      })
    );
  });

  it('goes to the first of equal values in reading order, as in PyTorch', () => {
    const ties = matrix([
      [0, 5, 5],
      [5, 5, 5]
    ]);
    const gradient = matrix([[3, 4]]);
    expect(numbers(maxPool2dBackward(gradient, ties, 2, { stride: 1 }))).toEqual([0, 7, 0, 0, 0, 0]);
    expect(numbers(maxPool2dBackward(toReal(gradient), toReal(ties), 2, { stride: 1 }))).toEqual([
      0, 7, 0, 0, 0, 0
    ]);
    // Three columns: not the kernel's path for squares of four.
    expect(numbers(maxPool2dBackward(toReal(matrix([[3]])), toReal(ties), [2, 3]))).toEqual([
      0, 3, 0, 0, 0, 0
    ]);
  });
});

describe('the gradient of an average', () => {
  // Averages are linear, so the backward pass is the transposed map: ⟨avg(x), g⟩ = ⟨x, backward(g)⟩ for all x and g.
  it('of avgPool2d is its transpose', () => {
    const divisor = fc.option(fc.integer({ min: -5, max: 5 }).filter((number) => number !== 0));
    fc.assert(
      fc.property(
        poolings(),
        fc.boolean(),
        divisor,
        fc.nat(6),
        (settings, countIncludePad, divisorOverride, seed) => {
          const { input, kernelSize } = settings;
          const options = { ...settings.options, countIncludePad, divisorOverride };
          const output = avgPool2d(input, kernelSize, options);
          const gradient = gradientOf(output, seed);
          const found = avgPool2dBackward(gradient, input, kernelSize, options);
          expect(found.shape).toEqual(input.shape);
          expect(inner(output, gradient).equals(inner(input, found))).toBe(true);
        }
      )
    );
  });

  it('of adaptiveAvgPool2d and globalAvgPool2d are their transposes', () => {
    const side = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(
        fc.tuple(side, side).chain(([height, width]) => wholeTensors([2, 2, height, width])),
        side,
        side,
        fc.nat(6),
        (input, height, width, seed) => {
          const output = adaptiveAvgPool2d(input, [height, width]);
          const gradient = gradientOf(output, seed);
          const found = adaptiveAvgPool2dBackward(gradient, input);
          expect(inner(output, gradient).equals(inner(input, found))).toBe(true);
          const mean = globalAvgPool2d(input);
          const slope = gradientOf(mean, seed);
          const spread = globalAvgPool2dBackward(slope, input);
          expect(inner(mean, slope).equals(inner(input, spread))).toBe(true);
        }
      )
    );
  });

  it('does not depend on the input', () => {
    fc.assert(
      fc.property(poolings(), fc.nat(6), ({ input, kernelSize, options }, seed) => {
        const gradient = gradientOf(avgPool2d(input, kernelSize, options), seed);
        const zeros = exactTensor(
          input.shape,
          input.data.map(() => 0)
        );
        expect(
          sameTensor(
            avgPool2dBackward(gradient, input, kernelSize, options),
            avgPool2dBackward(gradient, zeros, kernelSize, options)
          )
        ).toBe(true);
      })
    );
  });

  it('gives every cell of a plane its share of the mean', () => {
    const images = exactTensor([1, 2, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8]);
    const gradient = exactTensor([1, 2, 1, 1], [1, -2]);
    expect(numbers(globalAvgPool2dBackward(gradient, images))).toEqual([
      0.25, 0.25, 0.25, 0.25, -0.5, -0.5, -0.5, -0.5
    ]);
  });
});

describe('the two number systems', () => {
  it('give the same gradients: of maxima exactly, of averages to rounding', () => {
    fc.assert(
      fc.property(poolings(wholeTensors, 2), fc.nat(6), ({ input, kernelSize, options, dilation }, seed) => {
        const ofMaxima = gradientOf(maxPool2d(input, kernelSize, { ...options, dilation }), seed);
        const exact = maxPool2dBackward(ofMaxima, input, kernelSize, { ...options, dilation });
        const real = maxPool2dBackward(toReal(ofMaxima), toReal(input), kernelSize, { ...options, dilation });
        expect(numbers(real)).toEqual(numbers(exact));
      })
    );
    fc.assert(
      fc.property(poolings(), fc.nat(6), ({ input, kernelSize, options }, seed) => {
        const ofAverages = gradientOf(avgPool2d(input, kernelSize, options), seed);
        const exact = numbers(avgPool2dBackward(ofAverages, input, kernelSize, options));
        const real = avgPool2dBackward(toReal(ofAverages), toReal(input), kernelSize, options).data;
        real.forEach((value, cell) => expect(value).toBeCloseTo(exact[cell] as number, 13));
      })
    );
  });

  it('keep the precision of the input, and sum in double precision', () => {
    // All three windows have their winner in the middle: 2²⁴ + 1 + 1 would be 2²⁴ in single precision.
    const input = realTensor([1, 1, 1, 5], new Float32Array([0, 0, 9, 0, 0]));
    const gradient = realTensor([1, 1, 1, 3], new Float32Array([2 ** 24, 1, 1]));
    const ofMaximum = maxPool2dBackward(gradient, input, [1, 3], { stride: 1 });
    expect(ofMaximum.data).toEqual(new Float32Array([0, 0, 2 ** 24 + 2, 0, 0]));
    const ofSum = avgPool2dBackward(gradient, input, [1, 3], { stride: 1, divisorOverride: 1 });
    expect(ofSum.data).toEqual(new Float32Array([2 ** 24, 2 ** 24, 2 ** 24 + 2, 2, 1]));
  });
});
