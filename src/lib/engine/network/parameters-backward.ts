import { planConvolution, type ConvolutionOptions } from '../geometry/index.ts';
import { biasGradient, weightGradient } from '../kernels/convolution-backward.ts';
import { conv2dBackward } from '../operations/convolution-backward.ts';
import { isReal, requireFinite, type AnyTensor, type RealData } from '../tensor.ts';

/**
 * The gradients of a convolution's weight and bias without that of its input: nobody learns from what a network's
 * first layer would have its input changed by, and it is as much work as the others. Operands are known to fit.
 *
 * @throws {NonFiniteError} when a gradient is not finite
 */
export function convolutionParametersBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor,
  options: ConvolutionOptions
): { weight: AnyTensor; bias: AnyTensor } {
  // Exact networks are small: the work that could be left out is none.
  if (!isReal(gradient) || !isReal(input)) return conv2dBackward(gradient, input, weight, options);
  const plan = planConvolution('conv2dBackward', input.shape, weight.shape, options);
  const finite = (name: string, shape: readonly number[], data: RealData) =>
    requireFinite('conv2dBackward', `the gradient of the ${name}`, { shape, data });
  return {
    weight: finite('weight', weight.shape, weightGradient(plan, gradient.data, input.data)),
    bias: finite('bias', [plan.filters], biasGradient(plan, gradient.data))
  };
}
