import type { ConvolutionPlan, WindowGeometry } from '../geometry/index.ts';
import { cellsOf, zerosLike, type RealData } from '../tensor.ts';
import { convolveRows } from './convolution.ts';
import type { RowKernelMaker } from './row-kernel.ts';
import { paddedRows, wholeRow, type RowReader } from './rows.ts';

/** The gradients of so many filters are computed together. */
const TOGETHER = 4;

/** Filters and channels change places and each kernel is turned by 180°: what a gradient is convolved with. */
function transposedWeight(
  { groups, groupFilters, groupChannels, geometry }: ConvolutionPlan,
  weight: RealData
) {
  const area = geometry.kernel.height * geometry.kernel.width;
  const turned = zerosLike(weight, weight.length);
  for (let group = 0; group < groups; group++) {
    for (let filter = 0; filter < groupFilters; filter++) {
      for (let channel = 0; channel < groupChannels; channel++) {
        const from = ((group * groupFilters + filter) * groupChannels + channel) * area;
        const to = ((group * groupChannels + channel) * groupFilters + filter) * area;
        for (let tap = 0; tap < area; tap++) turned[to + tap] = weight[from + area - 1 - tap] as number;
      }
    }
  }
  return turned;
}

/**
 * The rows of the gradient maps, their cells `stride` apart and so far from the border that a kernel which slides
 * over them at stride 1 meets each input cell's gradients: Dumoulin and Visin, "A guide to convolution arithmetic
 * for deep learning", section 4.
 */
function spreadRows(gradient: RealData, planes: number, geometry: WindowGeometry): RowReader {
  const { input, span, stride, padding, output } = geometry;
  const width = input.width + span.width - 1;
  const top = span.height - 1 - padding.top;
  const left = span.width - 1 - padding.left;
  // Windows that lie on padding alone touch no input cell: their gradients have no place.
  const first = Math.max(0, Math.ceil(-left / stride.width));
  const last = Math.min(output.width - 1, Math.floor((width - 1 - left) / stride.width));
  return (image, plane, row, room, at) => {
    const outputRow = (row - top) / stride.height;
    if (!Number.isInteger(outputRow) || outputRow < 0 || outputRow >= output.height) {
      room.fill(0, at, at + width);
      return;
    }
    const from = ((image * planes + plane) * output.height + outputRow) * output.width;
    for (let column = first; column <= last; column++) {
      room[at + left + column * stride.width] = gradient[from + column] as number;
    }
  };
}

/**
 * What a convolution's input contributed: its gradient, [N, C, H, W], as a convolution of the output's gradient
 * with the turned kernels. Called by its other name this is the transposed convolution, which may have a bias.
 *
 * @param bias one number for each channel of the input
 * @param kernelFor what computes the rows of the maps
 * @returns in the precision of the gradient
 */
export function inputGradient(
  plan: ConvolutionPlan,
  gradient: RealData,
  weight: RealData,
  bias: RealData | null,
  kernelFor: RowKernelMaker
): RealData {
  const { geometry } = plan;
  const one = { height: 1, width: 1 };
  const spread = {
    height: geometry.input.height + geometry.span.height - 1,
    width: geometry.input.width + geometry.span.width - 1
  };
  const transposed: ConvolutionPlan = {
    images: plan.images,
    channels: plan.filters,
    filters: plan.channels,
    groups: plan.groups,
    groupChannels: plan.groupFilters,
    groupFilters: plan.groupChannels,
    taps: (plan.taps / plan.groupChannels) * plan.groupFilters,
    outputShape: [plan.images, plan.channels, geometry.input.height, geometry.input.width],
    geometry: {
      input: spread,
      kernel: geometry.kernel,
      stride: one,
      dilation: geometry.dilation,
      padding: { top: 0, bottom: 0, left: 0, right: 0 },
      padded: spread,
      span: geometry.span,
      output: geometry.input
    }
  };
  const readRow = spreadRows(gradient, plan.filters, geometry);
  return convolveRows(transposed, readRow, transposedWeight(plan, weight), bias, gradient, kernelFor);
}

/** Where the products of one tap are taken from and added to, in flat offsets. */
interface TapSums {
  readonly plan: ConvolutionPlan;
  readonly data: Float64Array;
  readonly rowLength: number;
  /** The input cell that the tap meets in the first window. */
  readonly start: number;
  /** The gradient maps of the filters, cell by cell, the filters side by side. */
  readonly gradients: Float64Array;
  readonly result: Float64Array;
  /** Where the weight of the first filter stands. */
  readonly to: number;
}

