import {
  conv2d,
  exactField,
  Fraction,
  rotateHalfTurn,
  ShapeError,
  sizeOf,
  windowGeometry,
  windowOrigin,
  type ExactTensor,
  type Position,
  type WindowGeometry
} from '$lib/engine';
import type { Grain, WindowSettings } from './settings';

/** `conv2d` is cross-correlation, as in the frameworks; `convolve2d` turns the kernel by 180° first. */
export type Operation = 'conv2d' | 'convolve2d';

/** One multiplication: an input cell, or a padding zero, meets one weight. */
export interface Term {
  readonly channel: number;
  /** Place in the kernel as it lies on the input (after the half turn, for `convolve2d`). */
  readonly kernelRow: number;
  readonly kernelColumn: number;
  /** Place in the padded input. */
  readonly paddedRow: number;
  readonly paddedColumn: number;
  readonly isPadding: boolean;
  readonly value: Fraction;
  readonly weight: Fraction;
  readonly product: Fraction;
}

/** A settled state of the stage. */
export interface Step {
  /** 0 is the stage before anything is computed; n is the n-th output cell (or product) done. */
  readonly index: number;
  /** The output cell that is being computed; null at step 0. */
  readonly cell: Position | null;
  /** The window's upper left corner in the padded input; null at step 0. */
  readonly window: Position | null;
  /** All products of the window, row by row of the kernel, channel by channel. */
  readonly terms: readonly Term[];
  /** How many of the terms are in the sum so far; all of them at grain 'cell'. */
  readonly done: number;
  /** Sum of the done terms, channel by channel. */
  readonly channelSums: readonly Fraction[];
  /** Sum of the done terms. */
  readonly total: Fraction;
  /** How many output cells, in reading order, have their final value. */
  readonly finished: number;
}

/** The steps of one window sliding over one input. */
export interface WindowTrace {
  readonly operation: Operation;
  readonly grain: Grain;
  readonly geometry: WindowGeometry;
  readonly input: ExactTensor;
  /** The weights as they meet the input: turned by 180° for `convolve2d`. */
  readonly weights: ExactTensor;
  /** Products in one window. */
  readonly taps: number;
  /** The last step's number. */
  readonly length: number;
  /**
   * The k-th step, 0 ≤ k ≤ length, in time that depends on the window alone.
   *
   * @throws {RangeError} when there is no such step
   */
  step(index: number): Step;
  /**
   * Where the window lies at the k-th step, without computing its products; null at step 0.
   *
   * @throws {RangeError} when there is no such step
   */
  windowAt(index: number): Position | null;
  /** The finished output, computed when first asked for: (1, 1, OH, OW). */
  output(): ExactTensor;
}

const EMPTY_STEP: Step = {
  index: 0,
  cell: null,
  window: null,
  terms: [],
  done: 0,
  channelSums: [],
  total: exactField.zero,
  finished: 0
};

function channelsOf(settings: WindowSettings): number {
  const [images, channels] = settings.input.shape;
  const [filters, filterChannels] = settings.kernel.shape;
  if (images !== 1 || filters !== 1 || channels === undefined || channels !== filterChannels) {
    throw new ShapeError(
      `a window is traced over one image with one filter of as many channels, not over ` +
        `(${settings.input.shape.join(', ')}) with (${settings.kernel.shape.join(', ')})`
    );
  }
  return channels;
}

/** Reads the products of the window at `origin`, in the order of the kernel's own cells. */
function termsAt(
  geometry: WindowGeometry,
  channels: number,
  input: ExactTensor,
  weights: ExactTensor,
  origin: Position
): Term[] {
  const { kernel, padding, input: size } = geometry;
  const terms: Term[] = [];
  for (let channel = 0; channel < channels; channel++) {
    for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
      for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
        const paddedRow = origin.row + kernelRow;
        const paddedColumn = origin.column + kernelColumn;
        const row = paddedRow - padding.height;
        const column = paddedColumn - padding.width;
        const isPadding = row < 0 || column < 0 || row >= size.height || column >= size.width;
        const value = isPadding
          ? exactField.zero
          : (input.data[(channel * size.height + row) * size.width + column] as Fraction);
        const weight = weights.data[
          (channel * kernel.height + kernelRow) * kernel.width + kernelColumn
        ] as Fraction;
        const product = value.mul(weight);
        terms.push({
          channel,
          kernelRow,
          kernelColumn,
          paddedRow,
          paddedColumn,
          isPadding,
          value,
          weight,
          product
        });
      }
    }
  }
  return terms;
}

/**
 * The trace of one filter (1, C, FH, FW) over one image (1, C, H, W). Output cells in reading order; the terms
 * of a cell in the reading order of the kernel.
 *
 * @throws {ShapeError} when there is more than one image or filter, or the channels differ
 * @throws {KernelTooLargeError | SettingError} as `windowGeometry`
 */
export function windowTrace(
  settings: WindowSettings,
  grain: Grain,
  operation: Operation = 'conv2d'
): WindowTrace {
  const channels = channelsOf(settings);
  const { input, kernel, stride, padding } = settings;
  const weights = operation === 'convolve2d' ? rotateHalfTurn(kernel) : kernel;
  const geometry = windowGeometry(sizeOf(input), sizeOf(kernel), { stride, padding });
  const taps = channels * geometry.kernel.height * geometry.kernel.width;
  const cells = geometry.output.height * geometry.output.width;
  const stepsPerCell = grain === 'cell' ? 1 : taps;
  const length = cells * stepsPerCell;
  let output: ExactTensor | undefined;
  // One moment is asked for by several surfaces: stage, caption, live region.
  let latest = EMPTY_STEP;

  /** The number of the output cell that a step computes, and the cell's place. */
  function cellAt(index: number): { cellIndex: number; cell: Position } | null {
    if (!Number.isInteger(index) || index < 0 || index > length) {
      throw new RangeError(`there is no step ${index}: steps are 0 to ${length}`);
    }
    if (index === 0) return null;
    const cellIndex = Math.floor((index - 1) / stepsPerCell);
    const { width } = geometry.output;
    return { cellIndex, cell: { row: Math.floor(cellIndex / width), column: cellIndex % width } };
  }

  function step(index: number): Step {
    if (index === latest.index) return latest;
    const found = cellAt(index);
    if (found === null) return EMPTY_STEP;
    const { cell, cellIndex } = found;
    const done = grain === 'cell' ? taps : ((index - 1) % taps) + 1;
    const window = windowOrigin(geometry, cell);
    const terms = termsAt(geometry, channels, input, weights, window);
    const channelSums = new Array<Fraction>(channels).fill(exactField.zero);
    for (const term of terms.slice(0, done)) {
      channelSums[term.channel] = (channelSums[term.channel] as Fraction).add(term.product);
    }
    const total = channelSums.reduce((sum, part) => sum.add(part), exactField.zero);
    latest = {
      index,
      cell,
      window,
      terms,
      done,
      channelSums,
      total,
      finished: cellIndex + (done === taps ? 1 : 0)
    };
    return latest;
  }

  return {
    operation,
    grain,
    geometry,
    input,
    weights,
    taps,
    length,
    step,
    windowAt(index) {
      const found = cellAt(index);
      return found && windowOrigin(geometry, found.cell);
    },
    output: () => (output ??= conv2d(input, weights, { stride, padding }))
  };
}
