import { batchMomentsOver, type ChannelLayout, type Moments } from '../definitions/batch-norm.ts';
import { SettingError, ShapeError, shapeText } from '../errors.ts';
import { exactField } from '../field.ts';
import { channelMoments, normalizeChannels, normalizeChannelsBackward } from '../kernels/batch-norm.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { requireFinite, zerosLike, type AnyTensor, type RealData, type RealTensor } from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { requireReal } from './real-only.ts';
import { sameKind } from './same-kind.ts';

/** Options of {@link batchNorm}; all tensors are [C]. */
export interface BatchNormOptions {
  /** Scale of each channel after normalization, γ of the paper. Ones without it. */
  readonly weight?: RealTensor | null;
  /** Added to each channel at the end, β of the paper. Zeros without it. */
  readonly bias?: RealTensor | null;
  /** Running statistics so far. In training zeros and ones without them, as a layer begins. */
  readonly runningMean?: RealTensor | null;
  readonly runningVar?: RealTensor | null;
  /** Whether to normalize by the moments of this batch (and update the running ones) or by the running ones. */
  readonly training?: boolean;
  /** Part of the new running statistics that comes from this batch. */
  readonly momentum?: number;
  /** Added to the variance, so that a constant channel divides by no zero. */
  readonly eps?: number;
}

const BATCH_NORM_OPTIONS: OptionNames<BatchNormOptions> = {
  weight: true,
  bias: true,
  runningMean: true,
  runningVar: true,
  training: true,
  momentum: true,
  eps: true
};

/** What {@link batchNorm} gives back besides its output, each [C]. */
export interface BatchNormResult {
  readonly output: RealTensor;
  /** The mean and the population variance that the output was normalized by. */
  readonly mean: RealTensor;
  readonly variance: RealTensor;
  /** Running statistics for the next batch; unchanged when not training. */
  readonly runningMean: RealTensor;
  readonly runningVar: RealTensor;
}

function layoutOf(operation: string, { shape }: AnyTensor): ChannelLayout {
  const [images, channels] = shape;
  if (images === undefined || channels === undefined) {
    throw new ShapeError(`${operation}: the input must be [N, C] or [N, C, H, W]; it is ${shapeText(shape)}`);
  }
  return { images, channels, plane: shape.slice(2).reduce((product, length) => product * length, 1) };
}

/** @throws {SettingError} when momentum is not from 0 to 1, or eps is negative or not finite */
export function requireNormalization(
  operation: string,
  { momentum = 0.1, eps = 1e-5 }: Pick<BatchNormOptions, 'momentum' | 'eps'>
): void {
  if (!(momentum >= 0 && momentum <= 1)) {
    throw new SettingError(`${operation}: momentum must be a number from 0 to 1, not ${momentum}`);
  }
  if (!(eps >= 0 && Number.isFinite(eps))) {
    throw new SettingError(`${operation}: eps must be a finite number of at least 0, not ${eps}`);
  }
}

/** Checks the options and what they mean for the input. */
function requireOptions(operation: string, input: RealTensor, options: BatchNormOptions) {
  requireKnownOptions(operation, options, BATCH_NORM_OPTIONS);
  const {
    weight = null,
    bias = null,
    runningMean = null,
    runningVar = null,
    training = true,
    momentum = 0.1,
    eps = 1e-5
  } = options;
  const layout = layoutOf(operation, input);
  const { images, channels, plane } = layout;
  for (const [name, given] of Object.entries({ weight, bias, runningMean, runningVar })) {
    if (given !== null && (given.shape.length !== 1 || given.shape[0] !== channels)) {
      throw new ShapeError(
        `${operation}: ${name} must have one value for each of the ${channels} channels; it is ${shapeText(given.shape)}`
      );
    }
  }
  if (training && images * plane === 1) {
    throw new ShapeError(
      `${operation}: training needs more than one value for each channel; the input is ${shapeText(input.shape)}`
    );
  }
  if (!training && (runningMean === null || runningVar === null)) {
    throw new SettingError(`${operation}: without training, runningMean and runningVar must be given`);
  }
  requireNormalization(operation, options);
  requireReal(operation, { input, weight, bias, runningMean, runningVar });
  const negative = runningVar?.data.find((value) => value < 0);
  if (negative !== undefined) {
    throw new SettingError(`${operation}: runningVar must not be negative; it contains ${negative}`);
  }
  const perChannel = (fill: number): RealTensor => ({
    shape: [channels],
    data: zerosLike(input.data, channels).fill(fill)
  });
  return {
    layout,
    weight,
    bias,
    runningMean: runningMean ?? perChannel(0),
    runningVar: runningVar ?? perChannel(1),
    training,
    momentum,
    eps
  };
}

