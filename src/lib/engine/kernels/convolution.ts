import type { ConvolutionPlan } from '../geometry/index.ts';
import { cellsOf, zerosLike, type RealData } from '../tensor.ts';
import { paddedRows, type RowReader } from './rows.ts';

/** So many filters are computed together. */
const TOGETHER = 4;

/** A row of the map of one filter, or of four: what the inner loops need, in flat offsets. */
interface MapRow {
  /** The rows under the window, of every channel that the filters see. */
  readonly data: Float64Array;
  /** From the window's first column to each of its taps. */
  readonly taps: Int32Array;
  /** The weights tap by tap, the filters side by side. */
  readonly weights: Float64Array;
  /** One number a filter. */
  readonly bias: Float64Array;
  /** From one window to the next, in cells. */
  readonly stride: number;
  readonly output: RealData;
  /** Where the row begins in the map of the first filter. */
  readonly to: number;
  /** Cells of the row. */
  readonly width: number;
  /** Cells of a map. */
  readonly map: number;
}

/**
 * Four filters, two neighbouring output cells at a time. Eight sums stay in registers while a loaded input value
 * meets four weights and a loaded weight two values: that is where the speed comes from, for every multiplication
 * needs fewer than one load.
 */
function fourFilters({ data, taps, weights, bias, stride, output, to, width, map }: MapRow): void {
  const count = taps.length;
  const bias0 = bias[0] as number;
  const bias1 = bias[1] as number;
  const bias2 = bias[2] as number;
  const bias3 = bias[3] as number;
  for (let column = 0; column < width; column += 2) {
    // The last cell of an odd row is computed twice, beside itself, rather than in a loop of its own.
    const isPair = column + 1 < width;
    const corner = column * stride;
    const next = isPair ? corner + stride : corner;
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
    const cell = to + column;
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

/** One filter, four neighbouring output cells at a time: what is left over, and depthwise convolution. */
function oneFilter({ data, taps, weights, bias, stride, output, to, width }: MapRow): void {
  const count = taps.length;
  const offset = bias[0] as number;
  for (let column = 0; column < width; column += 4) {
    const cells = Math.min(4, width - column);
    const corner0 = column * stride;
    const corner1 = cells > 1 ? corner0 + stride : corner0;
    const corner2 = cells > 2 ? corner0 + 2 * stride : corner0;
    const corner3 = cells > 3 ? corner0 + 3 * stride : corner0;
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
    const cell = to + column;
    output[cell] = sum0;
    if (cells > 1) output[cell + 1] = sum1;
    if (cells > 2) output[cell + 2] = sum2;
    if (cells > 3) output[cell + 3] = sum3;
  }
}

/**
 * Convolution of images whose padded rows are read one after the other. It never holds more of an image than the
 * rows under the window: they come from memory once and stay in the fastest part of it.
 *
 * @param readRow the rows of the padded input
 * @param bias one number a filter
 * @returns row-major data of `plan.outputShape`, in the precision of `precision`
 * @throws {TooLargeError} when the padded rows under a window have more cells than `MOST_CELLS`
 */
export function convolveRows(
  plan: ConvolutionPlan,
  readRow: RowReader,
  weight: RealData,
  bias: RealData | null,
  precision: RealData
): RealData {
  const { images, filters, groupChannels, groupFilters, geometry } = plan;
  const { kernel, stride, dilation, span, padded, output: size } = geometry;
  // A large padding with a large stride has a small output, but its rows need their room.
  const roomCells = cellsOf([groupChannels, span.height, padded.width], 'convolution');
  const map = size.height * size.width;
  const output = zerosLike(precision, images * filters * map);
  const weights = new Float64Array(TOGETHER * plan.taps);
  const offsets = new Float64Array(TOGETHER);
  const taps = new Int32Array(plan.taps);
  // Row r of a channel lies in place r mod span: a new row takes the place of the one that the window has left.
  const room = new Float64Array(roomCells);

  function packFilters(filter: number, together: number): void {
    for (let one = 0; one < together; one++) {
      const from = (filter + one) * plan.taps;
      for (let tap = 0; tap < plan.taps; tap++) weights[tap * together + one] = weight[from + tap] as number;
      offsets[one] = bias === null ? 0 : (bias[filter + one] as number);
    }
  }

  function placeTaps(top: number): void {
    let tap = 0;
    for (let channel = 0; channel < groupChannels; channel++) {
      for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
        const place = channel * span.height + ((top + kernelRow * dilation.height) % span.height);
        for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
          taps[tap++] = place * padded.width + kernelColumn * dilation.width;
        }
      }
    }
  }

  function readRows(image: number, firstChannel: number, from: number, to: number): void {
    for (let channel = 0; channel < groupChannels; channel++) {
      for (let row = from; row < to; row++) {
        const place = channel * span.height + (row % span.height);
        readRow(image, firstChannel + channel, row, room, place * padded.width);
      }
    }
  }

  for (let image = 0; image < images; image++) {
    for (let filter = 0, together = 1; filter < filters; filter += together) {
      const group = Math.floor(filter / groupFilters);
      together = filter + TOGETHER <= (group + 1) * groupFilters ? TOGETHER : 1;
      const computeRow = together === 1 ? oneFilter : fourFilters;
      packFilters(filter, together);
      for (let row = 0, read = 0; row < size.height; row++) {
        const top = row * stride.height;
        readRows(image, group * groupChannels, Math.max(read, top), top + span.height);
        read = top + span.height;
        if (row === 0 || span.height > 1) placeTaps(top);
        computeRow({
          data: room,
          taps,
          weights,
          bias: offsets,
          stride: stride.width,
          output,
          to: (image * filters + filter) * map + row * size.width,
          width: size.width,
          map
        });
      }
    }
  }
  return output;
}

/**
 * Convolution of typed arrays. Beside its result it allocates the rows under one window and the weights of four
 * filters. Sums are kept in double precision, whatever the precision of the data.
 *
 * @param bias one number a filter
 * @returns row-major data of `plan.outputShape`, in the precision of the input
 */
export function convolve(
  plan: ConvolutionPlan,
  input: RealData,
  weight: RealData,
  bias: RealData | null
): RealData {
  return convolveRows(plan, paddedRows(input, plan.channels, plan.geometry), weight, bias, input);
}
