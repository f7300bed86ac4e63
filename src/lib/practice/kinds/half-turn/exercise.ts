import { matrix, rotateHalfTurn } from '$lib/engine';
import { TURN_RULES, wholes, type Answer, type ExerciseKind } from '$lib/exercise';

/** A kernel that is to be turned. */
export interface TurnParameters {
  readonly kernel: readonly (readonly number[])[];
}

type TurnRule = keyof typeof TURN_RULES;

/** The kernel as a rule turns it. */
const turnedBy =
  (rule: TurnRule) =>
  ({ kernel }: TurnParameters): readonly Answer[] =>
    TURN_RULES[rule](kernel).map((grid) => wholes(...grid.flat()));

/** A kernel turned by 180°. */
export const exercise = {
  draw(draw, level) {
    // On level 3 the numbers repeat, so that turns and mirror images are alike in many places.
    const [least, most] = level === 3 ? [-2, 2] : [0, 9];
    const side = level === 1 ? 2 : 3;
    return { kernel: draw.matrix(side, side, least, most) };
  },
  form: ({ kernel }) => ({ form: 'grid', rows: kernel.length, columns: kernel[0]?.length ?? 0 }),
  answer: ({ kernel }) => rotateHalfTurn(matrix(kernel)).data,
  wrong: {
    'not-turned': turnedBy('not-turned'),
    mirrored: turnedBy('mirrored'),
    'mirrored-down': turnedBy('mirrored-down'),
    transposed: turnedBy('transposed'),
    'quarter-turn': turnedBy('quarter-turn')
  }
} satisfies ExerciseKind<TurnParameters>;
