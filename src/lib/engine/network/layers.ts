import type { Pair } from '../geometry/axis.ts';
import type { ConvolutionSettings } from '../geometry/cost.ts';
import type { AvgPool2dOptions, MaxPool2dOptions } from '../geometry/pooling.ts';

/** A layer described as data. Settings and their defaults are those of the operation of the same name. */
export type Layer = { readonly name?: string } & (
  | ({ readonly type: 'conv2d' } & ConvolutionSettings)
  | ({ readonly type: 'maxPool2d'; readonly kernelSize: Pair } & MaxPool2dOptions)
  | ({ readonly type: 'avgPool2d'; readonly kernelSize: Pair } & AvgPool2dOptions)
  | { readonly type: 'adaptiveAvgPool2d'; readonly outputSize: Pair }
  | { readonly type: 'globalAvgPool2d' }
  | { readonly type: 'relu' }
  | { readonly type: 'leakyRelu'; readonly negativeSlope?: number }
  | { readonly type: 'step' }
  | { readonly type: 'sigmoid' }
  | { readonly type: 'tanh' }
  /** Over the features, or over the channels of every cell. */
  | { readonly type: 'softmax' }
  | { readonly type: 'logSoftmax' }
  | { readonly type: 'flatten' }
  | { readonly type: 'linear'; readonly outFeatures: number; readonly bias?: boolean }
  | { readonly type: 'batchNorm'; readonly momentum?: number; readonly eps?: number }
  | { readonly type: 'dropout'; readonly p?: number }
);

export type LayerType = Layer['type'];

/** The description of one type of layer. */
export type LayerOf<Type extends LayerType> = Extract<Layer, { readonly type: Type }>;
