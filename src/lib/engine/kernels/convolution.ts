import type { ConvolutionPlan } from '../geometry/index.ts';
import { zerosLike, type RealData } from '../tensor.ts';
import { paddedImages, type PaddedImage } from './padded.ts';

/** So many filters are computed together. */
const TOGETHER = 4;

/** The maps of one filter, or of four: what the inner loops need, in flat offsets. */
interface Block {
  readonly plan: ConvolutionPlan;
  readonly data: Float64Array;
  readonly rowLength: number;
  /** Where the first window of the filters' group begins in the data. */
  readonly start: number;
  /** From there to each tap, channel by channel. */
  readonly taps: Int32Array;
  /** The weights tap by tap, the filters of the block side by side. */
  readonly weights: Float64Array;
  /** One number a filter of the block. */
  readonly bias: Float64Array;
  readonly output: RealData;
  /** Where the map of the first filter begins in the output. */
  readonly to: number;
}

/**
 * Four filters, two neighbouring output cells at a time. Eight sums stay in registers while a loaded input value
 * meets four weights and a loaded weight two values: that is where the speed comes from, for every multiplication
 * needs fewer than one load.
 */
function fourFilters({ plan, data, rowLength, start, taps, weights, bias, output, to }: Block): void {
  const { stride, output: size } = plan.geometry;
  const map = size.height * size.width;
  const count = taps.length;
  const bias0 = bias[0] as number;
  const bias1 = bias[1] as number;
  const bias2 = bias[2] as number;
  const bias3 = bias[3] as number;
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column += 2) {
      // The last cell of an odd row is computed twice, beside itself, rather than in a loop of its own.
      const isPair = column + 1 < size.width;
      const corner = start + row * stride.height * rowLength + column * stride.width;
      const next = isPair ? corner + stride.width : corner;
      let sum0 = bias0;
      let sum1 = bias1;
      let sum2 = bias2;
      let sum3 = bias3;
      let next0 = bias0;
      let next1 = bias1;
      let next2 = bias2;
      let next3 = bias3;
      for (let tap = 0, at = 0; tap < count; tap++, at += TOGETHER) {
        const offset = taps[tap] as number;
        const value = data[corner + offset] as number;
        const nextValue = data[next + offset] as number;
        const weight0 = weights[at] as number;
        const weight1 = weights[at + 1] as number;
        const weight2 = weights[at + 2] as number;
        const weight3 = weights[at + 3] as number;
        sum0 += value * weight0;
        sum1 += value * weight1;
        sum2 += value * weight2;
        sum3 += value * weight3;
        next0 += nextValue * weight0;
        next1 += nextValue * weight1;
        next2 += nextValue * weight2;
        next3 += nextValue * weight3;
      }
      const cell = to + row * size.width + column;
      output[cell] = sum0;
      output[cell + map] = sum1;
      output[cell + 2 * map] = sum2;
      output[cell + 3 * map] = sum3;
      if (!isPair) continue;
      output[cell + 1] = next0;
      output[cell + map + 1] = next1;
      output[cell + 2 * map + 1] = next2;
      output[cell + 3 * map + 1] = next3;
    }
  }
}

/** One filter, four neighbouring output cells at a time: what is left over, and depthwise convolution. */
function oneFilter({ plan, data, rowLength, start, taps, weights, bias, output, to }: Block): void {
  const { stride, output: size } = plan.geometry;
  const count = taps.length;
  const offset = bias[0] as number;
  for (let row = 0; row < size.height; row++) {
    for (let column = 0; column < size.width; column += 4) {
      const cells = Math.min(4, size.width - column);
      const corner0 = start + row * stride.height * rowLength + column * stride.width;
      const corner1 = cells > 1 ? corner0 + stride.width : corner0;
      const corner2 = cells > 2 ? corner0 + 2 * stride.width : corner0;
      const corner3 = cells > 3 ? corner0 + 3 * stride.width : corner0;
      let sum0 = offset;
      let sum1 = offset;
      let sum2 = offset;
      let sum3 = offset;
      for (let tap = 0; tap < count; tap++) {
        const at = taps[tap] as number;
        const factor = weights[tap] as number;
        sum0 += (data[corner0 + at] as number) * factor;
        sum1 += (data[corner1 + at] as number) * factor;
        sum2 += (data[corner2 + at] as number) * factor;
        sum3 += (data[corner3 + at] as number) * factor;
      }
      const cell = to + row * size.width + column;
      output[cell] = sum0;
      if (cells > 1) output[cell + 1] = sum1;
      if (cells > 2) output[cell + 2] = sum2;
      if (cells > 3) output[cell + 3] = sum3;
    }
  }
}

/** From the corner of a window to each of its taps, channel by channel, in an image laid out like this one. */
function tapOffsets({ groupChannels, taps, geometry }: ConvolutionPlan, image: PaddedImage): Int32Array {
  const { kernel, dilation } = geometry;
  const offsets = new Int32Array(taps);
  let tap = 0;
  for (let channel = 0; channel < groupChannels; channel++) {
    for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
      const row = channel * image.planeLength + kernelRow * dilation.height * image.rowLength;
      for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
        offsets[tap++] = row + kernelColumn * dilation.width;
      }
    }
  }
  return offsets;
}

/**
 * Convolution of images that are padded already, one after the other.
 *
 * @param imageAt the padded planes of an image; asked for in order, and each only until the next one
 * @param bias one number a filter
 * @returns row-major data of `plan.outputShape`, in the precision of the weight
 */
export function convolvePadded(
  plan: ConvolutionPlan,
  imageAt: (image: number) => PaddedImage,
  weight: RealData,
  bias: RealData | null
): RealData {
  const { images, filters, groupChannels, groupFilters, geometry } = plan;
  const map = geometry.output.height * geometry.output.width;
  const output = zerosLike(weight, images * filters * map);
  const weights = new Float64Array(TOGETHER * plan.taps);
  const offsets = new Float64Array(TOGETHER);
  let taps: Int32Array | null = null;
  for (let image = 0; image < images; image++) {
    const padded = imageAt(image);
    taps ??= tapOffsets(plan, padded);
    for (let filter = 0, together = 1; filter < filters; filter += together) {
      const group = Math.floor(filter / groupFilters);
      together = filter + TOGETHER <= (group + 1) * groupFilters ? TOGETHER : 1;
      for (let one = 0; one < together; one++) {
        const from = (filter + one) * plan.taps;
        for (let tap = 0; tap < plan.taps; tap++) {
          weights[tap * together + one] = weight[from + tap] as number;
        }
        offsets[one] = bias === null ? 0 : (bias[filter + one] as number);
      }
      const computeMaps = together === 1 ? oneFilter : fourFilters;
      computeMaps({
        plan,
        data: padded.data,
        rowLength: padded.rowLength,
        start: padded.start + group * groupChannels * padded.planeLength,
        taps,
        weights,
        bias: offsets,
        output,
        to: (image * filters + filter) * map
      });
    }
  }
  return output;
}

/**
 * Convolution of typed arrays. Beside its result it allocates the padded planes of one image and the weights of
 * four filters. Sums are kept in double precision, whatever the precision of the data.
 *
 * @param bias one number a filter
 * @returns row-major data of `plan.outputShape`, in the precision of the weight
 */
export function convolve(
  plan: ConvolutionPlan,
  input: RealData,
  weight: RealData,
  bias: RealData | null
): RealData {
  return convolvePadded(plan, paddedImages(input, plan.channels, plan.geometry), weight, bias);
}
