import {
  conv2dExactly,
  exactField,
  planConvolution,
  requireBias,
  sumOf,
  windowOrigin,
  type Conv2dOptions,
  type ExactTensor,
  type Fraction,
  type Position
} from '$lib/engine';
import { placeIn } from './place';
import { scheduleOf } from './schedule';
import type { Grain } from './settings';
import { cellsUnder, termOf, type Step, type Term } from './step';
import { traceOver, type WindowedTrace } from './trace';

/** The operands of `conv2d`, and its options. */
export interface ConvolutionSettings extends Conv2dOptions {
  /** [N, C, H, W] */
  readonly input: ExactTensor;
  /** [K, C / groups, FH, FW] */
  readonly weight: ExactTensor;
}

/** A settled state of a convolution of several images with several filters. */
export interface ConvolutionStep extends Step {
  /** The image of the batch that the window lies on; null at step 0. */
  readonly image: number | null;
  /** The filter that lies on it, and the output map that the cell belongs to; null at step 0. */
  readonly filter: number | null;
  /** Sum of the done terms for each of the channels that the filter sees. */
  readonly channelSums: readonly Fraction[];
}

/** The steps of a convolution: image by image, filter by filter, and each map in reading order. Output [N, K, OH, OW]. */
export interface ConvolutionTrace extends WindowedTrace<ConvolutionStep> {
  readonly grain: Grain;
  readonly weights: ExactTensor;
  /** Products in one window. */
  readonly taps: number;
}

const UNTOUCHED: ConvolutionStep = {
  index: 0,
  image: null,
  filter: null,
  cell: null,
  window: null,
  terms: [],
  done: 0,
  channelSums: [],
  bias: null,
  total: exactField.zero,
  finished: 0
};

/** Sums of terms that come channel by channel, each channel with as many. */
function sumsByChannel(terms: readonly Term[], done: number, channels: number): Fraction[] {
  const sums = new Array<Fraction>(channels).fill(exactField.zero);
  const perChannel = terms.length / channels;
  for (let tap = 0; tap < done; tap++) {
    const { product } = terms[tap] as Term;
    const channel = Math.floor(tap / perChannel);
    sums[channel] = (sums[channel] as Fraction).add(product);
  }
  return sums;
}

/**
 * The trace of `conv2d`. At grain 'product' each cell has a moment for each of its products, channel by channel in
 * the reading order of the kernel, and where there is a bias a last one in which it is added.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError} as `conv2d`
 */
export function convolutionTrace(
  { input, weight, ...options }: ConvolutionSettings,
  grain: Grain
): ConvolutionTrace {
  const { bias = null, ...window } = options;
  const plan = planConvolution('convolutionTrace', input.shape, weight.shape, window);
  requireBias('convolutionTrace', bias, plan.filters);
  const { geometry, taps, outputShape, groupChannels: channels, groupFilters } = plan;
  const momentsOfCell = grain === 'cell' ? 1 : taps + (bias ? 1 : 0);
  const cells = outputShape.reduce((product, length) => product * length, 1);
  const schedule = scheduleOf([momentsOfCell], cells);
  // A page that has just been opened shows step 0 and needs no result.
  let output: ExactTensor | undefined;

  function placeOf(cellIndex: number) {
    const [image, filter, row, column] = placeIn(outputShape, cellIndex);
    const cell = { row, column };
    return { image, filter, cell, window: windowOrigin(geometry, cell) };
  }

  function termsAt(image: number, filter: number, window: Position): Term[] {
    const group = Math.floor(filter / groupFilters);
    const planes = { image, firstChannel: group * channels, channels };
    return cellsUnder(input, geometry, planes, window).map((cell, tap) =>
      termOf(cell, weight.data[filter * taps + tap] as Fraction)
    );
  }

  return {
    ...traceOver(schedule, UNTOUCHED, ({ cell: cellIndex, part, finished }, index) => {
      const { image, filter, cell, window } = placeOf(cellIndex);
      const terms = termsAt(image, filter, window);
      const done = grain === 'cell' ? taps : Math.min(part, taps);
      const channelSums = sumsByChannel(terms, done, channels);
      const added = bias && part === momentsOfCell ? (bias.data[filter] as Fraction) : null;
      const sum = sumOf(channelSums);
      const total = added ? sum.add(added) : sum;
      return { index, image, filter, cell, window, terms, done, channelSums, bias: added, total, finished };
    }),
    grain,
    geometry,
    input,
    weights: weight,
    taps,
    windowAt(index) {
      const moment = schedule.at(index);
      return moment && placeOf(moment.cell).window;
    },
    output: () => (output ??= conv2dExactly(input, weight, options))
  };
}
