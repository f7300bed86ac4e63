import { SettingError } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { requireWhole, sizeOfPair, spanOf, type Pair, type Position, type Size } from './axis.ts';
import { sidesOf, type Sides } from './padding.ts';
import { WINDOW_OPTIONS, type WindowOptions } from './window.ts';

/** One convolution or pooling of a stack: its kernel and how it moves. */
export interface StackedWindow extends WindowOptions {
  readonly kernelSize: Pair;
}

const STACKED_WINDOW: OptionNames<StackedWindow> = { ...WINDOW_OPTIONS, kernelSize: true };

/** What one cell behind a stack of windows sees of the stack's input. All lengths in cells of that input. */
export interface ReceptiveField {
  /** From the first to the last cell seen, the gaps of dilation included. */
  readonly size: Size;
  /** How far apart the fields of two neighbouring output cells lie. */
  readonly jump: Size;
  /** Where the field of output cell (0, 0) begins; negative when that is on the padding. */
  readonly start: Position;
}

/** Before the first window every cell sees itself. */
const OWN_CELL: ReceptiveField = {
  size: { height: 1, width: 1 },
  jump: { height: 1, width: 1 },
  start: { row: 0, column: 0 }
};

/** The padding of a window, which for 'same' is known without the input's size only if the stride is 1. */
function stackedSides({ padding = 0 }: StackedWindow, kernel: Size, stride: Size, dilation: Size): Sides {
  if (padding === 'same' && (stride.height !== 1 || stride.width !== 1)) {
    throw new SettingError(
      `receptiveField: with stride [${stride.height}, ${stride.width}] the padding 'same' depends on the ` +
        'size of the input; give the four sides'
    );
  }
  return sidesOf(padding, kernel, kernel, stride, dilation);
}

/** The field after one more window. */
function through(field: ReceptiveField, window: StackedWindow): ReceptiveField {
  requireKnownOptions('receptiveField', window, STACKED_WINDOW);
  const kernel = sizeOfPair(window.kernelSize);
  const stride = sizeOfPair(window.stride ?? 1);
  const dilation = sizeOfPair(window.dilation ?? 1);
  for (const axis of ['height', 'width'] as const) {
    requireWhole(kernel[axis], 1, 'the kernel length');
    requireWhole(stride[axis], 1, 'stride');
    requireWhole(dilation[axis], 1, 'dilation');
  }
  const padding = stackedSides(window, kernel, stride, dilation);
  const { size, jump, start } = field;
  return {
    size: {
      height: size.height + (spanOf(kernel.height, dilation.height) - 1) * jump.height,
      width: size.width + (spanOf(kernel.width, dilation.width) - 1) * jump.width
    },
    jump: { height: jump.height * stride.height, width: jump.width * stride.width },
    start: {
      row: start.row - padding.top * jump.height,
      column: start.column - padding.left * jump.width
    }
  };
}

/**
 * The receptive field of a stack of windows, the first window of the list being next to the input. Each window adds
 * (span − 1) · jump to the size, moves the start back by its padding · jump and multiplies the jump by its stride:
 * Araujo, Norris and Sim, "Computing Receptive Fields of Convolutional Neural Networks", Distill 2019
 * (https://distill.pub/2019/computing-receptive-fields/), with dilation as in Dumoulin and Visin, section 5.1.
 * The centre of the first field, which some authors call its start, is start + (size − 1) / 2.
 *
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole; and
 * for the padding 'same' with a stride, which depends on the input's size, or when a window has another setting
 */
export function receptiveField(windows: readonly StackedWindow[]): ReceptiveField {
  return windows.reduce(through, OWN_CELL);
}

/**
 * The first and the last cell of the input that one output cell sees. They lie outside the input where the field
 * reaches over its border.
 *
 * @throws {SettingError} when a row or column is negative or not whole
 */
export function receptiveCells(
  { size, jump, start }: ReceptiveField,
  output: Position
): { first: Position; last: Position } {
  requireWhole(output.row, 0, 'the row');
  requireWhole(output.column, 0, 'the column');
  const first = {
    row: start.row + output.row * jump.height,
    column: start.column + output.column * jump.width
  };
  return { first, last: { row: first.row + size.height - 1, column: first.column + size.width - 1 } };
}
