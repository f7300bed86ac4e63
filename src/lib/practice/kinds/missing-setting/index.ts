import type { MissingSetting } from '$lib/exercise';
import * as m from '$lib/paraglide/messages';
import { questionKind, type Given } from '../../question-kind';
import { lineScene } from '../shared/line-scene';
import { wholeOutcome } from '../shared/outcome';
import { exercise } from './exercise';

const fact = (label: string, text: string): Given => ({ type: 'fact', label, text });

/** What is said for the setting that is asked for. */
const either = <Text>({ missing }: MissingSetting, stride: Text, kernel: Text): Text =>
  missing === 'stride' ? stride : kernel;

export default questionKind<MissingSetting, keyof (typeof exercise)['wrong']>({
  exercise,
  title: m.q_missing_title,
  ask: (asked) => either(asked, m.q_missing_ask_stride(asked), m.q_missing_ask_kernel(asked)),
  givens: (asked) => [
    fact('N', `${asked.input}`),
    fact('F', either(asked, `${asked.kernel}`, '?')),
    fact('S', either(asked, '?', `${asked.stride}`)),
    fact('P', `${asked.padding}`),
    fact('O', `${asked.output}`)
  ],
  hints: (asked) => {
    const steps = asked.output - 1;
    const line = asked.input + 2 * asked.padding;
    return either(
      asked,
      [
        m.q_missing_hint_1({ output: asked.output }),
        m.q_missing_hint_2_stride({ line, kernel: asked.kernel, steps }),
        m.q_missing_hint_3_stride()
      ] as const,
      [
        m.q_missing_hint_1({ output: asked.output }),
        m.q_missing_hint_2_kernel({ line, stride: asked.stride, steps }),
        m.q_missing_hint_3_kernel()
      ] as const
    );
  },
  wrong: {
    'forgot-first-place': ({ output }) => m.q_missing_forgot_first_place({ output }),
    'input-by-output': (asked) =>
      either(asked, m.q_missing_input_by_output_stride(), m.q_missing_input_by_output_kernel()),
    'ignored-padding': ({ padding }) => m.q_missing_ignored_padding({ padding }),
    'padding-once': ({ padding }) => m.q_missing_padding_once({ padding }),
    'ignored-stride': ({ stride }) => m.q_missing_ignored_stride({ stride })
  },
  why(asked) {
    const room = asked.input + 2 * asked.padding - asked.kernel;
    const steps = asked.output - 1;
    const numbers = { ...asked, room, steps };
    return either(asked, m.q_missing_why_stride(numbers), m.q_missing_why_kernel(numbers));
  },
  /** With a wrong setting the window makes another number of outputs. */
  scene({ missing, input, kernel, stride, padding, output }, rule) {
    const asked = { missing, input, kernel, stride, padding, output };
    const setting = wholeOutcome(rule ? exercise.wrong[rule](asked) : [exercise.answer(asked)]);
    return setting === null ? null : lineScene({ input, kernel, stride, padding, [missing]: setting });
  }
});