/** The moments of a batch, in double precision, if they can be held in that of the input. */
function finiteMoments(
  operation: string,
  { data }: RealTensor,
  layout: ChannelLayout
): Moments<Float64Array> {
  const { mean, variance } = channelMoments(data, layout);
  requireFinite(operation, 'the mean of the channels', asTensor(mean, data));
  requireFinite(operation, 'the variance of the channels', asTensor(variance, data));
  return { mean, variance };
}

/** Moments in the precision of the input. */
function asTensor(values: RealData, like: RealData): RealTensor {
  const data = zerosLike(like, values.length);
  data.set(values);
  return { shape: [values.length], data };
}

/**
 * Mean and population variance of every channel over the batch and all places: all of {@link batchNorm} that comes
 * before the square root. Exact for fractions.
 *
 * @param input [N, C] or [N, C, H, W]
 * @returns mean and variance, each [C]
 * @throws {ShapeError} when the input has less than two dimensions
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function batchMoments<T extends AnyTensor>(input: T): Moments<T>;
export function batchMoments(input: AnyTensor): Moments<AnyTensor> {
  const layout = layoutOf('batchMoments', input);
  const { real, exact } = sameKind('batchMoments', { input });
  if (exact) return batchMomentsOver(exactField, layout, exact.input.data);
  const { data } = real.input;
  const { mean, variance } = finiteMoments('batchMoments', real.input, layout);
  return { mean: asTensor(mean, data), variance: asTensor(variance, data) };
}

/**
 * Batch normalization (Ioffe and Szegedy, 2015, https://arxiv.org/abs/1502.03167, algorithm 1): each channel minus its
 * mean, over the square root of its variance plus eps, times weight, plus bias. The variance that normalizes is that
 * of the population; the running one takes the unbiased one, as in `torch.nn.functional.batch_norm`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.BatchNorm2d.html. The default is training, as in the layer.
 * Nothing that is given is changed.
 *
 * @param input [N, C] or [N, C, H, W]
 * @throws {ShapeError} when shapes do not fit each other, training has one value for a channel, or one is exact
 * @throws {SettingError} when momentum or eps cannot be, running statistics are missing without training, or a running
 *   variance is negative
 * @throws {NonFiniteError} when a number or a result is not finite
 */
export function batchNorm(input: RealTensor, options: BatchNormOptions = {}): BatchNormResult {
  const { layout, weight, bias, runningMean, runningVar, training, momentum, eps } = requireOptions(
    'batchNorm',
    input,
    options
  );
  const moments = training
    ? finiteMoments('batchNorm', input, layout)
    : { mean: runningMean.data, variance: runningVar.data };
  const data = normalizeChannels(input.data, layout, moments, eps, weight?.data ?? null, bias?.data ?? null);
  const count = layout.images * layout.plane;
  const moved = (name: string, running: RealTensor, ofBatch: RealData, correction: number): RealTensor =>
    requireFinite('batchNorm', `the new ${name}`, {
      shape: running.shape,
      data: running.data.map(
        (value, channel) => (1 - momentum) * value + momentum * correction * (ofBatch[channel] as number)
      )
    });
  return {
    output: requireFinite('batchNorm', 'the result', { shape: input.shape, data }),
    mean: asTensor(moments.mean, input.data),
    variance: asTensor(moments.variance, input.data),
    runningMean: training ? moved('runningMean', runningMean, moments.mean, 1) : runningMean,
    runningVar: training ? moved('runningVar', runningVar, moments.variance, count / (count - 1)) : runningVar
  };
}

/**
 * Gradients of {@link batchNorm}. In training the mean and the variance depend on the input too, and the gradient goes
 * through them (section 3 of the paper); otherwise they are constants. Where no weight or bias is given, the gradients
 * are those of ones and zeros.
 *
 * @param gradient of the shape of the input
 * @param options as given to {@link batchNorm}
 * @returns of the input in its shape, of weight and bias [C]
 * @throws {ShapeError | SettingError | NonFiniteError} as {@link batchNorm}, and when the gradient has another shape
 */
export function batchNormBackward(
  gradient: RealTensor,
  input: RealTensor,
  options: BatchNormOptions = {}
): { input: RealTensor; weight: RealTensor; bias: RealTensor } {
  const operation = 'batchNormBackward';
  const { layout, weight, runningMean, runningVar, training, eps } = requireOptions(
    operation,
    input,
    options
  );
  requireOutputShape(operation, gradient, input.shape);
  requireReal(operation, { gradient });
  const moments = training
    ? finiteMoments(operation, input, layout)
    : { mean: runningMean.data, variance: runningVar.data };
  const gradients = normalizeChannelsBackward(
    gradient.data,
    input.data,
    layout,
    moments,
    eps,
    weight?.data ?? null,
    training
  );
  const result = (shape: readonly number[], data: RealData) =>
    requireFinite(operation, 'the result', { shape, data });
  return {
    input: result(input.shape, gradients.input),
    weight: result([layout.channels], gradients.weight),
    bias: result([layout.channels], gradients.bias)
  };
}
