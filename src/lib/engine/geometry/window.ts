import { ShapeError } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { positionsAlong, sizeOfPair, spanOf, type Pair, type Position, type Size } from './axis.ts';
import { sidesOf, type Padding, type Sides } from './padding.ts';

/** How a window moves. Defaults are those of `torch.nn.functional.conv2d`: stride 1, padding 0, dilation 1. */
export interface WindowOptions {
  readonly stride?: Pair;
  readonly padding?: Padding;
  /** Distance between neighbouring taps of the kernel, in cells. */
  readonly dilation?: Pair;
}

export const WINDOW_OPTIONS: OptionNames<WindowOptions> = { stride: true, padding: true, dilation: true };

/** Everything that is integer arithmetic about a window sliding over an input. All lengths in cells. */
export interface WindowGeometry {
  readonly input: Size;
  readonly kernel: Size;
  readonly stride: Size;
  readonly dilation: Size;
  readonly padding: Sides;
  /** The input with its padding. */
  readonly padded: Size;
  /** What one window covers, the gaps of dilation included. */
  readonly span: Size;
  readonly output: Size;
}

/**
 * The geometry of a kernel of size `kernel` over an input of size `input`.
 *
 * @param ceilMode rounds the number of positions up, as PyTorch's pooling does on request
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input along an axis
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole; when
 *   there is no such option
 */
export function windowGeometry(
  input: Size,
  kernel: Size,
  options: WindowOptions = {},
  ceilMode = false
): WindowGeometry {
  requireKnownOptions('windowGeometry', options, WINDOW_OPTIONS);
  const stride = sizeOfPair(options.stride ?? 1);
  const dilation = sizeOfPair(options.dilation ?? 1);
  const padding = sidesOf(options.padding ?? 0, input, kernel, stride, dilation);
  const output = {
    height: positionsAlong({
      input: input.height,
      kernel: kernel.height,
      stride: stride.height,
      dilation: dilation.height,
      before: padding.top,
      after: padding.bottom,
      ceilMode
    }),
    width: positionsAlong({
      input: input.width,
      kernel: kernel.width,
      stride: stride.width,
      dilation: dilation.width,
      before: padding.left,
      after: padding.right,
      ceilMode
    })
  };
  return {
    input,
    kernel,
    stride,
    dilation,
    padding,
    padded: {
      height: padding.top + input.height + padding.bottom,
      width: padding.left + input.width + padding.right
    },
    span: { height: spanOf(kernel.height, dilation.height), width: spanOf(kernel.width, dilation.width) },
    output
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

/** The outputs along one axis of which some tap meets the cell `padded` of the padded input, in order. */
function coveringAlong(
  padded: number,
  axis: { kernel: number; stride: number; dilation: number; outputs: number }
): number[] {
  const covering: number[] = [];
  for (let tap = axis.kernel - 1; tap >= 0; tap--) {
    const output = (padded - tap * axis.dilation) / axis.stride;
    if (Number.isInteger(output) && output >= 0 && output < axis.outputs) covering.push(output);
  }
  return covering;
}

function axesOf({ kernel, stride, dilation, output }: WindowGeometry) {
  return {
    vertical: {
      kernel: kernel.height,
      stride: stride.height,
      dilation: dilation.height,
      outputs: output.height
    },
    horizontal: {
      kernel: kernel.width,
      stride: stride.width,
      dilation: dilation.width,
      outputs: output.width
    }
  };
}

/**
 * All output cells of which a tap meets one cell of the padded input, in reading order: what that cell feeds.
 * Empty for a border that a stride leaves over, and for cells that dilation steps over.
 */
export function outputsFedBy(geometry: WindowGeometry, padded: Position): Position[] {
  const { vertical, horizontal } = axesOf(geometry);
  const columns = coveringAlong(padded.column, horizontal);
  return coveringAlong(padded.row, vertical).flatMap((row) => columns.map((column) => ({ row, column })));
}

/** How many windows visit each cell of the padded input, row by row. */
export function visitCounts(geometry: WindowGeometry): number[][] {
  const { vertical, horizontal } = axesOf(geometry);
  const counts = (length: number, axis: typeof vertical) =>
    Array.from({ length }, (_, cell) => coveringAlong(cell, axis).length);
  const columns = counts(geometry.padded.width, horizontal);
  return counts(geometry.padded.height, vertical).map((rowVisits) =>
    columns.map((columnVisits) => rowVisits * columnVisits)
  );
}
