import { outputLength } from '$lib/engine';
import { numberRules, OUTPUT_SIZE_RULES, wholes, type ExerciseKind, type WindowSide } from '$lib/exercise';

const jumps = ({ stride }: WindowSide) => stride > 1;
const isPadded = ({ padding }: WindowSide) => padding > 0;

/** How many places a window has along one side: ⌊(N + 2P − F) / S⌋ + 1. */
export const exercise = {
  draw(draw, level) {
    const side = {
      input: draw.whole(level === 1 ? 5 : 6, 12),
      kernel: draw.whole(2, level === 1 ? 5 : 7),
      stride: level === 1 ? 1 : draw.whole(2, 5),
      padding: level === 2 ? 0 : level === 1 ? draw.whole(0, 2) : draw.whole(1, 3)
    };
    return side.kernel > side.input || side.padding >= side.kernel ? null : side;
  },
  form: () => ({ form: 'number' }),
  answer: ({ input, kernel, stride, padding }) => wholes(outputLength(input, kernel, stride, padding)),
  wrong: numberRules(OUTPUT_SIZE_RULES, (side: WindowSide) => side, {
    'rounded-up': jumps,
    unrounded: jumps,
    'input-by-stride': jumps,
    'ignored-stride': jumps,
    'padding-once': isPadded,
    'ignored-padding': isPadded
  })
} satisfies ExerciseKind<WindowSide>;
