import {
  adaptivePoolingCost,
  AVERAGE_POOLING_SETTINGS,
  averagePoolingCost,
  batchNormCost,
  CONVOLUTION_SETTINGS,
  convolutionCost,
  countOf,
  LINEAR_SETTINGS,
  linearCost,
  MAX_POOLING_SETTINGS,
  maxPoolingCost,
  parameterlessCost,
  type LayerCost
} from '../geometry/cost.ts';
import { CONVOLUTION_OPTIONS } from '../geometry/convolution.ts';
import type { ConvolutionOptions } from '../geometry/index.ts';
import {
  leakyRelu,
  leakyReluBackward,
  relu,
  reluBackward,
  requireSlope,
  sigmoid,
  sigmoidBackward,
  step,
  stepBackward,
  tanh,
  tanhBackward
} from '../operations/activation.ts';
import { batchNorm, batchNormBackward, requireNormalization } from '../operations/batch-norm.ts';
import { convolutionGradients } from '../operations/convolution-backward.ts';
import { conv2d } from '../operations/convolution.ts';
import { dropout, dropoutBackward, requireProbability } from '../operations/dropout.ts';
import { flatten, flattenBackward } from '../operations/flatten.ts';
import { linear, linearBackward } from '../operations/linear.ts';
import {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  maxPool2d,
  maxPool2dBackward
} from '../operations/pooling.ts';
import { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from '../operations/softmax.ts';
import { optionsAmong, type OptionNames } from '../options.ts';
import type { AnyTensor, RealTensor } from '../tensor.ts';
import type { BackwardPass, LayerKind, Named } from './kind.ts';
import type { LayerType, SettingsOf } from './layers.ts';

/** A kind that learns nothing, from its operation and that one's gradient. */
function parameterless<Settings>(
  names: OptionNames<Settings>,
  cost: (settings: Settings, inputShape: readonly number[]) => LayerCost,
  forward: (input: AnyTensor, settings: Settings) => AnyTensor,
  backward: (gradient: AnyTensor, input: AnyTensor, settings: Settings) => AnyTensor
): LayerKind<Settings> {
  return {
    names,
    cost,
    forward: ({ input, settings }) => ({ output: forward(input, settings) }),
    backward: ({ gradient, input, settings }) => ({
      input: backward(gradient, input, settings),
      parameters: {}
    })
  };
}

/** A kind that keeps the shape, learns nothing and needs to be told nothing. */
function elementwise(
  forward: (input: AnyTensor) => AnyTensor,
  backward: (gradient: AnyTensor, input: AnyTensor) => AnyTensor
): LayerKind<object> {
  return parameterless({}, (_, inputShape) => parameterlessCost(inputShape), forward, backward);
}

/** An {@link elementwise} kind of real numbers only. Its operation refuses exact tensors. */
function realElementwise(
  forward: (input: RealTensor) => RealTensor,
  backward: (gradient: RealTensor, input: RealTensor) => RealTensor
): LayerKind<object> {
  return elementwise(
    (input) => forward(input as RealTensor),
    (gradient, input) => backward(gradient as RealTensor, input as RealTensor)
  );
}

/** The gradients of weight and bias, the latter only if the layer has one. */
function ofItsOwn({ weight, bias }: { weight: AnyTensor; bias: AnyTensor }, values: Named<AnyTensor>) {
  return values.bias ? { weight, bias } : { weight };
}

/** What `conv2d` and its gradient are told; the rest is the shape of the weight. */
function convolutionOptions(settings: SettingsOf<'conv2d'>): ConvolutionOptions {
  return optionsAmong<ConvolutionOptions>(settings, CONVOLUTION_OPTIONS);
}

/** What `batchNorm` and its gradient are told besides their operands. */
function batchNormOptions({
  settings: { momentum, eps },
  values,
  training
}: Pick<BackwardPass<SettingsOf<'batchNorm'>>, 'settings' | 'values' | 'training'>) {
  return {
    ...(values as Named<RealTensor>),
    training,
    ...(momentum === undefined ? {} : { momentum }),
    ...(eps === undefined ? {} : { eps })
  };
}

/** Every type of layer. Nothing else in the network distinguishes between them. */
export const LAYER_KINDS: { readonly [Type in LayerType]: LayerKind<SettingsOf<Type>> } = {
  conv2d: {
    names: CONVOLUTION_SETTINGS,
    cost: (settings, inputShape) => convolutionCost(inputShape, settings),
    forward: ({ settings, input, values }) => ({
      output: conv2d(input, values.weight as AnyTensor, {
        ...convolutionOptions(settings),
        bias: values.bias ?? null
      })
    }),
    backward: ({ settings, gradient, input, values, inputNeeded }) => {
      const { input: inputGradient, ...parameters } = convolutionGradients(
        'conv2dBackward',
        gradient,
        input,
        values.weight as AnyTensor,
        convolutionOptions(settings),
        inputNeeded
      );
      return { input: inputGradient, parameters: ofItsOwn(parameters, values) };
    }
  },
  maxPool2d: parameterless(
    MAX_POOLING_SETTINGS,
    (settings, inputShape) => maxPoolingCost(inputShape, settings),
    (input, { kernelSize, ...options }) => maxPool2d(input, kernelSize, options),
    (gradient, input, { kernelSize, ...options }) => maxPool2dBackward(gradient, input, kernelSize, options)
  ),
  avgPool2d: parameterless(
    AVERAGE_POOLING_SETTINGS,
    (settings, inputShape) => averagePoolingCost(inputShape, settings),
    (input, { kernelSize, ...options }) => avgPool2d(input, kernelSize, options),
    (gradient, input, { kernelSize, ...options }) => avgPool2dBackward(gradient, input, kernelSize, options)
  ),
  adaptiveAvgPool2d: parameterless<SettingsOf<'adaptiveAvgPool2d'>>(
    { outputSize: true },
    (settings, inputShape) => adaptivePoolingCost(inputShape, settings.outputSize),
    (input, settings) => adaptiveAvgPool2d(input, settings.outputSize),
    (gradient, input) => adaptiveAvgPool2dBackward(gradient, input)
  ),
  globalAvgPool2d: parameterless(
    {},
    (_, inputShape) => adaptivePoolingCost(inputShape, 1),
    (input) => globalAvgPool2d(input),
    (gradient, input) => globalAvgPool2dBackward(gradient, input)
  ),
  relu: elementwise(relu, reluBackward),
  leakyRelu: parameterless<SettingsOf<'leakyRelu'>>(
    { negativeSlope: true },
    ({ negativeSlope = 0 }, inputShape) => {
      requireSlope('leakyRelu', negativeSlope);
      return parameterlessCost(inputShape);
    },
    (input, { negativeSlope }) => leakyRelu(input, negativeSlope),
    (gradient, input, { negativeSlope }) => leakyReluBackward(gradient, input, negativeSlope)
  ),
  step: elementwise(step, stepBackward),
  sigmoid: realElementwise(sigmoid, sigmoidBackward),
  tanh: realElementwise(tanh, tanhBackward),
  softmax: realElementwise(
    (input) => softmax(input, 1),
    (gradient, input) => softmaxBackward(gradient, input, 1)
  ),
  logSoftmax: realElementwise(
    (input) => logSoftmax(input, 1),
    (gradient, input) => logSoftmaxBackward(gradient, input, 1)
  ),
  flatten: parameterless(
    {},
    (_, inputShape) => parameterlessCost([countOf(inputShape)]),
    (input) => flatten(input),
    (gradient, input) => flattenBackward(gradient, input)
  ),
  linear: {
    names: LINEAR_SETTINGS,
    cost: (settings, inputShape) => linearCost(inputShape, settings),
    forward: ({ input, values }) => ({ output: linear(input, values.weight as AnyTensor, values.bias) }),
    backward: ({ gradient, input, values }) => {
      const { input: inputGradient, ...parameters } = linearBackward(
        gradient,
        input,
        values.weight as AnyTensor
      );
      return { input: inputGradient, parameters: ofItsOwn(parameters, values) };
    }
  },
  batchNorm: {
    names: { momentum: true, eps: true },
    cost: (settings, inputShape) => {
      requireNormalization('batchNorm', settings);
      return batchNormCost(inputShape);
    },
    bufferShapes: ([channels = 1]) => ({ runningMean: [channels], runningVar: [channels] }),
    constants: { weight: 1, bias: 0, runningMean: 0, runningVar: 1 },
    forward: (pass) => {
      const { output, runningMean, runningVar } = batchNorm(pass.input as RealTensor, batchNormOptions(pass));
      return { output, buffers: { runningMean, runningVar } };
    },
    backward: (pass) => {
      const { input, weight, bias } = batchNormBackward(
        pass.gradient as RealTensor,
        pass.input as RealTensor,
        batchNormOptions(pass)
      );
      return { input, parameters: { weight, bias } };
    }
  },
  dropout: {
    names: { p: true },
    cost: ({ p = 0.5 }, inputShape) => {
      requireProbability('dropout', p);
      return parameterlessCost(inputShape);
    },
    random: true,
    forward: ({ settings, input, training, seed }) => {
      if (!training) return { output: input };
      const { output, mask } = dropout(input, settings.p, { seed });
      return { output, kept: mask };
    },
    backward: ({ gradient, kept }) => ({
      input: kept ? dropoutBackward(gradient, kept) : gradient,
      parameters: {}
    })
  }
};

/** The kind of a type of layer, or nothing for a type that there is not. */
export function kindOf(type: LayerType): LayerKind<object> | undefined {
  return Object.hasOwn(LAYER_KINDS, type) ? (LAYER_KINDS[type] as LayerKind<object>) : undefined;
}
