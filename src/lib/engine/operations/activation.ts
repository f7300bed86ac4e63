import { SettingError } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import {
  heaviside,
  hyperbolicTangents,
  hyperbolicTangentsBackward,
  rectify,
  rectifyBackward,
  sigmoids,
  sigmoidsBackward
} from '../kernels/activation.ts';
import { requireFinite, tensor, zerosLike, type AnyTensor, type RealTensor } from '../tensor.ts';
import { requireReal } from './real-only.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

const isPositive = (value: Fraction) => exactField.compare(value, exactField.zero) > 0;

function rectified(operation: string, input: AnyTensor, slope: number): AnyTensor {
  const { real, exact } = sameKind(operation, { input });
  if (real) {
    return requireFinite(operation, 'the result', {
      shape: input.shape,
      data: rectify(real.input.data, slope)
    });
  }
  const factor = exactField.from(slope);
  return tensor(
    input.shape,
    exact.input.data.map((value) => (isPositive(value) ? value : value.mul(factor)))
  );
}

function rectifiedBackward(
  operation: string,
  gradient: AnyTensor,
  input: AnyTensor,
  slope: number
): AnyTensor {
  requireOutputShape(operation, gradient, input.shape);
  const { real, exact } = sameKind(operation, { gradient, input });
  if (real) {
    const data = rectifyBackward(real.gradient.data, real.input.data, slope);
    return requireFinite(operation, 'the result', { shape: input.shape, data });
  }
  const factor = exactField.from(slope);
  const { gradient: slopes, input: values } = exact;
  return tensor(
    input.shape,
    slopes.data.map((value, index) =>
      isPositive(values.data[index] as Fraction) ? value : value.mul(factor)
    )
  );
}

/** @throws {SettingError} when the slope is not a finite number */
export function requireSlope(operation: string, negativeSlope: number): void {
  if (!Number.isFinite(negativeSlope)) {
    throw new SettingError(`${operation}: negativeSlope must be a finite number, not ${negativeSlope}`);
  }
}

/**
 * Rectified linear unit: each value, or 0 where it is negative. `torch.nn.functional.relu`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.ReLU.html
 *
 * @param input of any shape, which is that of the result
 * @throws {NonFiniteError} when a number is not finite
 */
export function relu<T extends AnyTensor>(input: T): T;
export function relu(input: AnyTensor): AnyTensor {
  return rectified('relu', input, 0);
}

/**
 * Gradient of {@link relu}: that of the result where the input is above 0, else 0. At 0 itself, where there is no
 * derivative, it is 0, as in every framework.
 *
 * @param gradient of the shape of the input
 * @throws {ShapeError} when the shapes differ, or one operand is exact and the other real
 * @throws {NonFiniteError} when a number is not finite
 */
export function reluBackward<T extends AnyTensor>(gradient: T, input: T): T;
export function reluBackward(gradient: AnyTensor, input: AnyTensor): AnyTensor {
  return rectifiedBackward('reluBackward', gradient, input, 0);
}

/**
 * Leaky rectified linear unit: values above 0 stay, others are multiplied by the slope. Of fractions it is exact: the
 * slope 0.01 is 1/100. `torch.nn.functional.leaky_relu`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.LeakyReLU.html
 *
 * @param input of any shape, which is that of the result
 * @throws {SettingError} when the slope is not a finite number
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function leakyRelu<T extends AnyTensor>(input: T, negativeSlope?: number): T;
export function leakyRelu(input: AnyTensor, negativeSlope = 0.01): AnyTensor {
  requireSlope('leakyRelu', negativeSlope);
  return rectified('leakyRelu', input, negativeSlope);
}

/**
 * Gradient of {@link leakyRelu}: that of the result, times the slope where the input is not above 0 (at 0 too, as in
 * PyTorch).
 *
 * @param gradient of the shape of the input
 * @throws {ShapeError} when the shapes differ, or one operand is exact and the other real
 * @throws {SettingError} when the slope is not a finite number
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function leakyReluBackward<T extends AnyTensor>(gradient: T, input: T, negativeSlope?: number): T;
export function leakyReluBackward(gradient: AnyTensor, input: AnyTensor, negativeSlope = 0.01): AnyTensor {
  requireSlope('leakyReluBackward', negativeSlope);
  return rectifiedBackward('leakyReluBackward', gradient, input, negativeSlope);
}

/**
 * Heaviside step: 1 where the value is above 0, else 0. What happens at 0 itself is a convention; here it is 0, as
 * with the perceptron, which fires when its weighted sum exceeds the threshold (`torch.heaviside` with values 0:
 * https://docs.pytorch.org/docs/stable/generated/torch.heaviside.html).
 *
 * @param input of any shape, which is that of the result
 * @throws {NonFiniteError} when a number is not finite
 */
