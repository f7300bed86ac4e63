import { Fraction, toReal, type AnyTensor, type ConvolutionGradients, type ExactTensor } from '$lib/engine';
import fc from 'fast-check';
import { expect } from 'vitest';
import { everyday } from './arbitraries';
import { cellsIn, expectSameNumbers, moved, weightedExactly } from './gradients';

/** Operands of a convolution, and the gradient of a loss by its result. */
interface Setting<Options> {
  readonly input: ExactTensor;
  readonly weight: ExactTensor;
  readonly bias: ExactTensor;
  readonly gradient: ExactTensor;
  readonly options: Options;
}

type Forward<Options> = (
  input: ExactTensor,
  weight: ExactTensor,
  options: Options & { readonly bias: ExactTensor }
) => ExactTensor;

type Backward<Options> = <T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T,
  options: Options
) => ConvolutionGradients<T>;

/**
 * Each gradient has the shape of its operand, and at any of its cells it is the difference quotient of the loss:
 * exactly, over any distance, for the operation is linear in each operand.
 */
export function expectSlopes<Options>(
  settings: fc.Arbitrary<Setting<Options>>,
  forward: Forward<Options>,
  backward: Backward<Options>,
  numRuns = 100
): void {
  const distances = everyday.filter((distance) => !distance.equals(0));
  fc.assert(
    fc.property(settings, fc.nat(), distances, (setting, place, distance) => {
      const { input, weight, bias, gradient, options } = setting;
      const loss = (x: ExactTensor, w: ExactTensor, b: ExactTensor) =>
        weightedExactly(gradient, forward(x, w, { ...options, bias: b }));
      const before = loss(input, weight, bias);
      const found = backward(gradient, input, weight, options);
      function expectSlope(slopes: ExactTensor, operand: ExactTensor, lossAt: (at: ExactTensor) => Fraction) {
        expect(slopes.shape).toEqual(operand.shape);
        const cell = place % cellsIn(operand.shape);
        const slope = lossAt(moved(operand, cell, distance))
          .sub(before)
          .div(distance);
        expect(slopes.data[cell]?.toFraction()).toBe(slope.toFraction());
      }
      expectSlope(found.input, input, (at) => loss(at, weight, bias));
      expectSlope(found.weight, weight, (at) => loss(input, at, bias));
      expectSlope(found.bias, bias, (at) => loss(input, weight, at));
    }),
    { numRuns }
  );
}

/** Of whole numbers, the gradients in fractions and those in real numbers are the same. */
export function expectSameGradients<Options>(
  settings: fc.Arbitrary<Setting<Options>>,
  backward: Backward<Options>,
  numRuns = 100
): void {
  fc.assert(
    fc.property(settings, ({ input, weight, gradient, options }) => {
      const exact = backward(gradient, input, weight, options);
      const real = backward(toReal(gradient), toReal(input), toReal(weight), options);
      expectSameNumbers(exact.input, real.input);
      expectSameNumbers(exact.weight, real.weight);
      expectSameNumbers(exact.bias, real.bias);
    }),
    { numRuns }
  );
}
