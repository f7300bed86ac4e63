import { ShapeError, shapeText } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { requireWhole, sizeOfPair, type Pair } from './axis.ts';
import { CONVOLUTION_OPTIONS, planConvolution, type ConvolutionOptions } from './convolution.ts';
import {
  AVERAGE_POOLING_OPTIONS,
  MAX_POOLING_OPTIONS,
  planAdaptivePooling,
  planAveragePooling,
  planMaxPooling,
  type AvgPool2dOptions,
  type MaxPool2dOptions
} from './pooling.ts';

/**
 * What a layer makes of one input and what that takes. Shapes are without the dimension of the batch: [C, H, W] or
 * [features]. All of it is counted, nothing allocated.
 */
export interface LayerCost {
  readonly outputShape: readonly number[];
  /** Shapes of what is learned, by name. */
  readonly parameterShapes: Readonly<Record<string, readonly number[]>>;
  /** Numbers learned. */
  readonly parameters: number;
  /**
   * Multiplications by a parameter, each with its addition, for one input on its way forward. Biases, which only
   * are added, do not count, as in the published counts of VGG and AlexNet.
   */
  readonly multiplyAdds: number;
}

/** Cells of a shape, however many: other than `cellsOf`, this is for counting only. */
export function countOf(shape: readonly number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** @throws {ShapeError} when a length is not a positive whole number */
function requireLengths(operation: string, shape: readonly number[]): void {
  if (!shape.every((length) => Number.isInteger(length) && length > 0)) {
    throw new ShapeError(`${operation}: a shape has positive whole lengths, not ${shapeText(shape)}`);
  }
}

function costOf(
  outputShape: readonly number[],
  parameterShapes: Readonly<Record<string, readonly number[]>>,
  multiplyAdds: number
): LayerCost {
  const parameters = Object.values(parameterShapes).reduce((sum, shape) => sum + countOf(shape), 0);
  return { outputShape, parameterShapes, parameters, multiplyAdds };
}

/** A layer that learns nothing. It compares, adds or bends, but multiplies by no parameter. */
export function parameterlessCost(outputShape: readonly number[]): LayerCost {
  return costOf(outputShape, {}, 0);
}

/** A convolution's settings when its input is known by shape only. */
export interface ConvolutionSettings extends ConvolutionOptions {
  /** How many there are: the channels of the output. */
  readonly filters: number;
  readonly kernelSize: Pair;
  /** Whether each filter has a bias; it has, unless told. */
  readonly bias?: boolean;
}

export const CONVOLUTION_SETTINGS: OptionNames<ConvolutionSettings> = {
  ...CONVOLUTION_OPTIONS,
  filters: true,
  kernelSize: true,
  bias: true
};

/** A fully connected layer's. */
export interface LinearSettings {
  readonly outFeatures: number;
  readonly bias?: boolean;
}

export const LINEAR_SETTINGS: OptionNames<LinearSettings> = { outFeatures: true, bias: true };

/** A pooling's options and the size of its window. */
export type MaxPoolingSettings = MaxPool2dOptions & { readonly kernelSize: Pair };

export const MAX_POOLING_SETTINGS: OptionNames<MaxPoolingSettings> = {
  ...MAX_POOLING_OPTIONS,
  kernelSize: true
};

export type AveragePoolingSettings = AvgPool2dOptions & { readonly kernelSize: Pair };

export const AVERAGE_POOLING_SETTINGS: OptionNames<AveragePoolingSettings> = {
  ...AVERAGE_POOLING_OPTIONS,
  kernelSize: true
};

/**
 * A convolution: K · (C / groups) · FH · FW weights and K biases; every output cell takes (C / groups) · FH · FW
 * multiply-adds.
 *
 * @param inputShape [C, H, W]
 * @throws {ShapeError | SettingError | KernelTooLargeError} as `planConvolution`, or when a length is not positive
 * and whole
 */
export function convolutionCost(inputShape: readonly number[], settings: ConvolutionSettings): LayerCost {
  requireKnownOptions('conv2d', settings, CONVOLUTION_SETTINGS);
  const { filters, kernelSize, bias = true, ...options } = settings;
  requireLengths('conv2d', inputShape);
  requireWhole(filters, 1, 'conv2d: filters');
  const { height, width } = sizeOfPair(kernelSize);
  const [channels = 1] = inputShape;
  const weight = [filters, channels / (options.groups ?? 1), height, width];
  const plan = planConvolution('conv2d', [1, ...inputShape], weight, options);
  const outputShape = plan.outputShape.slice(1);
  return costOf(
    outputShape,
    { weight, ...(bias ? { bias: [filters] } : {}) },
    countOf(outputShape) * plan.taps
  );
}

/**
 * A fully connected layer: I · O weights and O biases; I · O multiply-adds.
 *
 * @param inputShape [I]
 * @throws {ShapeError} when the input is not a list of features
 * @throws {SettingError} when the number of outputs is below 1 or not whole
 */
export function linearCost(inputShape: readonly number[], settings: LinearSettings): LayerCost {
  requireKnownOptions('linear', settings, LINEAR_SETTINGS);
  const { outFeatures, bias = true } = settings;
  requireLengths('linear', inputShape);
  requireWhole(outFeatures, 1, 'linear: outFeatures');
  const [features] = inputShape;
  if (inputShape.length !== 1 || features === undefined) {
    throw new ShapeError(
      `linear: the input must be [features]; it is ${shapeText(inputShape)}, so flatten it first`
    );
  }
  const weight = [outFeatures, features];
  return costOf([outFeatures], { weight, ...(bias ? { bias: [outFeatures] } : {}) }, countOf(weight));
}

/**
 * A batch normalization: a weight and a bias for each channel; one multiply-add a cell, for in inference mean and
 * variance are constants and all of it is one line y = a · x + b.
 *
 * @param inputShape [C] or [C, H, W]
 * @throws {ShapeError} when the input has another number of dimensions
 */
export function batchNormCost(inputShape: readonly number[]): LayerCost {
  requireLengths('batchNorm', inputShape);
  const [channels] = inputShape;
  if ((inputShape.length !== 1 && inputShape.length !== 3) || channels === undefined) {
    throw new ShapeError(`batchNorm: the input must be [C] or [C, H, W]; it is ${shapeText(inputShape)}`);
  }
  return costOf(inputShape, { weight: [channels], bias: [channels] }, countOf(inputShape));
}

/**
 * A max pooling. It learns nothing and multiplies nothing.
 *
 * @param inputShape [C, H, W]
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `maxPool2d`
 */
export function maxPoolingCost(inputShape: readonly number[], settings: MaxPoolingSettings): LayerCost {
  requireKnownOptions('maxPool2d', settings, MAX_POOLING_SETTINGS);
  const { kernelSize, ...options } = settings;
  requireLengths('maxPool2d', inputShape);
  const { outputShape } = planMaxPooling('maxPool2d', [1, ...inputShape], kernelSize, options);
  return parameterlessCost(outputShape.slice(1));
}

/**
 * An average pooling. It learns nothing; what it divides by is no parameter.
 *
 * @param inputShape [C, H, W]
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `avgPool2d`
 */
export function averagePoolingCost(
  inputShape: readonly number[],
  settings: AveragePoolingSettings
): LayerCost {
  requireKnownOptions('avgPool2d', settings, AVERAGE_POOLING_SETTINGS);
  const { kernelSize, ...options } = settings;
  requireLengths('avgPool2d', inputShape);
  const { outputShape } = planAveragePooling('avgPool2d', [1, ...inputShape], kernelSize, options);
  return parameterlessCost(outputShape.slice(1));
}

/**
 * An average pooling to a size that is asked for; [1, 1] is the global one.
 *
 * @param inputShape [C, H, W]
 * @throws {ShapeError | SettingError | TooLargeError} as `adaptiveAvgPool2d`
 */
export function adaptivePoolingCost(inputShape: readonly number[], outputSize: Pair): LayerCost {
  requireLengths('adaptiveAvgPool2d', inputShape);
  const { outputShape } = planAdaptivePooling('adaptiveAvgPool2d', [1, ...inputShape], outputSize);
  return parameterlessCost(outputShape.slice(1));
}
