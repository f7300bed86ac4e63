import { KernelTooLargeError, SettingError } from '../errors.ts';

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

/**
 * Both axes of a {@link Pair}.
 *
 * @throws {SettingError} when a list has not one number for each axis; four would be sides, which have names
 */
export function sizeOfPair(pair: Pair): Size {
  if (Array.isArray(pair) && pair.length !== 2) {
    throw new SettingError(`a pair is [vertical, horizontal], not [${pair.join(', ')}]`);
  }
  return typeof pair === 'number' ? { height: pair, width: pair } : { height: pair[0], width: pair[1] };
}

/** A window sliding along one axis. All lengths in cells. */
export interface Axis {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly dilation: number;
  /** Padding cells before the first and after the last cell of the input. */
  readonly before: number;
  readonly after: number;
  /** Round the number of positions up instead of down: the last window may reach over the end. */
  readonly ceilMode?: boolean;
}

/** @throws {SettingError} when a value is not a whole number, or is too small */
export function requireWhole(value: number, least: number, name: string): void {
  if (!Number.isInteger(value) || value < least) {
    throw new SettingError(`${name} must be a whole number of at least ${least}, not ${value}`);
  }
}

/**
 * @param whose begins the messages
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole
 */
export function requireAxis(axis: Omit<Axis, 'ceilMode'>, whose = ''): void {
  requireWhole(axis.input, 1, `${whose}the input length`);
  requireWhole(axis.kernel, 1, `${whose}the kernel length`);
  requireWhole(axis.stride, 1, `${whose}stride`);
  requireWhole(axis.dilation, 1, `${whose}dilation`);
  requireWhole(axis.before, 0, `${whose}padding`);
  requireWhole(axis.after, 0, `${whose}padding`);
}

/** Cells from the first to the last tap of a kernel whose taps lie `dilation` cells apart. */
export function spanOf(kernel: number, dilation: number): number {
  return dilation * (kernel - 1) + 1;
}

/**
 * Positions of a window along an axis: ⌊(N + P − span) / S⌋ + 1 with P for both paddings together.
 * In `ceilMode` rounded up, but a last window that would begin in the padding behind the input is left out:
 * `pooling_output_shape` in PyTorch's aten/src/ATen/native/Pool.h. A first window may reach over the end as well,
 * by less than a stride.
 *
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input; in `ceilMode`, when it is
 *   longer by a stride or more
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole
 */
export function positionsAlong(axis: Axis): number {
  requireAxis(axis);
  const span = spanOf(axis.kernel, axis.dilation);
  const padded = axis.before + axis.input + axis.after;
  const steps = (padded - span) / axis.stride;
  const positions = (axis.ceilMode ? Math.ceil(steps) : Math.floor(steps)) + 1;
  if (positions < 1) throw new KernelTooLargeError(span, padded);
  if (!axis.ceilMode) return positions;
  const beginsInside = (positions - 1) * axis.stride < axis.before + axis.input;
  return beginsInside ? positions : positions - 1;
}

/**
 * How many positions a window has along one axis: floor((N + 2P − D(F − 1) − 1) / S) + 1.
 * Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", relationships 6 and 15; the same
 * as the H_out of PyTorch's Conv2d.
 *
 * @throws {KernelTooLargeError} when the kernel is longer than the padded input
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole
 */
export function outputLength(
  inputLength: number,
  kernelLength: number,
  stride = 1,
  padding = 0,
  dilation = 1
): number {
  return positionsAlong({
    input: inputLength,
    kernel: kernelLength,
    stride,
    dilation,
    before: padding,
    after: padding
  });
}
