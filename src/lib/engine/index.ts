/**
 * The arithmetic. Pure: it knows numbers, shapes and windows, and nothing of pages, languages or time.
 * Tensors are row-major [N, C, H, W]; names and defaults follow `torch.nn.functional`.
 *
 * - `geometry/`: what falls where, in whole numbers.
 * - `definitions/`: each operation once, readable, over any field of scalars.
 * - `kernels/`: the same for typed arrays, fast, in `simd/` with two doubles at a time. `exact/`: fractions by
 *   whole-number work.
 * - `network/`: layers in a row, their training and its optimizers.
 * - `operations/`: what is called from outside; checks its operands and chooses by the type of the tensor.
 */
export {
  EngineError,
  KernelTooLargeError,
  NonFiniteError,
  NumberError,
  SettingError,
  ShapeError,
  TooLargeError
} from './errors.ts';
export type { NumberProblem } from './errors.ts';
export { exactField, realField, Fraction, sumOf } from './field.ts';
export type { Field, Ring } from './field.ts';
export {
  neighboursOf,
  outputLength,
  outputsFedBy,
  planConvolution,
  sizeOfPair,
  visitCounts,
  windowGeometry,
  windowOrigin
} from './geometry/index.ts';
export type {
  ConvolutionOptions,
  ConvolutionPlan,
  Padding,
  Pair,
  Position,
  Sides,
  Size,
  WindowGeometry,
  WindowOptions
} from './geometry/index.ts';
export { conv2dOver } from './definitions/convolution.ts';
export { conv2d, convolve2d } from './operations/convolution.ts';
export { rotateHalfTurn } from './operations/half-turn.ts';
export { conv2dExactly, requireBias } from './operations/convolution-exact.ts';
export type { Conv2dOptions } from './operations/convolution-exact.ts';
export { conv2dBackward } from './operations/convolution-backward.ts';
export type { ConvolutionGradients } from './operations/convolution-backward.ts';
export {
  adaptiveAvgPool2d,
  adaptiveAvgPool2dBackward,
  avgPool2d,
  avgPool2dBackward,
  globalAvgPool2d,
  globalAvgPool2dBackward,
  maxPool2d,
  maxPool2dBackward,
  maxPool2dWithIndices
} from './operations/pooling.ts';
export type { MaxPooled } from './operations/pooling.ts';
export type { AvgPool2dOptions, MaxPool2dOptions } from './geometry/pooling.ts';
export { pad, padBackward } from './operations/padding.ts';
export type { PaddingMode } from './operations/padding.ts';
export { transposedOutputLength } from './geometry/transposed.ts';
export type { TransposedConvolutionOptions } from './geometry/transposed.ts';
export { conv1d, conv1dBackward } from './operations/conv1d.ts';
export type { Conv1dOptions, Convolution1dOptions } from './operations/conv1d.ts';
export { convTranspose2d, convTranspose2dBackward } from './operations/conv-transpose.ts';
export type { ConvTranspose2dOptions } from './operations/conv-transpose.ts';
export { depthwiseConv2d, depthwiseConv2dBackward } from './operations/depthwise.ts';
export type { DepthwiseConv2dOptions } from './operations/depthwise.ts';
export { col2im, conv2dByMatrixProduct, fold, im2col, unfold } from './operations/im2col.ts';
export { matmul, matmulBackward } from './operations/matrix-product.ts';
export { receptiveCells, receptiveField } from './geometry/receptive-field.ts';
export type { ReceptiveField, StackedWindow } from './geometry/receptive-field.ts';
export {
  adaptivePoolingCost,
  averagePoolingCost,
  batchNormCost,
  convolutionCost,
  linearCost,
  maxPoolingCost
} from './geometry/cost.ts';
export type { ConvolutionSettings, LayerCost } from './geometry/cost.ts';
export type { Layer, LayerType } from './network/layers.ts';
export { network } from './network/plan.ts';
export type { Network, PlannedLayer } from './network/plan.ts';
export { initialState } from './network/initialisation.ts';
export { backward, forward } from './network/network.ts';
export type { ForwardOptions, NetworkGradients, Tape } from './network/network.ts';
export { stateFromData, stateToData } from './network/state.ts';
export type { NetworkState, StateData, TensorData } from './network/state.ts';
export { adagrad, adam, momentum, rmsProp, sgd } from './network/optimizers.ts';
export type { AdamState, MomentumState, SquaresState } from './network/optimizers.ts';
export type { Optimizer } from './network/optimizer-step.ts';
export type { ParameterSet } from './network/parameters.ts';
export { linear, linearBackward } from './operations/linear.ts';
export { flatten, flattenBackward } from './operations/flatten.ts';
export {
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
} from './operations/activation.ts';
export { logSoftmax, logSoftmaxBackward, softmax, softmaxBackward } from './operations/softmax.ts';
export { batchMoments, batchNorm, batchNormBackward } from './operations/batch-norm.ts';
export type { Moments } from './definitions/batch-norm.ts';
export type { BatchNormOptions, BatchNormResult } from './operations/batch-norm.ts';
export { dropout, dropoutBackward } from './operations/dropout.ts';
export type { DropoutOptions } from './operations/dropout.ts';
export { crossEntropy, crossEntropyBackward, mseLoss, mseLossBackward } from './operations/loss.ts';
export type { ClassTarget, LossOptions, Reduction } from './operations/loss.ts';
export { seededGenerator } from './random.ts';
export { readNumber, readPlainNumber, readPrintedNumber } from './read-number.ts';
export {
  exactTensor,
  isReal,
  matrix,
  MOST_CELLS,
  realTensor,
  rowsOf,
  sameShape,
  sameTensor,
  sizeOf,
  tensor,
  toReal
} from './tensor.ts';
export type { AnyTensor, ExactTensor, RealData, RealTensor, Tensor } from './tensor.ts';
