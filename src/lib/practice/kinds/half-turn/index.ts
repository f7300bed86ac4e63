import { plainText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { questionKind, sceneOf } from '../../question-kind';
import { givenMatrix } from '../shared/matrices';
import { exercise, type TurnParameters } from './exercise';

/** All 0 but for a 1 in the middle: sliding over it, a kernel leaves itself behind, turned by 180°. */
function impulse(side: number): number[][] {
  const length = 2 * side - 1;
  return Array.from({ length }, (_, row) =>
    Array.from({ length }, (__, column) => (row === side - 1 && column === side - 1 ? 1 : 0))
  );
}

export default questionKind<TurnParameters, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_turn_title,
  ask: () => m.q_turn_ask(),
  givens: ({ kernel }) => [givenMatrix('kernel', m.kernel(), kernel)],
  hints: ({ kernel }) => [m.q_turn_hint_1(), m.q_turn_hint_2({ side: kernel.length }), m.q_turn_hint_3()],
  wrong: {
    'not-turned': () => m.q_turn_not_turned(),
    mirrored: () => m.q_turn_mirrored(),
    'mirrored-down': () => m.q_turn_mirrored_down(),
    transposed: () => m.q_turn_transposed(),
    'quarter-turn': () => m.q_turn_quarter_turn()
  },
  why: ({ kernel }) => {
    const numbers = kernel.flat().map(plainText);
    return m.q_turn_why({ before: numbers.join(', '), after: [...numbers].reverse().join(', ') });
  },
  scene: ({ kernel }, rule) =>
    rule
      ? null
      : sceneOf({
          kind: 'two-conventions',
          settings: { input: impulse(kernel.length), kernel },
          grain: 'cell'
        })
});
