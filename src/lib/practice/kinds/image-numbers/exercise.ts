import { IMAGE_COUNT_RULES, numberRules, wholes, type ExerciseKind } from '$lib/exercise';

/** The shape of an image: height, width, channels. */
export interface ShapeParameters {
  readonly shape: readonly [number, number, number];
}

/** How many numbers an image of a shape holds. */
export const exercise = {
  draw(draw, level) {
    const [least, most] = ({ 1: [2, 6], 2: [7, 20], 3: [10, 32] } as const)[level];
    // With transparency there is a fourth channel; further on in a network there are many.
    const channels = level === 3 ? draw.pick([4, 6, 8, 16]) : 3;
    return { shape: [draw.whole(least, most), draw.whole(least, most), channels] as const };
  },
  form: () => ({ form: 'number' }),
  answer: ({ shape: [height, width, channels] }) => wholes(height * width * channels),
  wrong: numberRules(IMAGE_COUNT_RULES, (parameters: ShapeParameters) => parameters)
} satisfies ExerciseKind<ShapeParameters>;
