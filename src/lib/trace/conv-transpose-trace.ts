import {
  convTranspose2d,
  outputsFedBy,
  sizeOf,
  sumOf,
  windowGeometry,
  windowOrigin,
  type ConvTranspose2dOptions,
  type ExactTensor,
  type Fraction,
  type Position,
  type WindowGeometry
} from '$lib/engine';
import { isPlaceIn, placeIn } from './place';
import { scheduleOf } from './schedule';
import type { Grain } from './settings';
import { productOf, type Product } from './step';
import { traceOver, type Trace } from './trace';

/** The operands of `convTranspose2d`, and its options. */
export interface ConvTransposeSettings extends ConvTranspose2dOptions {
  /** [N, C, H, W] */
  readonly input: ExactTensor;
  /** [C, K / groups, FH, FW] */
  readonly weight: ExactTensor;
}

/** One cell of a stamp: the input cell times one weight, and the output cell that it is added to. */
export interface StampTerm extends Product {
  readonly filter: number;
  readonly kernelRow: number;
  readonly kernelColumn: number;
  /** Place in the output with its padding still around it. */
  readonly paddedRow: number;
  readonly paddedColumn: number;
  /** Lies on the padding, which is cut off: the product is lost. */
  readonly isCropped: boolean;
  /** The output cell's sum without this stamp and with it; null where the product is lost. */
  readonly before: Fraction | null;
  readonly after: Fraction | null;
}

/** A cell of the output. */
export interface OutputCell extends Position {
  readonly image: number;
  readonly filter: number;
}

/** A settled state of a transposed convolution. */
export interface ConvTransposeStep {
  /** 0 is the stage before anything is computed; n is the n-th stamp (or product, or bias) done. */
  readonly index: number;
  /** The image of the batch; null at step 0. */
  readonly image: number | null;
  /** The channel and the input cell that stamps; null at step 0 and where a bias is added. */
  readonly channel: number | null;
  readonly cell: Position | null;
  /** The stamp's upper left corner in the padded output; null where `cell` is. */
  readonly window: Position | null;
  /** All products of the stamp, filter by filter, in the reading order of the kernel. */
  readonly terms: readonly StampTerm[];
  /** How many of the terms are in the output so far; all of them at grain 'cell'. */
  readonly done: number;
  /** The bias that is added to every cell of a filter's map; null where a cell stamps. */
  readonly bias: { readonly filter: number; readonly value: Fraction } | null;
  /** How many stamps and biases are in the output completely. */
  readonly finished: number;
}

/**
 * The steps of a transposed convolution: image by image, channel by channel, every input cell in reading order
 * stamps its scaled kernels into the output. With a bias, each image ends with a step for each of its maps.
 */
export interface ConvTransposeTrace extends Trace<ConvTransposeStep> {
  readonly grain: Grain;
  /** That of the convolution which this one is the transpose of: its input is our output, its output our input. */
  readonly geometry: WindowGeometry;
  readonly input: ExactTensor;
  readonly weights: ExactTensor;
  /** Products in one stamp. */
  readonly taps: number;
  /**
   * What an output cell has received up to and including the k-th step.
   *
   * @throws {RangeError} when there is no such step or no such cell
   */
  sumAt(index: number, cell: OutputCell): Fraction;
  /** The finished output: [N, K, OH, OW]. */
  output(): ExactTensor;
}

const UNTOUCHED: ConvTransposeStep = {
  index: 0,
  image: null,
  channel: null,
  cell: null,
  window: null,
  terms: [],
  done: 0,
  bias: null,
  finished: 0
};

/**
 * The trace of `convTranspose2d`.
 *
 * @throws {ShapeError | SettingError | TooLargeError} as `convTranspose2d`
 */
