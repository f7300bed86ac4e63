import { KernelTooLargeError, SettingError, ShapeError } from './errors';

/** Height and width, in cells. */
export interface Size {
  readonly height: number;
  readonly width: number;
}

/** A row and a column, counted from 0. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** One value for both axes, or [vertical, horizontal], as in `torch.nn.functional.conv2d`. */
export type Pair = number | readonly [vertical: number, horizontal: number];

/** How a window moves. Defaults are those of `torch.nn.functional.conv2d`: stride 1, padding 0. */
export interface WindowOptions {
  readonly stride?: Pair;
  readonly padding?: Pair;
}

/** Everything that is integer arithmetic about a window sliding over an input. All lengths in cells. */
export interface WindowGeometry {
  readonly input: Size;
  readonly kernel: Size;
  readonly stride: Size;
  readonly padding: Size;
  /** The input with `padding` cells added on each side. */
  readonly padded: Size;
  readonly output: Size;
}

function requireWhole(value: number, least: number, name: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new SettingError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
}

/**
 * How many positions a window has along one axis: floor((N + 2P - F) / S) + 1.
 * Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", relationship 6; the same as the
 * H_out of PyTorch's Conv2d with dilation 1.
 *
 * @throws {KernelTooLargeError} when the kernel is longer than the padded input
 * @throws {SettingError} when a length or stride is below 1, a padding below 0, or one of them is not whole
 */
export function outputLength(inputLength: number, kernelLength: number, stride = 1, padding = 0): number {
  requireWhole(inputLength, 1, 'the input length');
  requireWhole(kernelLength, 1, 'the kernel length');
  requireWhole(stride, 1, 'stride');
  requireWhole(padding, 0, 'padding');
  const paddedLength = inputLength + 2 * padding;
  if (kernelLength > paddedLength) throw new KernelTooLargeError(kernelLength, paddedLength);
  return Math.floor((paddedLength - kernelLength) / stride) + 1;
}

function sizeOfPair(pair: Pair): Size {
  return typeof pair === 'number' ? { height: pair, width: pair } : { height: pair[0], width: pair[1] };
}

/**
 * The geometry of a kernel of size `kernel` over an input of size `input`.
 *
 * @throws {KernelTooLargeError | SettingError} as {@link outputLength}
 */
export function windowGeometry(input: Size, kernel: Size, options: WindowOptions = {}): WindowGeometry {
  const stride = sizeOfPair(options.stride ?? 1);
  const padding = sizeOfPair(options.padding ?? 0);
  return {
    input,
    kernel,
    stride,
    padding,
    padded: { height: input.height + 2 * padding.height, width: input.width + 2 * padding.width },
    output: {
      height: outputLength(input.height, kernel.height, stride.height, padding.height),
      width: outputLength(input.width, kernel.width, stride.width, padding.width)
    }
  };
}

/**
 * Where the window's upper left corner lies for one output cell, in coordinates of the *padded* input.
 *
 * @throws {ShapeError} when the output has no such cell
 */
export function windowOrigin(geometry: WindowGeometry, output: Position): Position {
  const { height, width } = geometry.output;
  if (output.row < 0 || output.row >= height || output.column < 0 || output.column >= width) {
    throw new ShapeError(`there is no cell (${output.row}, ${output.column}) in a ${height}×${width} output`);
  }
  return { row: output.row * geometry.stride.height, column: output.column * geometry.stride.width };
}

/** First and last output index along one axis whose window covers `paddedIndex`. Empty when first > last. */
function coveringRange(paddedIndex: number, kernelLength: number, stride: number, outputs: number) {
  const first = Math.max(0, Math.ceil((paddedIndex - kernelLength + 1) / stride));
  const last = Math.min(outputs - 1, Math.floor(paddedIndex / stride));
  return { first, last };
}

/**
 * All output cells whose window covers one cell of the padded input, in reading order: what that cell feeds.
 * Empty for a border that a stride leaves over.
 */
export function outputsFedBy(geometry: WindowGeometry, padded: Position): Position[] {
  const { kernel, stride, output } = geometry;
  const rows = coveringRange(padded.row, kernel.height, stride.height, output.height);
  const columns = coveringRange(padded.column, kernel.width, stride.width, output.width);
  const fed: Position[] = [];
  for (let row = rows.first; row <= rows.last; row++) {
    for (let column = columns.first; column <= columns.last; column++) fed.push({ row, column });
  }
  return fed;
}