export function step<T extends AnyTensor>(input: T): T;
export function step(input: AnyTensor): AnyTensor {
  const { real, exact } = sameKind('step', { input });
  return real
    ? { shape: input.shape, data: heaviside(real.input.data) }
    : tensor(
        input.shape,
        exact.input.data.map((value) => (isPositive(value) ? exactField.one : exactField.zero))
      );
}

/**
 * Gradient of {@link step}: zero everywhere, which is why a perceptron with steps cannot learn by gradient descent. At
 * the jump, where there is no derivative, it is zero as well.
 *
 * @param gradient of the shape of the input
 * @throws {ShapeError} when the shapes differ, or one operand is exact and the other real
 * @throws {NonFiniteError} when a number is not finite
 */
export function stepBackward<T extends AnyTensor>(gradient: T, input: T): T;
export function stepBackward(gradient: AnyTensor, input: AnyTensor): AnyTensor {
  requireOutputShape('stepBackward', gradient, input.shape);
  const { real, exact } = sameKind('stepBackward', { gradient, input });
  return real
    ? { shape: input.shape, data: zerosLike(real.gradient.data, real.gradient.data.length) }
    : tensor(
        input.shape,
        exact.input.data.map(() => exactField.zero)
      );
}

/**
 * Logistic sigmoid 1 / (1 + e⁻ˣ), for any size of x without overflow. `torch.nn.functional.sigmoid`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Sigmoid.html
 *
 * @param input of any shape, which is that of the result
 * @throws {ShapeError} when the input is exact: the values of this function are no fractions
 * @throws {NonFiniteError} when a number is not finite
 */
export function sigmoid(input: RealTensor): RealTensor {
  requireReal('sigmoid', { input });
  return { shape: input.shape, data: sigmoids(input.data) };
}

/**
 * Gradient of {@link sigmoid} σ: that of the result times σ(x)·(1 − σ(x)).
 *
 * @param gradient of the shape of the input
 * @throws {ShapeError} when the shapes differ or an operand is exact
 * @throws {NonFiniteError} when a number is not finite
 */
export function sigmoidBackward(gradient: RealTensor, input: RealTensor): RealTensor {
  requireOutputShape('sigmoidBackward', gradient, input.shape);
  requireReal('sigmoidBackward', { gradient, input });
  return { shape: input.shape, data: sigmoidsBackward(gradient.data, input.data) };
}

/**
 * Hyperbolic tangent. `torch.nn.functional.tanh`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Tanh.html
 *
 * @param input of any shape, which is that of the result
 * @throws {ShapeError} when the input is exact: the values of this function are no fractions
 * @throws {NonFiniteError} when a number is not finite
 */
export function tanh(input: RealTensor): RealTensor {
  requireReal('tanh', { input });
  return { shape: input.shape, data: hyperbolicTangents(input.data) };
}

/**
 * Gradient of {@link tanh}: that of the result times 1 − tanh²(x).
 *
 * @param gradient of the shape of the input
 * @throws {ShapeError} when the shapes differ or an operand is exact
 * @throws {NonFiniteError} when a number is not finite
 */
export function tanhBackward(gradient: RealTensor, input: RealTensor): RealTensor {
  requireOutputShape('tanhBackward', gradient, input.shape);
  requireReal('tanhBackward', { gradient, input });
  return { shape: input.shape, data: hyperbolicTangentsBackward(gradient.data, input.data) };
}
