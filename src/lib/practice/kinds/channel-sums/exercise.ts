import { Fraction, sumOf } from '$lib/engine';
import { CHANNEL_RULES, type ExerciseKind } from '$lib/exercise';
import { turned } from '../shared/kernels';
import { mapOf } from '../shared/window';

type Plane = readonly (readonly number[])[];

/** A filter over an input of several channels, and the output cell that is asked for, counted from 0. */
export interface ChannelParameters {
  /** One for each channel. */
  readonly input: readonly Plane[];
  readonly filter: readonly Plane[];
  readonly bias: number;
  readonly cell: number;
}

const CHANNELS = 3;

/** What each channel gives for the cell. */
function partialSums({ input, filter, cell }: Omit<ChannelParameters, 'bias'>): Fraction[] {
  return input.flatMap((plane, channel) => {
    const kernel = filter[channel] ?? [];
    return mapOf({ input: plane, kernel, stride: 1, padding: 0 }).data.slice(cell, cell + 1);
  });
}

/** The partial sums, and whatever a rule makes of them in the end. */
function endedBy(rule: keyof typeof CHANNEL_RULES) {
  return (parameters: ChannelParameters) => {
    const sums = partialSums(parameters);
    const bias = new Fraction(parameters.bias);
    return CHANNEL_RULES[rule]({ sums, bias }).map((total) => [...sums, total]);
  };
}

/** Turns every channel of the filter by 180°, and goes on rightly. */
function turnedKernel(parameters: ChannelParameters) {
  const filter = parameters.filter.map(turned);
  const sums = partialSums({ ...parameters, filter });
  return [[...sums, sumOf(sums).add(parameters.bias)]];
}

/** The bias is in each partial sum already, and so in the total as often. */
function biasedSums(parameters: ChannelParameters) {
  const sums = partialSums(parameters).map((sum) => sum.add(parameters.bias));
  return [[...sums, sumOf(sums)]];
}

/** The partial sums of three channels, then the cell that they make with the bias. */
export const exercise = {
  draw(draw, level) {
    const length = level === 3 ? 3 : 2;
    const least = level === 1 ? 0 : -2;
    const planes = (side: number, most: number) =>
      Array.from({ length: CHANNELS }, () => draw.matrix(side, side, least, most));
    return {
      input: planes(length, 4),
      filter: planes(2, 2),
      bias: level === 1 ? draw.whole(1, 4) : draw.pick([-3, -2, -1, 1, 2, 3]),
      // Not the first place, where there are several.
      cell: level === 3 ? draw.whole(1, 3) : 0
    };
  },
  form: () => ({ form: 'fields', count: CHANNELS + 1 }),
  answer(parameters) {
    const sums = partialSums(parameters);
    return [...sums, sumOf(sums).add(parameters.bias)];
  },
  wrong: {
    'bias-per-channel': (parameters) => [
      ...endedBy('bias-per-channel')(parameters),
      ...biasedSums(parameters)
    ],
    'one-channel': endedBy('one-channel'),
    'averaged-channels': endedBy('averaged-channels'),
    'bias-left-out': endedBy('bias-left-out'),
    'turned-kernel': turnedKernel
  },
  /** The total follows from the learner's own partial sums. */
  carried(parameters, given) {
    const sums = partialSums(parameters);
    const own = sums.map((sum, channel) => given[channel] ?? sum);
    return [...sums, sumOf(own).add(parameters.bias)];
  }
} satisfies ExerciseKind<ChannelParameters>;
