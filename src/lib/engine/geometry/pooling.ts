import { during, SettingError, shapeText } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { cellsOf } from '../tensor.ts';
import { requireWhole, sizeOfPair, type Pair, type Size } from './axis.ts';
import type { Padding } from './padding.ts';
import { planesOf } from './planes.ts';
import { windowGeometry, type WindowGeometry } from './window.ts';

/** How the window of a pooling moves; names and defaults of `torch.nn.functional`. */
export interface PoolingOptions {
  /** The size of the kernel, unless given: windows side by side. */
  readonly stride?: Pair;
  /** At most half of the kernel on each side. Beyond PyTorch's, each side on its own and TensorFlow's 'same'. */
  readonly padding?: Padding;
  /** Round the number of windows up: the last one may reach over the end. */
  readonly ceilMode?: boolean;
}

export interface MaxPool2dOptions extends PoolingOptions {
  /** Distance between neighbouring cells of the window. */
  readonly dilation?: Pair;
}

export interface AvgPool2dOptions extends PoolingOptions {
  /** Whether the zeros of the padding count in the divisor. */
  readonly countIncludePad?: boolean;
  /** Divides every sum in place of the number of cells. */
  readonly divisorOverride?: number | null;
}

const POOLING_OPTIONS: OptionNames<PoolingOptions> = { stride: true, padding: true, ceilMode: true };

export const MAX_POOLING_OPTIONS: OptionNames<MaxPool2dOptions> = { ...POOLING_OPTIONS, dilation: true };

/** Without dilation, as in PyTorch: an average over cells that lie apart is no average pooling. */
export const AVERAGE_POOLING_OPTIONS: OptionNames<AvgPool2dOptions> = {
  ...POOLING_OPTIONS,
  countIncludePad: true,
  divisorOverride: true
};

/** The windows of a pooling along one axis, in cells of the unpadded input: what lies on padding is left out. */
export interface AxisWindows {
  /** The first cell of each window. */
  readonly first: Int32Array;
  /** The cell behind the last of each window. */
  readonly end: Int32Array;
  /** From one cell of a window to the next. */
  readonly step: number;
}

/** Which cells each window of a pooling sees. All channels of all images are planes that know nothing of each other. */
export interface PoolingPlan {
  readonly planes: number;
  readonly input: Size;
  readonly output: Size;
  readonly rows: AxisWindows;
  readonly columns: AxisWindows;
  /** [N, C, OH, OW] */
  readonly outputShape: readonly [number, number, number, number];
}

/** A pooling plan and what the sum of each window is divided by, listed on demand for one plane of the output. */
export interface AveragePlan extends PoolingPlan {
  readonly divisors: () => Float64Array;
}

function windowsAlong(
  windows: number,
  axis: { input: number; before: number; stride: number; span: number; dilation: number }
): AxisWindows {
  const first = new Int32Array(windows);
  const end = new Int32Array(windows);
  for (let index = 0; index < windows; index++) {
    const begin = index * axis.stride - axis.before;
    first[index] = begin < 0 ? begin + Math.ceil(-begin / axis.dilation) * axis.dilation : begin;
    end[index] = Math.min(begin + axis.span, axis.input);
  }
  return { first, end, step: axis.dilation };
}

function poolingGeometry(
  operation: string,
  input: Size,
  kernelSize: Pair,
  { stride = kernelSize, padding = 0, dilation = 1, ceilMode = false }: MaxPool2dOptions
): WindowGeometry {
  for (const [name, pair] of Object.entries({ kernelSize, stride, dilation })) {
    const { height, width } = during(`${operation}: ${name}`, () => sizeOfPair(pair));
    requireWhole(height, 1, `${operation}: ${name}`);
    requireWhole(width, 1, `${operation}: ${name}`);
  }
  const geometry = during(operation, () =>
    windowGeometry(input, sizeOfPair(kernelSize), { stride, padding, dilation }, ceilMode)
  );
  const { span } = geometry;
  const { top, bottom, left, right } = geometry.padding;
  const vertical = Math.max(top, bottom);
  const horizontal = Math.max(left, right);
  if (2 * vertical > span.height || 2 * horizontal > span.width) {
    throw new SettingError(
      `${operation}: padding [${vertical}, ${horizontal}] must be at most half of the window, ` +
        `which covers ${span.height}×${span.width} cells`
    );
  }
  return geometry;
}

function planOver(
  operation: string,
  inputShape: readonly number[],
  planes: number,
  { input, output, stride, padding, span, dilation }: WindowGeometry
): PoolingPlan {
  const outputShape = [
    inputShape[0] as number,
    inputShape[1] as number,
    output.height,
    output.width
  ] as const;
  cellsOf(outputShape, operation);
  return {
    planes,
    input,
    output,
    rows: windowsAlong(output.height, {
      input: input.height,
      before: padding.top,
      stride: stride.height,
      span: span.height,
      dilation: dilation.height
    }),
    columns: windowsAlong(output.width, {
      input: input.width,
      before: padding.left,
      stride: stride.width,
      span: span.width,
      dilation: dilation.width
    }),
    outputShape
  };
}