/** Gradients of one tap, or of it and its right neighbour, of four filters at once: eight sums in registers. */
function fourFilters(
  { plan, data, rowLength, start, gradients, result, to }: TapSums,
  withNeighbour: boolean
): void {
  const { stride, dilation, output } = plan.geometry;
  const { taps } = plan;
  const neighbour = withNeighbour ? dilation.width : 0;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let next0 = 0;
  let next1 = 0;
  let next2 = 0;
  let next3 = 0;
  let from = 0;
  for (let row = 0; row < output.height; row++) {
    let at = start + row * stride.height * rowLength;
    for (let column = 0; column < output.width; column++) {
      const value = data[at] as number;
      const nextValue = data[at + neighbour] as number;
      const gradient0 = gradients[from] as number;
      const gradient1 = gradients[from + 1] as number;
      const gradient2 = gradients[from + 2] as number;
      const gradient3 = gradients[from + 3] as number;
      sum0 += value * gradient0;
      sum1 += value * gradient1;
      sum2 += value * gradient2;
      sum3 += value * gradient3;
      next0 += nextValue * gradient0;
      next1 += nextValue * gradient1;
      next2 += nextValue * gradient2;
      next3 += nextValue * gradient3;
      at += stride.width;
      from += TOGETHER;
    }
  }
  result[to] = (result[to] as number) + sum0;
  result[to + taps] = (result[to + taps] as number) + sum1;
  result[to + 2 * taps] = (result[to + 2 * taps] as number) + sum2;
  result[to + 3 * taps] = (result[to + 3 * taps] as number) + sum3;
  if (!withNeighbour) return;
  const next = to + 1;
  result[next] = (result[next] as number) + next0;
  result[next + taps] = (result[next + taps] as number) + next1;
  result[next + 2 * taps] = (result[next + 2 * taps] as number) + next2;
  result[next + 3 * taps] = (result[next + 3 * taps] as number) + next3;
}

/** Gradient of one tap of one filter: what is left over, and depthwise convolution. */
function oneFilter({ plan, data, rowLength, start, gradients, result, to }: TapSums): void {
  const { stride, output } = plan.geometry;
  let even = 0;
  let odd = 0;
  let from = 0;
  for (let row = 0; row < output.height; row++) {
    let at = start + row * stride.height * rowLength;
    // Two sums, so that an addition need not wait for the one before it.
    let column = 0;
    for (; column + 1 < output.width; column += 2) {
      even += (data[at] as number) * (gradients[from] as number);
      odd += (data[at + stride.width] as number) * (gradients[from + 1] as number);
      at += 2 * stride.width;
      from += 2;
    }
    if (column < output.width) even += (data[at] as number) * (gradients[from++] as number);
  }
  result[to] = (result[to] as number) + even + odd;
}

/**
 * What a convolution's weights contributed: their gradient, [K, C / groups, FH, FW], summed over all images.
 *
 * @throws {TooLargeError} when a padded image has more cells than `MOST_CELLS`
 */
export function weightGradient(plan: ConvolutionPlan, gradient: RealData, input: RealData): RealData {
  const { images, channels, filters, groupChannels, groupFilters, taps, geometry } = plan;
  const { kernel, dilation, padded, output } = geometry;
  const paddedCells = cellsOf([channels, padded.height, padded.width], 'convolution');
  const map = output.height * output.width;
  const result = new Float64Array(filters * taps);
  const gradients = new Float64Array(TOGETHER * map);
  const readRow = paddedRows(input, channels, geometry, wholeRow(padded.width));
  const rowLength = padded.width;
  const planeLength = padded.height * padded.width;
  const data = new Float64Array(paddedCells);
  for (let image = 0; image < images; image++) {
    for (let row = 0; row < channels * padded.height; row++) {
      readRow(image, Math.floor(row / padded.height), row % padded.height, data, row * rowLength);
    }
    for (let filter = 0, together = 1; filter < filters; filter += together) {
      const group = Math.floor(filter / groupFilters);
      together = filter + TOGETHER <= (group + 1) * groupFilters ? TOGETHER : 1;
      for (let one = 0; one < together; one++) {
        const from = (image * filters + filter + one) * map;
        for (let cell = 0; cell < map; cell++)
          gradients[cell * together + one] = gradient[from + cell] as number;
      }
      let to = filter * taps;
      for (let channel = 0; channel < groupChannels; channel++) {
        const plane = (group * groupChannels + channel) * planeLength;
        for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
          const row = plane + kernelRow * dilation.height * rowLength;
          for (let kernelColumn = 0; kernelColumn < kernel.width;) {
            const first = row + kernelColumn * dilation.width;
            const sums: TapSums = { plan, data, rowLength, start: first, gradients, result, to };
            const withNeighbour = together === TOGETHER && kernelColumn + 1 < kernel.width;
            if (together === TOGETHER) fourFilters(sums, withNeighbour);
            else oneFilter(sums);
            const done = withNeighbour ? 2 : 1;
            kernelColumn += done;
            to += done;
          }
        }
      }
    }
  }
  return gradient instanceof Float32Array ? Float32Array.from(result) : result;
}

/** Sum of each filter's gradient map over all images, [K]: what its bias contributed. */
export function biasGradient(
  { outputShape }: Pick<ConvolutionPlan, 'outputShape'>,
  gradient: RealData
): RealData {
  const [images, filters, height, width] = outputShape;
  const map = height * width;
  const sums = new Float64Array(filters);
  for (let image = 0, at = 0; image < images; image++) {
    for (let filter = 0; filter < filters; filter++) {
      let sum = 0;
      for (const end = at + map; at < end; at++) sum += gradient[at] as number;
      sums[filter] = (sums[filter] as number) + sum;
    }
  }
  return gradient instanceof Float32Array ? Float32Array.from(sums) : sums;
}
