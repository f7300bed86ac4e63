import { outputLength } from '$lib/engine';
import {
  MISSING_SETTING_RULES,
  numberRules,
  wholes,
  type Draw,
  type ExerciseKind,
  type Level,
  type MissingSetting
} from '$lib/exercise';

/** How far the window can go from its first place. */
const room = ({ input, kernel, padding }: MissingSetting) => input + 2 * padding - kernel;

/**
 * Whether only one setting gives the output. A kernel is asked for only where the last window ends with the line, and the
 * question says so: with a stride several lengths would fit otherwise.
 */
function isOnlyOne(asked: MissingSetting): boolean {
  if (asked.missing === 'kernel') return room(asked) % asked.stride === 0;
  const strides = Array.from({ length: room(asked) }, (_, index) => index + 1);
  const { input, kernel, padding, output } = asked;
  return strides.filter((stride) => outputLength(input, kernel, stride, padding) === output).length === 1;
}

/** One cell at a time to begin with; a stride that is asked for is longer. */
const strideOf = (draw: Draw, level: Level, missing: MissingSetting['missing']) =>
  level === 1 && missing === 'kernel' ? 1 : draw.whole(2, 5);

/** The stride, or the kernel size, that makes an output as long as it is. */
export const exercise = {
  draw(draw, level) {
    const either = draw.pick(['stride', 'kernel'] as const);
    const missing = level === 1 ? 'kernel' : level === 2 ? 'stride' : either;
    const lengths = {
      input: draw.whole(6, 12),
      kernel: draw.whole(2, 7),
      stride: strideOf(draw, level, missing),
      padding: level === 3 ? draw.whole(1, 3) : draw.whole(0, 2)
    };
    const { input, kernel, stride, padding } = lengths;
    if (kernel > input || padding >= kernel || stride > kernel) return null;
    const asked: MissingSetting = {
      ...lengths,
      missing,
      output: outputLength(input, kernel, stride, padding)
    };
    // Fewer than two steps tell too little.
    return asked.output >= 3 && isOnlyOne(asked) ? asked : null;
  },
  form: () => ({ form: 'number' }),
  answer: (asked) => wholes(asked[asked.missing]),
  wrong: numberRules(MISSING_SETTING_RULES, (asked: MissingSetting) => asked, {
    'ignored-padding': ({ padding }) => padding > 0,
    'padding-once': ({ padding }) => padding > 0,
    'ignored-stride': ({ missing, stride }) => missing === 'kernel' && stride > 1
  })
} satisfies ExerciseKind<MissingSetting>;
