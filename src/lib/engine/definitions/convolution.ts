import type { Ring } from '../field.ts';
import { planConvolution, type ConvolutionOptions, type ConvolutionPlan } from '../geometry/index.ts';
import { requireFilled, tensor, type Tensor } from '../tensor.ts';

/** One meeting of an input cell and a weight: flat indices into input, weight and output. */
export type Meeting = (output: number, input: number, weight: number) => void;

/**
 * Calls back for every product of a convolution, output cell by output cell in reading order, and for each the
 * taps of its window in the reading order of the kernel, channel by channel. Taps on the padding are left out:
 * they are zero. All that a convolution and its gradients are, apart from what is added to what.
 */
export function forEachMeeting(plan: ConvolutionPlan, meet: Meeting): void {
  const { images, channels, filters, groupChannels, groupFilters, geometry } = plan;
  const { input: size, kernel, stride, dilation, padding, output } = geometry;
  let outputIndex = 0;
  for (let image = 0; image < images; image++) {
    for (let filter = 0; filter < filters; filter++) {
      const firstChannel = image * channels + Math.floor(filter / groupFilters) * groupChannels;
      for (let outputRow = 0; outputRow < output.height; outputRow++) {
        for (let outputColumn = 0; outputColumn < output.width; outputColumn++, outputIndex++) {
          let weightIndex = filter * plan.taps;
          for (let channel = firstChannel; channel < firstChannel + groupChannels; channel++) {
            for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
              const row = outputRow * stride.height + kernelRow * dilation.height - padding.top;
              for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++, weightIndex++) {
                const column = outputColumn * stride.width + kernelColumn * dilation.width - padding.left;
                if (row < 0 || row >= size.height || column < 0 || column >= size.width) continue;
                meet(outputIndex, (channel * size.height + row) * size.width + column, weightIndex);
              }
            }
          }
        }
      }
    }
  }
}

/**
 * Two-dimensional cross-correlation over any ring of scalars, which every framework calls convolution:
 * out(n, k, i, j) = Σ over c, k1, k2 of in(n, c, i·S + k1·D − P, j·S + k2·D − P) · weight(k, c, k1, k2),
 * with zeros outside the input. The definition that everything faster is held against.
 *
 * Shapes, as in `torch.nn.functional.conv2d`: input [N, C, H, W], weight [K, C / groups, FH, FW], result
 * [N, K, OH, OW].
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError} as `planConvolution`
 */
export function conv2dOver<Scalar>(
  ring: Ring<Scalar>,
  input: Tensor<Scalar>,
  weight: Tensor<Scalar>,
  options: ConvolutionOptions = {}
): Tensor<Scalar> {
  const plan = planConvolution('conv2d', input.shape, weight.shape, options);
  for (const { shape, data } of [input, weight]) requireFilled(shape, data.length);
  return tensor(plan.outputShape, convolutionSums(ring, plan, input.data, weight.data));
}

/** The cells of a convolution that is laid out already, in row-major order. */
export function convolutionSums<Scalar>(
  ring: Ring<Scalar>,
  plan: ConvolutionPlan,
  input: readonly Scalar[],
  weight: readonly Scalar[]
): Scalar[] {
  return sumOfProducts(ring, plan.outputShape, (add) =>
    forEachMeeting(plan, (out, inp, w) => add(out, input[inp] as Scalar, weight[w] as Scalar))
  );
}

/** Sums of products, each addressed by the cell that it is added to; cells that get none are zero. */
export function sumOfProducts<Scalar>(
  ring: Ring<Scalar>,
  shape: readonly number[],
  products: (add: (to: number, left: Scalar, right: Scalar) => void) => void
): Scalar[] {
  const cells = shape.reduce((product, length) => product * length, 1);
  const sums = new Array<Scalar>(cells).fill(ring.zero);
  products((to, left, right) => {
    sums[to] = ring.add(sums[to] as Scalar, ring.multiply(left, right));
  });
  return sums;
}
