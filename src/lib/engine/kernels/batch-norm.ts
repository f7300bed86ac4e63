import type { ChannelLayout, Moments } from '../definitions/batch-norm.ts';
import { zerosLike, type RealData } from '../tensor.ts';

/**
 * Mean and population variance of every channel, in double precision. The distances are taken from the finished mean:
 * the shorter way over the sum of squares loses its digits where the mean is large beside the deviation.
 */
export function channelMoments(
  values: RealData,
  { images, channels, plane }: ChannelLayout
): Moments<Float64Array> {
  const mean = new Float64Array(channels);
  const variance = new Float64Array(channels);
  const count = images * plane;
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) sum += values[cell] as number;
    }
    const centre = sum / count;
    let squares = 0;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) {
        const distance = (values[cell] as number) - centre;
        squares += distance * distance;
      }
    }
    mean[channel] = centre;
    variance[channel] = squares / count;
  }
  return { mean, variance };
}

/** (value − mean) / √(variance + eps) · weight + bias, channel by channel. */
export function normalizeChannels(
  values: RealData,
  { images, channels, plane }: ChannelLayout,
  { mean, variance }: Moments<RealData>,
  eps: number,
  weight: RealData | null,
  bias: RealData | null
): RealData {
  const results = zerosLike(values, values.length);
  for (let channel = 0; channel < channels; channel++) {
    const centre = mean[channel] as number;
    const scale = (weight?.[channel] ?? 1) / Math.sqrt((variance[channel] as number) + eps);
    const offset = bias?.[channel] ?? 0;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) {
        results[cell] = ((values[cell] as number) - centre) * scale + offset;
      }
    }
  }
  return results;
}

/** The gradients of {@link normalizeChannels}. */
export interface NormalizationGradients {
  readonly input: RealData;
  readonly weight: RealData;
  readonly bias: RealData;
}

/**
 * Gradients of {@link normalizeChannels}. Where mean and variance are those of the values themselves, moving one value
 * moves both, and the gradient loses its mean and what lies along the normalized values.
 *
 * @param momentsFollow whether the moments were computed of the values, or are constants
 */
export function normalizeChannelsBackward(
  gradient: RealData,
  values: RealData,
  { images, channels, plane }: ChannelLayout,
  { mean, variance }: Moments<RealData>,
  eps: number,
  weight: RealData | null,
  momentsFollow: boolean
): NormalizationGradients {
  const input = zerosLike(gradient, gradient.length);
  const weightGradient = zerosLike(gradient, channels);
  const biasGradient = zerosLike(gradient, channels);
  const count = images * plane;
  for (let channel = 0; channel < channels; channel++) {
    const centre = mean[channel] as number;
    const inverse = 1 / Math.sqrt((variance[channel] as number) + eps);
    let sum = 0;
    let along = 0;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) {
        const slope = gradient[cell] as number;
        sum += slope;
        along += slope * ((values[cell] as number) - centre) * inverse;
      }
    }
    weightGradient[channel] = along;
    biasGradient[channel] = sum;
    const scale = (weight?.[channel] ?? 1) * inverse;
    const common = momentsFollow ? sum / count : 0;
    const lean = momentsFollow ? (along / count) * inverse : 0;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) {
        const distance = (values[cell] as number) - centre;
        input[cell] = scale * ((gradient[cell] as number) - common - distance * lean);
      }
    }
  }
  return { input, weight: weightGradient, bias: biasGradient };
}
