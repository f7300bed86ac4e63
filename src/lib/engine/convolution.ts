import { ShapeError } from './errors';
import { exactField, type Field } from './field';
import { windowGeometry, type WindowOptions } from './geometry';
import { sizeOf, tensor, type ExactTensor, type Tensor } from './tensor';

function lengths(image: Tensor<unknown>): readonly [number, number] {
  sizeOf(image);
  return [image.shape[0] as number, image.shape[1] as number];
}

/**
 * Two-dimensional cross-correlation over any field of scalars, which every framework calls convolution:
 * out(n, k, i, j) = Σ over c, k1, k2 of in(n, c, i·S + k1 − P, j·S + k2 − P) · weight(k, c, k1, k2),
 * with zeros outside the input.
 *
 * Shapes, as in `torch.nn.functional.conv2d`: input (N, C, H, W), weight (K, C, FH, FW), result (N, K, OH, OW).
 *
 * @throws {ShapeError} when an operand is not four-dimensional or the channels differ
 * @throws {KernelTooLargeError | SettingError} as `outputLength`
 */
export function conv2dOver<Scalar>(
  field: Field<Scalar>,
  input: Tensor<Scalar>,
  weight: Tensor<Scalar>,
  options: WindowOptions = {}
): Tensor<Scalar> {
  const [images, channels] = lengths(input);
  const [filters, filterChannels] = lengths(weight);
  if (channels !== filterChannels) {
    throw new ShapeError(
      `the input has ${channels} channels but each filter has ${filterChannels}: ` +
        `(${input.shape.join(', ')}) and (${weight.shape.join(', ')})`
    );
  }
  const geometry = windowGeometry(sizeOf(input), sizeOf(weight), options);
  const { input: size, kernel, stride, padding, output } = geometry;
  const result: Scalar[] = [];
  for (let image = 0; image < images; image++) {
    for (let filter = 0; filter < filters; filter++) {
      for (let outputRow = 0; outputRow < output.height; outputRow++) {
        for (let outputColumn = 0; outputColumn < output.width; outputColumn++) {
          let sum = field.zero;
          for (let channel = 0; channel < channels; channel++) {
            const plane = (image * channels + channel) * size.height;
            const filterPlane = (filter * channels + channel) * kernel.height;
            for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
              const row = outputRow * stride.height + kernelRow - padding.height;
              if (row < 0 || row >= size.height) continue;
              for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
                const column = outputColumn * stride.width + kernelColumn - padding.width;
                if (column < 0 || column >= size.width) continue;
                const value = input.data[(plane + row) * size.width + column] as Scalar;
                const factor = weight.data[(filterPlane + kernelRow) * kernel.width + kernelColumn] as Scalar;
                sum = field.add(sum, field.multiply(value, factor));
              }
            }
          }
          result.push(sum);
        }
      }
    }
  }
  return tensor([images, filters, output.height, output.width], result);
}

/** {@link conv2dOver} the fractions: exact, nothing is rounded. */
export function conv2d(input: ExactTensor, weight: ExactTensor, options: WindowOptions = {}): ExactTensor {
  return conv2dOver(exactField, input, weight, options);
}

/** Each kernel of (K, C, FH, FW) turned by 180°: entry (k1, k2) goes to (FH − 1 − k1, FW − 1 − k2). */
export function rotateHalfTurn<Scalar>(weight: Tensor<Scalar>): Tensor<Scalar> {
  const { height, width } = sizeOf(weight);
  const plane = height * width;
  const data = weight.data.map((_, index) => {
    const start = Math.floor(index / plane) * plane;
    return weight.data[start + plane - 1 - (index - start)] as Scalar;
  });
  return tensor(weight.shape, data);
}

/**
 * Two-dimensional convolution as mathematics defines it: the kernel is turned by 180° and then slid as in
 * {@link conv2d}. Same shapes, same exceptions. It equals `conv2d` for every input exactly when each kernel
 * equals its own half turn.
 */
export function convolve2d(
  input: ExactTensor,
  weight: ExactTensor,
  options: WindowOptions = {}
): ExactTensor {
  return conv2d(input, rotateHalfTurn(weight), options);
}
