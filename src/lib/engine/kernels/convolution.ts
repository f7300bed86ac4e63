import type { ConvolutionPlan } from '../geometry/index.ts';
import { cellsOf, zerosLike, type RealData } from '../tensor.ts';
import { filtersAtOnce, TOGETHER, type RowKernelMaker } from './row-kernel.ts';
import { paddedRows, rowLayout, type RowReader } from './rows.ts';

/**
 * Convolution of images whose padded rows are read one after the other. It never holds more of an image than the
 * rows under the window: they come from memory once for up to 64 filters, and stay in the fastest part of it.
 *
 * @param readRow the rows of the padded input, in the `rowLayout` of the plan's geometry
 * @param bias one number a filter
 * @param kernelFor what computes the rows of the maps
 * @returns row-major data of `plan.outputShape`, in the precision of `precision`
 * @throws {TooLargeError} when the padded rows under a window have more cells than `MOST_CELLS`
 */
export function convolveRows(
  plan: ConvolutionPlan,
  readRow: RowReader,
  weight: RealData,
  bias: RealData | null,
  precision: RealData,
  kernelFor: RowKernelMaker
): RealData {
  const { images, filters, groupChannels, groupFilters, geometry } = plan;
  const { kernel, stride, dilation, span, padded, output: size } = geometry;
  // A large padding with a large stride has a small output, but its rows need their room.
  cellsOf([groupChannels, span.height, padded.width], 'convolution');
  const layout = rowLayout(geometry);
  const rowLength = layout.sequences * layout.length;
  // Where in a row of the room the taps of a kernel's row lie.
  const columns = Int32Array.from({ length: kernel.width }, (_, kernelColumn) => {
    const column = kernelColumn * dilation.width;
    return (column % stride.width) * layout.length + Math.floor(column / stride.width);
  });
  const map = size.height * size.width;
  const output = zerosLike(precision, images * filters * map);
  // Row r of a channel lies in place r mod span: a new row takes the place of the one that the window has left.
  const {
    room,
    taps,
    cell,
    weights,
    bias: offsets,
    computeRow
  } = kernelFor(plan, groupChannels * span.height * rowLength, precision);
  const most = filtersAtOnce(plan);

  function packFilters(first: number, count: number): void {
    for (let filter = 0, together = 1; filter < count; filter += together) {
      together = filter + TOGETHER <= count ? TOGETHER : 1;
      const to = filter * plan.taps;
      for (let one = 0; one < together; one++) {
        const from = (first + filter + one) * plan.taps;
        for (let tap = 0; tap < plan.taps; tap++)
          weights[to + tap * together + one] = weight[from + tap] as number;
      }
    }
    for (let filter = 0; filter < count; filter++) {
      offsets[filter] = bias === null ? 0 : (bias[first + filter] as number);
    }
  }

  function placeTaps(top: number): void {
    let tap = 0;
    for (let channel = 0; channel < groupChannels; channel++) {
      for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
        const place = channel * span.height + ((top + kernelRow * dilation.height) % span.height);
        for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
          taps[tap++] = cell * (place * rowLength + (columns[kernelColumn] as number));
        }
      }
    }
  }

  function readRows(image: number, firstChannel: number, from: number, to: number): void {
    for (let channel = 0; channel < groupChannels; channel++) {
      for (let row = from; row < to; row++) {
        const place = channel * span.height + (row % span.height);
        readRow(image, firstChannel + channel, row, room, place * rowLength);
      }
    }
  }

  for (let filter = 0, count = 0; filter < filters; filter += count) {
    const group = Math.floor(filter / groupFilters);
    count = Math.min(most, (group + 1) * groupFilters - filter);
    packFilters(filter, count);
    for (let image = 0; image < images; image++) {
      const to = (image * filters + filter) * map;
      for (let row = 0, read = 0; row < size.height; row++) {
        const top = row * stride.height;
        readRows(image, group * groupChannels, Math.max(read, top), top + span.height);
        read = top + span.height;
        if (row === 0 || span.height > 1) placeTaps(top);
        computeRow(count, output, to + row * size.width);
      }
    }
  }
  return output;
}

/**
 * Convolution of typed arrays. Beside its result it allocates the rows under one window and the weights of some
 * filters. Sums are kept in double precision, whatever the precision of the data.
 *
 * @param bias one number a filter
 * @param kernelFor what computes the rows of the maps
 * @returns row-major data of `plan.outputShape`, in the precision of the input
 */
export function convolve(
  plan: ConvolutionPlan,
  input: RealData,
  weight: RealData,
  bias: RealData | null,
  kernelFor: RowKernelMaker
): RealData {
  const readRow = paddedRows(input, plan.channels, plan.geometry, rowLayout(plan.geometry));
  return convolveRows(plan, readRow, weight, bias, input, kernelFor);
}
