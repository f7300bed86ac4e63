import { exactField, type ExactTensor, type Fraction, type Position, type WindowGeometry } from '$lib/engine';
import type { WindowedStep } from './trace';

/** One multiplication. */
export interface Product {
  readonly value: Fraction;
  readonly weight: Fraction;
  readonly product: Fraction;
}

/** A cell of the padded input under one place of a kernel. */
export interface WindowCell {
  /** Channel of the input. */
  readonly channel: number;
  /** Place in the kernel as it lies on the input (after the half turn, for `convolve2d`). */
  readonly kernelRow: number;
  readonly kernelColumn: number;
  /** Place in the padded input. */
  readonly paddedRow: number;
  readonly paddedColumn: number;
  readonly isPadding: boolean;
  readonly value: Fraction;
}

/** One multiplication of a convolution: an input cell, or a padding zero, meets one weight. */
export interface Term extends WindowCell, Product {}

/** A settled state of the stage; step n is the n-th output cell (or product) done. */
export interface Step extends WindowedStep {
  /** All products of the window, row by row of the kernel, channel by channel. */
  readonly terms: readonly Term[];
  /** How many of the terms are in the sum so far; all of them at grain 'cell'. */
  readonly done: number;
  /** Sum of the done terms, channel by channel. */
  readonly channelSums: readonly Fraction[];
  /** The bias, once it is in the total; null before, and where there is none. */
  readonly bias: Fraction | null;
}

/** A product with its factors, as the terms of every trace have it. */
export function productOf(value: Fraction, weight: Fraction): Product {
  return { value, weight, product: value.mul(weight) };
}

/** A cell under the kernel with the weight that it meets. */
export function termOf(cell: WindowCell, weight: Fraction): Term {
  const { channel, kernelRow, kernelColumn, paddedRow, paddedColumn, isPadding, value } = cell;
  const product = value.mul(weight);
  // Written out: a step makes one for every tap, and copying whole objects costs several times as much.
  return { channel, kernelRow, kernelColumn, paddedRow, paddedColumn, isPadding, value, weight, product };
}

/** Some of the planes of one image of a batch. */
export interface Planes {
  readonly image: number;
  readonly firstChannel: number;
  readonly channels: number;
}

/**
 * The cells under a window whose upper left corner lies at `origin` in the padded input: the reading order of the
 * kernel, channel by channel.
 */
export function cellsUnder(
  input: ExactTensor,
  {
    kernel,
    dilation,
    padding,
    input: size
  }: Pick<WindowGeometry, 'kernel' | 'dilation' | 'padding' | 'input'>,
  { image, firstChannel, channels }: Planes,
  origin: Position
): WindowCell[] {
  const cells: WindowCell[] = [];
  const firstPlane = image * (input.shape[1] as number);
  for (let channel = firstChannel; channel < firstChannel + channels; channel++) {
    for (let kernelRow = 0; kernelRow < kernel.height; kernelRow++) {
      for (let kernelColumn = 0; kernelColumn < kernel.width; kernelColumn++) {
        const paddedRow = origin.row + kernelRow * dilation.height;
        const paddedColumn = origin.column + kernelColumn * dilation.width;
        const row = paddedRow - padding.top;
        const column = paddedColumn - padding.left;
        const isPadding = row < 0 || column < 0 || row >= size.height || column >= size.width;
        const value = isPadding
          ? exactField.zero
          : (input.data[((firstPlane + channel) * size.height + row) * size.width + column] as Fraction);
        cells.push({ channel, kernelRow, kernelColumn, paddedRow, paddedColumn, isPadding, value });
      }
    }
  }
  return cells;
}