export function convTransposeTrace(
  { input, weight, ...options }: ConvTransposeSettings,
  grain: Grain
): ConvTransposeTrace {
  const output = convTranspose2d(input, weight, options);
  const { bias = null, groups = 1, stride = 1, padding = 0, dilation = 1 } = options;
  const inputShape = input.shape as readonly [number, number, number, number];
  const outputShape = output.shape as readonly [number, number, number, number];
  const [, channels, height, width] = inputShape;
  const [images, filters, outputHeight, outputWidth] = outputShape;
  const geometry = windowGeometry(sizeOf(output), sizeOf(weight), { stride, padding, dilation });
  const { kernel, padding: sides } = geometry;
  const groupFilters = filters / groups;
  const groupChannels = channels / groups;
  const taps = groupFilters * kernel.height * kernel.width;

  const stamps = channels * height * width;
  const momentsOfStamp = grain === 'cell' ? 1 : taps;
  const biasMoments = new Array<number>(bias ? filters : 0).fill(1);
  const schedule = scheduleOf([...new Array<number>(stamps).fill(momentsOfStamp), ...biasMoments], images);
  const cellsOfImage = stamps + biasMoments.length;

  function valueAt(image: number, channel: number, { row, column }: Position): Fraction {
    return input.data[((image * channels + channel) * height + row) * width + column] as Fraction;
  }

  /** Where a weight lies in its stamp, filter by filter of its group. */
  function tapOf(filter: number, kernelRow: number, kernelColumn: number): number {
    return ((filter % groupFilters) * kernel.height + kernelRow) * kernel.width + kernelColumn;
  }

  /** The products that the stamps of all channels add to one output cell, of those done up to a step. */
  function received(index: number, { image, filter, row, column }: OutputCell): Fraction[] {
    const padded = { row: row + sides.top, column: column + sides.left };
    const firstChannel = Math.floor(filter / groupFilters) * groupChannels;
    // With more output padding than stride, the geometry has places behind the last input cell.
    const sources = outputsFedBy(geometry, padded).filter((cell) => cell.row < height && cell.column < width);
    return Array.from({ length: groupChannels }, (_, inGroup) => firstChannel + inGroup).flatMap((channel) =>
      sources.flatMap((source) => {
        const kernelRow = (padded.row - source.row * geometry.stride.height) / geometry.dilation.height;
        const kernelColumn =
          (padded.column - source.column * geometry.stride.width) / geometry.dilation.width;
        const tap = tapOf(filter, kernelRow, kernelColumn);
        const stamp = image * cellsOfImage + (channel * height + source.row) * width + source.column;
        const doneWith = schedule.stepAfter(stamp) + (grain === 'cell' ? 1 : tap + 1);
        if (doneWith > index) return [];
        return valueAt(image, channel, source).mul(weight.data[channel * taps + tap] as Fraction);
      })
    );
  }

  /** A product with its place in the output. `start` is the step after which the stamp begins. */
  function stampTerm(start: number, image: number, channel: number, cell: Position, tap: number): StampTerm {
    const [inGroup, kernelRow, kernelColumn] = placeIn([groupFilters, kernel.height, kernel.width], tap);
    const filter = Math.floor(channel / groupChannels) * groupFilters + inGroup;
    const origin = windowOrigin(geometry, cell);
    const paddedRow = origin.row + kernelRow * geometry.dilation.height;
    const paddedColumn = origin.column + kernelColumn * geometry.dilation.width;
    const target = { row: paddedRow - sides.top, column: paddedColumn - sides.left };
    const isCropped = !isPlaceIn([outputHeight, outputWidth], [target.row, target.column]);
    const product = productOf(valueAt(image, channel, cell), weight.data[channel * taps + tap] as Fraction);
    const before = isCropped ? null : sumOf(received(start, { image, filter, ...target }));
    const after = before && before.add(product.product);
    return { filter, kernelRow, kernelColumn, paddedRow, paddedColumn, isCropped, ...product, before, after };
  }

  return {
    ...traceOver(schedule, UNTOUCHED, ({ cell: number, part, finished }, index) => {
      const image = Math.floor(number / cellsOfImage);
      const inImage = number % cellsOfImage;
      if (bias && inImage >= stamps) {
        const filter = inImage - stamps;
        return {
          ...UNTOUCHED,
          index,
          image,
          bias: { filter, value: bias.data[filter] as Fraction },
          finished
        };
      }
      const [channel, row, column] = placeIn([channels, height, width], inImage);
      const cell = { row, column };
      const start = schedule.stepAfter(number);
      return {
        index,
        image,
        channel,
        cell,
        window: windowOrigin(geometry, cell),
        terms: Array.from({ length: taps }, (_, tap) => stampTerm(start, image, channel, cell, tap)),
        done: grain === 'cell' ? taps : part,
        bias: null,
        finished
      };
    }),
    grain,
    geometry,
    input,
    weights: weight,
    taps,
    sumAt(index, cell) {
      // For the sake of its RangeError.
      schedule.at(index);
      const { image, filter, row, column } = cell;
      if (!isPlaceIn(outputShape, [image, filter, row, column])) {
        throw new RangeError(
          `there is no output cell (${image}, ${filter}, ${row}, ${column}) in [${outputShape.join(', ')}]`
        );
      }
      const sum = sumOf(received(index, cell));
      if (!bias || schedule.stepAfter(image * cellsOfImage + stamps + filter + 1) > index) return sum;
      return sum.add(bias.data[filter] as Fraction);
    },
    output: () => output
  };
}