/**
 * The windows of `maxPool2d`.
 *
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when an option cannot be or there is none of its name, the padding is more than half of
 *   what the window covers (`pool2d_shape_check` in PyTorch's aten/src/ATen/native/Pool.h), or dilation leaves a window on padding alone
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 * @throws {TooLargeError} when the output would have more cells than `MOST_CELLS`
 */
export function planMaxPooling(
  operation: string,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: MaxPool2dOptions
): PoolingPlan {
  requireKnownOptions(operation, options, MAX_POOLING_OPTIONS);
  const { planes, size } = planesOf(operation, 'input', inputShape);
  const plan = planOver(operation, inputShape, planes, poolingGeometry(operation, size, kernelSize, options));
  for (const { first, end } of [plan.rows, plan.columns]) {
    if (first.some((cell, window) => cell >= (end[window] as number))) {
      throw new SettingError(
        `${operation}: with this dilation a window lies on padding alone and has no maximum (input is ${shapeText(inputShape)})`
      );
    }
  }
  return plan;
}

/** The product of the cells of each window along the two axes: what the sum of a plane's windows is divided by. */
function divisorsOf(rowCells: readonly number[], columnCells: readonly number[]): Float64Array {
  return Float64Array.from(rowCells.flatMap((rows) => columnCells.map((columns) => rows * columns)));
}

/** Cells of each window on the input. */
function cellsInside({ first, end }: AxisWindows): number[] {
  return Array.from(first, (cell, window) => (end[window] as number) - cell);
}

/** Cells of each window on the padded input. What a window of `ceilMode` has beyond the padding never counts. */
function cellsWithPadding(windows: number, stride: number, span: number, padded: number): number[] {
  return Array.from({ length: windows }, (_, window) => Math.min(span, padded - window * stride));
}

/**
 * The windows of `avgPool2d`. Divisors as in PyTorch's aten/src/ATen/native/cpu/AvgPoolKernel.cpp: the cells of the
 * window on the padded input, or with `countIncludePad` false on the input alone.
 *
 * @throws {SettingError} when `divisorOverride` is zero or not whole, or there is no such option
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as {@link planMaxPooling}
 */
export function planAveragePooling(
  operation: string,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: AvgPool2dOptions
): AveragePlan {
  requireKnownOptions(operation, options, AVERAGE_POOLING_OPTIONS);
  const { countIncludePad = true, divisorOverride = null, ...pooling } = options;
  if (divisorOverride !== null && (!Number.isInteger(divisorOverride) || divisorOverride === 0)) {
    throw new SettingError(
      `${operation}: divisorOverride must be a whole number other than 0, not ${divisorOverride}`
    );
  }
  const { planes, size } = planesOf(operation, 'input', inputShape);
  const geometry = poolingGeometry(operation, size, kernelSize, pooling);
  const plan = planOver(operation, inputShape, planes, geometry);
  const { output, stride, span, padded } = geometry;
  if (divisorOverride !== null) {
    const divisors = () => new Float64Array(output.height * output.width).fill(divisorOverride);
    return { ...plan, divisors };
  }
  const divisors = () =>
    countIncludePad
      ? divisorsOf(
          cellsWithPadding(output.height, stride.height, span.height, padded.height),
          cellsWithPadding(output.width, stride.width, span.width, padded.width)
        )
      : divisorsOf(cellsInside(plan.rows), cellsInside(plan.columns));
  return { ...plan, divisors };
}

/** So many windows over an axis as outputs are asked for: from ⌊i·N / O⌋ up to before ⌈(i + 1)·N / O⌉. */
function adaptiveWindows(input: number, windows: number): AxisWindows {
  const first = new Int32Array(windows);
  const end = new Int32Array(windows);
  for (let index = 0; index < windows; index++) {
    first[index] = Math.floor((index * input) / windows);
    end[index] = Math.ceil(((index + 1) * input) / windows);
  }
  return { first, end, step: 1 };
}

/**
 * The windows of `adaptiveAvgPool2d`: `start_index` and `end_index` in PyTorch's
 * aten/src/ATen/native/AdaptivePooling.h.
 *
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when the output size is not whole or below 1
 * @throws {TooLargeError} when the output would have more cells than `MOST_CELLS`
 */
export function planAdaptivePooling(
  operation: string,
  inputShape: readonly number[],
  outputSize: Pair
): AveragePlan {
  const { planes, size } = planesOf(operation, 'input', inputShape);
  const output = sizeOfPair(outputSize);
  requireWhole(output.height, 1, `${operation}: outputSize`);
  requireWhole(output.width, 1, `${operation}: outputSize`);
  const outputShape = [
    inputShape[0] as number,
    inputShape[1] as number,
    output.height,
    output.width
  ] as const;
  cellsOf(outputShape, operation);
  const rows = adaptiveWindows(size.height, output.height);
  const columns = adaptiveWindows(size.width, output.width);
  const divisors = () => divisorsOf(cellsInside(rows), cellsInside(columns));
  return { planes, input: size, output, rows, columns, outputShape, divisors };
}
