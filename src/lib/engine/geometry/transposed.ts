import { during, SettingError, ShapeError, shapeText } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { cellsOf } from '../tensor.ts';
import { requireAxis, requireWhole, sizeOfPair, spanOf, type Axis, type Pair } from './axis.ts';
import { planConvolution, type ConvolutionPlan } from './convolution.ts';
import { sidesOf, type Sides } from './padding.ts';

/** Options of a transposed convolution; names and defaults of `torch.nn.functional.conv_transpose2d`. */
export interface TransposedConvolutionOptions {
  /** Distance between the places where neighbouring input cells lay their kernels, in cells of the output. */
  readonly stride?: Pair;
  /** Cells cut off each side of the output: the padding of the convolution that this one is the transpose of. */
  readonly padding?: Pair | Sides;
  /** Cells that the output has in addition, below and to the right. They choose among the sizes that one stride maps to the same. */
  readonly outputPadding?: Pair;
  /** Distance between neighbouring taps of the kernel, in cells. */
  readonly dilation?: Pair;
  /** Channels and filters are split into so many groups that know nothing of each other. */
  readonly groups?: number;
}

export const TRANSPOSED_CONVOLUTION_OPTIONS: OptionNames<TransposedConvolutionOptions> = {
  stride: true,
  padding: true,
  outputPadding: true,
  dilation: true,
  groups: true
};

/** One axis of a transposed convolution. All lengths in cells. */
interface TransposedAxis extends Omit<Axis, 'ceilMode'> {
  readonly outputPadding: number;
}

function lengthAlong(operation: string, axis: TransposedAxis): number {
  const { input, kernel, stride, dilation, before, after, outputPadding } = axis;
  requireAxis(axis, `${operation}: `);
  requireWhole(outputPadding, 0, `${operation}: outputPadding`);
  if (outputPadding >= stride && outputPadding >= dilation) {
    throw new SettingError(
      `${operation}: outputPadding must be smaller than either stride or dilation; ` +
        `it is ${outputPadding}, stride is ${stride} and dilation is ${dilation}`
    );
  }
  const uncut = (input - 1) * stride + spanOf(kernel, dilation) + outputPadding;
  const length = uncut - before - after;
  if (length < 1) {
    throw new SettingError(
      `${operation}: padding must leave at least one cell of the output; it cuts ${before} and ${after} off ${uncut}`
    );
  }
  return length;
}

/**
 * How many cells a transposed convolution makes along one axis: (N − 1)S − 2P + D(F − 1) + outputPadding + 1.
 * Dumoulin and Visin, "A guide to convolution arithmetic for deep learning", relationships 8 to 14; the H_out of
 * PyTorch's ConvTranspose2d.
 *
 * @throws {SettingError} when a length, stride or dilation is below 1, a padding below 0, or one is not whole; when
 *   `outputPadding` is as large as both stride and dilation; when the padding cuts everything off
 */
export function transposedOutputLength(
  inputLength: number,
  kernelLength: number,
  stride = 1,
  padding = 0,
  outputPadding = 0,
  dilation = 1
): number {
  return lengthAlong('transposedOutputLength', {
    input: inputLength,
    kernel: kernelLength,
    stride,
    dilation,
    before: padding,
    after: padding,
    outputPadding
  });
}

function requireOperands(
  operation: string,
  inputShape: readonly number[],
  weightShape: readonly number[],
  groups: number
): void {
  if (inputShape.length !== 4) {
    throw new ShapeError(`${operation}: the input must be [N, C, H, W]; it is ${shapeText(inputShape)}`);
  }
  if (weightShape.length !== 4) {
    throw new ShapeError(
      `${operation}: the weight must be [C, K / groups, FH, FW]; it is ${shapeText(weightShape)}`
    );
  }
  requireWhole(groups, 1, `${operation}: groups`);
  const [, channels] = inputShape as [number, number];
  const [kernels] = weightShape as [number];
  if (channels !== kernels) {
    throw new ShapeError(
      `${operation}: input has ${channels} channels, weight has kernels for ${kernels}; they must be equal ` +
        `(weight is ${shapeText(weightShape)})`
    );
  }
  if (channels % groups !== 0) {
    throw new SettingError(
      `${operation}: ${groups} groups must divide the ${channels} channels ` +
        `(input is ${shapeText(inputShape)}, weight is ${shapeText(weightShape)})`
    );
  }
}

/** The sides, for the words that name a padding name none here: they say how long the *input* of a window is to be. */
function sidesOfOutput(operation: string, padding: Pair | Sides): Sides {
  if (typeof padding === 'string') {
    throw new SettingError(
      `${operation}: padding is a number of cells, [vertical, horizontal] or the four sides, not '${String(padding)}'`
    );
  }
  const unused = { height: 1, width: 1 };
  return during(operation, () => sidesOf(padding, unused, unused));
}

/**
 * Checks that the operands of a transposed convolution fit each other and lays out the convolution that it is the
 * transpose of: that one's *output* is this one's input, [N, C, H, W], and its input is this one's output,
 * [N, K, OH, OW]. Both have the same weight.
 *
 * @param operation begins the message of what is thrown
 * @param inputShape [N, C, H, W]
 * @param weightShape [C, K / groups, FH, FW]
 * @throws {ShapeError} when an operand is not four-dimensional, or there is not one row of kernels a channel
 * @throws {SettingError} when `groups` does not divide the channels, or an option cannot be
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function planTransposedConvolution(
  operation: string,
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: TransposedConvolutionOptions = {}
): { readonly plan: ConvolutionPlan; readonly outputShape: readonly [number, number, number, number] } {
  requireKnownOptions(operation, options, TRANSPOSED_CONVOLUTION_OPTIONS);
  const groups = options.groups ?? 1;
  requireOperands(operation, inputShape, weightShape, groups);
  const [images, channels, height, width] = inputShape as [number, number, number, number];
  const [, groupFilters, kernelHeight, kernelWidth] = weightShape as [number, number, number, number];
  const stride = sizeOfPair(options.stride ?? 1);
  const dilation = sizeOfPair(options.dilation ?? 1);
  const outputPadding = sizeOfPair(options.outputPadding ?? 0);
  const padding = sidesOfOutput(operation, options.padding ?? 0);
  const outputHeight = lengthAlong(operation, {
    input: height,
    kernel: kernelHeight,
    stride: stride.height,
    dilation: dilation.height,
    before: padding.top,
    after: padding.bottom,
    outputPadding: outputPadding.height
  });
  const outputWidth = lengthAlong(operation, {
    input: width,
    kernel: kernelWidth,
    stride: stride.width,
    dilation: dilation.width,
    before: padding.left,
    after: padding.right,
    outputPadding: outputPadding.width
  });
  const outputShape = [images, groupFilters * groups, outputHeight, outputWidth] as const;
  cellsOf(outputShape, operation);
  const matching = planConvolution(operation, outputShape, weightShape, {
    stride: [stride.height, stride.width],
    dilation: [dilation.height, dilation.width],
    padding,
    groups
  });
  return {
    outputShape,
    // An output padding of a whole stride, which a dilation may allow, has room for windows that no input cell made.
    plan: {
      ...matching,
      outputShape: [images, channels, height, width],
      geometry: { ...matching.geometry, output: { height, width } }
    }
  };
}
