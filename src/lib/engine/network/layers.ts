import type { Pair } from '../geometry/axis.ts';
import type {
  AveragePoolingSettings,
  ConvolutionSettings,
  LinearSettings,
  MaxPoolingSettings
} from '../geometry/cost.ts';

/** A layer described as data. Settings and their defaults are those of the operation of the same name. */
export type Layer = { readonly name?: string } & (
  | ({ readonly type: 'conv2d' } & ConvolutionSettings)
  | ({ readonly type: 'maxPool2d' } & MaxPoolingSettings)
  | ({ readonly type: 'avgPool2d' } & AveragePoolingSettings)
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
  | ({ readonly type: 'linear' } & LinearSettings)
  | { readonly type: 'batchNorm'; readonly momentum?: number; readonly eps?: number }
  | { readonly type: 'dropout'; readonly p?: number }
);

export type LayerType = Layer['type'];

/** What one type of layer is told besides its type and its name. */
export type SettingsOf<Type extends LayerType> = Omit<
  Extract<Layer, { readonly type: Type }>,
  'type' | 'name'
>;
