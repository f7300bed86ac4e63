import { convolutionCost, Fraction, maxPoolingCost } from '$lib/engine';
import { POOLING_COUNT_RULES, wholes, type Answer, type ExerciseKind } from '$lib/exercise';

/** A pooling layer, and with `filters` the convolution after it. Lengths are in cells. */
export interface PoolingLayerParameters {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  /** One side of the pooling window; it moves by as much. */
  readonly size: number;
  readonly filters: number;
  readonly kernel: number;
  /** Whether the weights of the convolution are asked for as well. */
  readonly asksNext: boolean;
}

/** What pooling makes of the shape. */
function pooling({ channels, height, width, size }: PoolingLayerParameters) {
  return maxPoolingCost([channels, height, width], { kernelSize: size });
}

/** The weights of the convolution on so many channels. */
function nextWeights(parameters: PoolingLayerParameters, channels: number): number {
  const [, ...plane] = pooling(parameters).outputShape;
  const { filters, kernel } = parameters;
  return convolutionCost([channels, ...plane], { filters, kernelSize: kernel, bias: false }).parameters;
}

/** The entries of an answer: channels after pooling, what pooling learns, and the weights of the next layer. */
function entries(
  parameters: PoolingLayerParameters,
  channels: number,
  learned: Fraction,
  weights = new Fraction(nextWeights(parameters, channels))
): Answer {
  const own = [new Fraction(channels), learned];
  return parameters.asksNext ? [...own, weights] : own;
}

/** A count of what pooling learns, with all else right. */
const learning =
  (rule: (layer: { channels: number; taps: number }) => readonly Fraction[]) =>
  (parameters: PoolingLayerParameters): readonly Answer[] =>
    rule({ channels: parameters.channels, taps: parameters.size ** 2 }).map((learned) =>
      entries(parameters, parameters.channels, learned)
    );

/** What a pooling layer leaves and what it learns: all channels, and nothing. */
export const exercise = {
  draw(draw, level) {
    const size = draw.whole(2, 3);
    const pooled = draw.whole(4, level === 3 ? 10 : 6);
    const kernel = draw.whole(2, 3);
    return {
      channels: draw.whole(2, level === 3 ? 16 : 8),
      height: size * pooled,
      width: size * pooled,
      size,
      filters: draw.whole(2, level === 3 ? 16 : 6),
      kernel,
      asksNext: level > 1
    };
  },
  form: ({ asksNext }) => ({ form: 'fields', count: asksNext ? 3 : 2 }),
  answer: (parameters) =>
    entries(parameters, parameters.channels, new Fraction(pooling(parameters).parameters)),
  wrong: {
    'window-of-weights': learning(POOLING_COUNT_RULES['window-of-weights']),
    'filters-with-bias': learning(POOLING_COUNT_RULES['filters-with-bias']),
    'one-per-channel': learning(POOLING_COUNT_RULES['one-per-channel']),
    /** Pools across the channels: one map is left of all. */
    'mixed-channels': (parameters) => [entries(parameters, 1, new Fraction(0))],
    /** Takes the next layer to need fewer weights because its maps are smaller. */
    'next-shrinks': (parameters) => {
      if (!parameters.asksNext) return [];
      const weights = new Fraction(nextWeights(parameters, parameters.channels), parameters.size ** 2);
      return [entries(parameters, parameters.channels, new Fraction(0), weights)];
    }
  },
  /** The weights that follow from the learner's own channels. */
  carried(parameters, given) {
    const answer = entries(parameters, parameters.channels, new Fraction(0));
    const [channels] = given;
    if (!parameters.asksNext || channels?.d !== 1n || channels.compare(1) < 0) return answer;
    return [...answer.slice(0, 2), ...wholes(nextWeights(parameters, channels.valueOf()))];
  }
} satisfies ExerciseKind<PoolingLayerParameters>;
