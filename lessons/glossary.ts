import type { GlossaryPlan } from '$lib/course';

/**
 * The terms of the glossary, in the order of the course: the lesson that teaches each one and, where there is one,
 * the scene that shows it. A link appears as soon as its lesson is there. Words: glossary.ko.yaml and .en.yaml.
 */
export default [
  { id: 'pixel', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'photograph', step: 4 } },
  { id: 'greyscale', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'photograph', step: 4 } },
  { id: 'rgb', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'colour-planes', step: 1 } },
  { id: 'channel', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'colour-planes', step: 1 } },
  { id: 'shape', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'four-by-four-image', step: 4 } },
  { id: 'tensor', lesson: 'pixels', shown: { lesson: 'pixels', scene: 'four-by-four-image', step: 4 } },
  {
    id: 'flattening',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'three-by-three', step: 9 }
  },
  {
    id: 'spatial-structure',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'three-by-three', step: 9 }
  },
  {
    id: 'fully-connected-layer',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'weights', step: 6 }
  },
  {
    id: 'weight',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'weights', step: 6 }
  },
  {
    id: 'weight-sharing',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'weights', step: 6 }
  },
  {
    id: 'local-pattern',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'moving-pattern', step: 2 }
  },
  {
    id: 'global-pattern',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'moving-pattern', step: 2 }
  },
  {
    id: 'equivariance',
    lesson: 'why-convolution',
    shown: { lesson: 'why-convolution', scene: 'moving-pattern', step: 2 }
  },
  {
    id: 'convolution',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'six-by-six', step: 1 }
  },
  { id: 'kernel', lesson: 'convolution', shown: { lesson: 'convolution', scene: 'six-by-six', step: 0 } },
  { id: 'window', lesson: 'convolution', shown: { lesson: 'convolution', scene: 'six-by-six', step: 5 } },
  {
    id: 'weighted-sum',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'four-by-four', step: 9 }
  },
  {
    id: 'feature-map',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'six-by-six', step: 16 }
  },
  {
    id: 'convolutional-layer',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'six-by-six', step: 16 }
  },
  {
    id: 'cross-correlation',
    lesson: 'convolution',
    shown: { lesson: 'convolution', scene: 'flipped', step: 1 }
  },
  { id: 'half-turn', lesson: 'convolution', shown: { lesson: 'convolution', scene: 'flipped', step: 1 } },
  { id: 'bias', lesson: 'bias', shown: { lesson: 'bias', scene: 'one-number', step: 4 } },
  {
    id: 'stride',
    lesson: 'stride',
    shown: { lesson: 'stride', scene: 'four-by-four-stride-2', step: 2 }
  },
  { id: 'padding', lesson: 'padding', shown: { lesson: 'padding', scene: 'one-ring', step: 1 } },
  { id: 'valid-padding', lesson: 'padding', shown: { lesson: 'padding', scene: 'visits', step: 4 } },
  { id: 'same-padding', lesson: 'padding', shown: { lesson: 'padding', scene: 'one-ring', step: 16 } },
  { id: 'full-padding', lesson: 'padding', shown: { lesson: 'padding', scene: 'valid-same-full', step: 36 } },
  {
    id: 'output-size',
    lesson: 'output-size',
    shown: { lesson: 'output-size', scene: 'six-to-four', step: 8 }
  },
  {
    id: 'floor',
    lesson: 'output-size',
    shown: { lesson: 'output-size', scene: 'one-line', step: 6 }
  },
  {
    id: 'dilation',
    lesson: 'output-size',
    shown: { lesson: 'output-size', scene: 'with-gaps', step: 1 }
  },
  {
    id: 'filter-bank',
    lesson: 'filter-bank',
    shown: { lesson: 'filter-bank', scene: 'three-filters', step: 12 }
  },
  {
    id: 'hyperparameter',
    lesson: 'filter-bank',
    shown: { lesson: 'filter-bank', scene: 'thirty-two-filters', step: 6 }
  },
  {
    id: 'parameter',
    lesson: 'filter-bank',
    shown: { lesson: 'filter-bank', scene: 'thirty-two-filters', step: 3 }
  },
  { id: 'batch', lesson: 'batch' },
  { id: 'channel-order', lesson: 'batch' },
  { id: 'im2col', lesson: 'im2col' },
  { id: 'edge-detection', lesson: 'filters' },
  { id: 'sharpen', lesson: 'filters' },
  { id: 'blur', lesson: 'filters' },
  { id: 'receptive-field', lesson: 'filters' },
  {
    id: 'activation-function',
    lesson: 'activation',
    shown: { lesson: 'bias', scene: 'through-relu', step: 9 }
  },
  { id: 'step-function', lesson: 'activation' },
  { id: 'sigmoid', lesson: 'activation' },
  { id: 'relu', lesson: 'activation', shown: { lesson: 'bias', scene: 'through-relu', step: 9 } },
  { id: 'leaky-relu', lesson: 'activation' },
  { id: 'dying-relu', lesson: 'activation' },
  { id: 'vanishing-gradient', lesson: 'activation' },
  { id: 'pooling', lesson: 'pooling', shown: { lesson: 'pooling', scene: 'max-pool-4x4', step: 1 } },
  { id: 'max-pooling', lesson: 'pooling', shown: { lesson: 'pooling', scene: 'max-pool-4x4', step: 1 } },
  { id: 'average-pooling', lesson: 'pooling', shown: { lesson: 'pooling', scene: 'avg-pool-4x4', step: 1 } },
  { id: 'downsampling', lesson: 'pooling', shown: { lesson: 'pooling', scene: 'photograph', step: 1 } },
  { id: 'invariance', lesson: 'pooling', shown: { lesson: 'pooling', scene: 'shifted', step: 2 } },
  { id: 'neural-network', lesson: 'architecture' },
  { id: 'cnn', lesson: 'architecture' },
  { id: 'input-layer', lesson: 'architecture' },
  { id: 'hidden-layer', lesson: 'fully-connected' },
  { id: 'output-layer', lesson: 'architecture' },
  { id: 'perceptron', lesson: 'fully-connected' },
  { id: 'multilayer-perceptron', lesson: 'fully-connected' },
  { id: 'softmax', lesson: 'fully-connected' },
  { id: 'lenet', lesson: 'famous-networks' },
  { id: 'alexnet', lesson: 'famous-networks' },
  { id: 'googlenet', lesson: 'famous-networks' },
  { id: 'one-by-one-convolution', lesson: 'famous-networks' },
  { id: 'loss-function', lesson: 'loss-and-descent' },
  { id: 'mean-squared-error', lesson: 'loss-and-descent' },
  { id: 'cross-entropy', lesson: 'loss-and-descent' },
  { id: 'one-hot', lesson: 'loss-and-descent' },
  { id: 'gradient', lesson: 'loss-and-descent' },
  { id: 'gradient-descent', lesson: 'loss-and-descent' },
  { id: 'stochastic-gradient-descent', lesson: 'loss-and-descent' },
  { id: 'mini-batch', lesson: 'loss-and-descent' },
  { id: 'learning-rate', lesson: 'loss-and-descent' },
  { id: 'forward-propagation', lesson: 'backpropagation' },
  { id: 'backpropagation', lesson: 'backpropagation' },
  { id: 'optimizer', lesson: 'optimizers' },
  { id: 'momentum', lesson: 'optimizers' },
  { id: 'adagrad', lesson: 'optimizers' },
  { id: 'rmsprop', lesson: 'optimizers' },
  { id: 'adam', lesson: 'optimizers' },
  { id: 'batch-normalization', lesson: 'batch-norm' },
  { id: 'internal-covariate-shift', lesson: 'batch-norm' },
  { id: 'dropout', lesson: 'dropout' },
  { id: 'overfitting', lesson: 'dropout' },
  { id: 'spatial-hierarchy', lesson: 'what-filters-learn' },
  { id: 'transfer-learning', lesson: 'transfer' },
  { id: 'pretrained-model', lesson: 'transfer' },
  { id: 'fine-tuning', lesson: 'transfer' }
] satisfies GlossaryPlan;
