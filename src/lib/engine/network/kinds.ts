import {
  adaptivePoolingCost,
  averagePoolingCost,
  batchNormCost,
  convolutionCost,
  countOf,
  linearCost,
  maxPoolingCost,
  parameterlessCost,
  type LayerCost
} from '../geometry/cost.ts';
import {
  leakyRelu,
  leakyReluBackward,
  relu,
  reluBackward,
  sigmoid,
  sigmoidBackward,
  step,
  stepBackward,
  tanh,
  tanhBackward
} from '../operations/activation.ts';
import { batchNorm, batchNormBackward } from '../operations/batch-norm.ts';
import { convolutionGradients } from '../operations/convolution-backward.ts';
import { conv2d } from '../operations/convolution.ts';
import { dropout, dropoutBackward } from '../operations/dropout.ts';
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
import type { AnyTensor, RealTensor } from '../tensor.ts';
import type { BackwardPass, LayerKind, Named } from './kind.ts';
import type { Layer, LayerOf, LayerType } from './layers.ts';

/** A kind that learns nothing, from its operation and that one's gradient. */
function parameterless<Description>(
  cost: (layer: Description, inputShape: readonly number[]) => LayerCost,
  forward: (input: AnyTensor, layer: Description) => AnyTensor,
  backward: (gradient: AnyTensor, input: AnyTensor, layer: Description) => AnyTensor
): LayerKind<Description> {
  return {
    cost,
    forward: ({ input, layer }) => ({ output: forward(input, layer) }),
    backward: ({ gradient, input, layer }) => ({ input: backward(gradient, input, layer), parameters: {} })
  };
}

/** A kind that keeps the shape and learns nothing. */
function elementwise<Description>(
  forward: (input: AnyTensor, layer: Description) => AnyTensor,
  backward: (gradient: AnyTensor, input: AnyTensor, layer: Description) => AnyTensor
): LayerKind<Description> {
  return parameterless((_, inputShape) => parameterlessCost(inputShape), forward, backward);
}

/** An {@link elementwise} kind of real numbers only. Its operation refuses exact tensors. */
function realElementwise<Description>(
  forward: (input: RealTensor) => RealTensor,
  backward: (gradient: RealTensor, input: RealTensor) => RealTensor
): LayerKind<Description> {
  return elementwise(
    (input) => forward(input as RealTensor),
    (gradient, input) => backward(gradient as RealTensor, input as RealTensor)
  );
}

/** The gradients of weight and bias, the latter only if the layer has one. */
function ofItsOwn({ weight, bias }: { weight: AnyTensor; bias: AnyTensor }, values: Named<AnyTensor>) {
  return values.bias ? { weight, bias } : { weight };
}

/** What `batchNorm` and its gradient are told besides their operands. */
function batchNormOptions({
  layer: { momentum, eps },
  values,
  training
}: Pick<BackwardPass<LayerOf<'batchNorm'>>, 'layer' | 'values' | 'training'>) {
  return {
    ...(values as Named<RealTensor>),
    training,
    ...(momentum === undefined ? {} : { momentum }),
    ...(eps === undefined ? {} : { eps })
  };
}

/** Every type of layer. Nothing else in the network distinguishes between them. */
export const LAYER_KINDS: { readonly [Type in LayerType]: LayerKind<LayerOf<Type>> } = {
  conv2d: {
    cost: (layer, inputShape) => convolutionCost(inputShape, layer),
    forward: ({ layer, input, values }) => ({
      output: conv2d(input, values.weight as AnyTensor, { ...layer, bias: values.bias ?? null })
    }),
    backward: ({ layer, gradient, input, values, inputNeeded }) => {
      const { input: inputGradient, ...parameters } = convolutionGradients(
        'conv2dBackward',
        gradient,
        input,
        values.weight as AnyTensor,
        layer,
        inputNeeded
      );
      return { input: inputGradient, parameters: ofItsOwn(parameters, values) };
    }
  },
  maxPool2d: parameterless(
    (layer, inputShape) => maxPoolingCost(inputShape, layer),
    (input, layer) => maxPool2d(input, layer.kernelSize, layer),
    (gradient, input, layer) => maxPool2dBackward(gradient, input, layer.kernelSize, layer)
  ),
  avgPool2d: parameterless(
    (layer, inputShape) => averagePoolingCost(inputShape, layer),
    (input, layer) => avgPool2d(input, layer.kernelSize, layer),
    (gradient, input, layer) => avgPool2dBackward(gradient, input, layer.kernelSize, layer)
  ),
  adaptiveAvgPool2d: parameterless(
    (layer, inputShape) => adaptivePoolingCost(inputShape, layer.outputSize),
    (input, layer) => adaptiveAvgPool2d(input, layer.outputSize),
    (gradient, input) => adaptiveAvgPool2dBackward(gradient, input)
  ),
  globalAvgPool2d: parameterless(
    (_, inputShape) => adaptivePoolingCost(inputShape, 1),
    (input) => globalAvgPool2d(input),
    (gradient, input) => globalAvgPool2dBackward(gradient, input)
  ),
  relu: elementwise(relu, reluBackward),
  leakyRelu: elementwise(
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
    (_, inputShape) => parameterlessCost([countOf(inputShape)]),
    (input) => flatten(input),
    (gradient, input) => flattenBackward(gradient, input)
  ),
  linear: {
    cost: (layer, inputShape) => linearCost(inputShape, layer),
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
    cost: (_, inputShape) => batchNormCost(inputShape),
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
    cost: (_, inputShape) => parameterlessCost(inputShape),
    random: true,
    forward: ({ layer, input, training, seed }) => {
      if (!training) return { output: input };
      const { output, mask } = dropout(input, layer.p, { seed });
      return { output, kept: mask };
    },
    backward: ({ gradient, kept }) => ({
      input: kept ? dropoutBackward(gradient, kept) : gradient,
      parameters: {}
    })
  }
};

/** The kind of a layer, or nothing for a type that there is not. */
export function kindOf(layer: Layer): LayerKind<Layer> | undefined {
  return Object.hasOwn(LAYER_KINDS, layer.type) ? (LAYER_KINDS[layer.type] as LayerKind<Layer>) : undefined;
}
