import type { Field } from '../field.ts';
import { tensor, type Tensor } from '../tensor.ts';

/** How the values of one channel lie in row-major data of [N, C, …]. */
export interface ChannelLayout {
  readonly images: number;
  readonly channels: number;
  /** Values of one channel in one image. */
  readonly plane: number;
}

/** Mean and population variance of every channel. */
export interface Moments<T> {
  /** [C] */
  readonly mean: T;
  /** [C]: the mean of the squared distances from the mean, divided by the count and not by one less. */
  readonly variance: T;
}

/**
 * Mean and population variance of every channel over any field of scalars: all of batch normalization that is
 * rational. The definition that everything faster is held against.
 */
export function batchMomentsOver<Scalar>(
  field: Field<Scalar>,
  { images, channels, plane }: ChannelLayout,
  data: readonly Scalar[]
): Moments<Tensor<Scalar>> {
  const count = field.from(images * plane);
  const meanOf = (channel: number, term: (value: Scalar) => Scalar): Scalar => {
    let sum = field.zero;
    for (let image = 0; image < images; image++) {
      const start = (image * channels + channel) * plane;
      for (let cell = start; cell < start + plane; cell++) sum = field.add(sum, term(data[cell] as Scalar));
    }
    return field.divide(sum, count);
  };
  const everyChannel = Array.from({ length: channels }, (_, channel) => channel);
  const means = everyChannel.map((channel) => meanOf(channel, (value) => value));
  const variances = means.map((mean, channel) =>
    meanOf(channel, (value) => {
      const distance = field.subtract(value, mean);
      return field.multiply(distance, distance);
    })
  );
  return { mean: tensor([channels], means), variance: tensor([channels], variances) };
}
