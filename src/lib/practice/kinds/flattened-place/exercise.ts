import type { Position, Size } from '$lib/engine';
import { numberRules, PLACE_RULES, wholes, type ExerciseKind } from '$lib/exercise';

/** A pixel of a picture that is flattened. */
export interface PixelParameters {
  readonly size: Size;
  /** Counted from 0. */
  readonly at: Position;
}

/** The place of a pixel in the flattened picture, counted from 1. */
export const exercise = {
  draw(draw, level) {
    const [least, most] = ({ 1: [3, 5], 2: [4, 8], 3: [12, 28] } as const)[level];
    const size = { height: draw.whole(least, most), width: draw.whole(least, most) };
    return { size, at: { row: draw.whole(1, size.height - 1), column: draw.whole(0, size.width - 1) } };
  },
  form: () => ({ form: 'number' }),
  answer: ({ size, at }) => wholes(at.row * size.width + at.column + 1),
  wrong: numberRules(PLACE_RULES, (parameters: PixelParameters) => parameters)
} satisfies ExerciseKind<PixelParameters>;
