import { numberRules, SAME_PADDING_RULES, wholes, type ExerciseKind, type KeptSize } from '$lib/exercise';

/** A window over a line, or over a square image: with as many cells along each side. */
export interface SamePaddingParameters extends KeptSize {
  readonly of: 'line' | 'image';
  readonly input: number;
}

const isSpread = ({ dilation }: KeptSize) => dilation > 1;
const padding = ({ kernel, dilation }: KeptSize) => (dilation * (kernel - 1)) / 2;

/** The padding that keeps the size at stride 1: D(F − 1)/2 on each side, for F odd. */
export const exercise = {
  draw(draw, level) {
    if (level === 2 || (level === 1 && draw.whole(0, 1) === 1)) {
      const kernel = level === 1 ? draw.pick([3, 5, 7]) : draw.pick([3, 5, 7, 9, 11]);
      return { of: 'image', input: draw.whole(12, level === 1 ? 32 : 64), kernel, dilation: 1 };
    }
    const kernel = level === 1 ? draw.pick([3, 5, 7]) : draw.pick([3, 5]);
    // Now and then without gaps, so that they have to be looked at.
    const dilation = level === 1 ? 1 : draw.pick([1, 2, 2, 3, 3]);
    const input = draw.whole(5, 12);
    return dilation * (kernel - 1) + 1 > input ? null : { of: 'line', input, kernel, dilation };
  },
  form: () => ({ form: 'number' }),
  answer: (parameters) => wholes(padding(parameters)),
  wrong: numberRules(
    SAME_PADDING_RULES,
    ({ kernel, dilation }: SamePaddingParameters) => ({ kernel, dilation }),
    {
      // With gaps nobody looks for the middle of what the window covers.
      'rounded-up': (window) => !isSpread(window),
      // A window of three cells does need one ring; and who says so of one with gaps has overlooked the gaps.
      'always-one': (window) => !isSpread(window) && padding(window) !== 1,
      'ignored-dilation': isSpread
    }
  )
} satisfies ExerciseKind<SamePaddingParameters>;
