import { numberRules, VISIT_RULES, wholes, type ExerciseKind } from '$lib/exercise';
import { geometryOf, outputsOf, type PixelParameters } from '../shared/pixel';

/** How often a window covers a pixel on its way. */
export const exercise = {
  draw(draw, level) {
    const kernel = draw.whole(level === 3 ? 3 : 2, level === 1 ? 3 : 4);
    const [height, width] = [draw.whole(kernel + 1, 6), draw.whole(kernel + 1, 6)];
    // None; no more than keeps the size; more than that.
    const same = Math.floor((kernel - 1) / 2);
    const padding =
      level === 1 ? 0 : level === 2 ? draw.whole(1, Math.max(1, same)) : draw.whole(same + 1, kernel - 1);
    const [row, column] = [draw.whole(0, height - 1), draw.whole(0, width - 1)];
    return { height, width, kernel, stride: 1, padding, row, column };
  },
  form: () => ({ form: 'number' }),
  answer: (parameters) => wholes(outputsOf(parameters).length),
  wrong: numberRules(
    VISIT_RULES,
    (parameters: PixelParameters) => ({
      geometry: geometryOf(parameters),
      pixel: { row: parameters.row, column: parameters.column }
    }),
    {
      // With full padding every pixel does lie under every cell of the window.
      uniform: ({ geometry: { padding, kernel } }) => padding.top < kernel.height - 1,
      'padding-ignored': ({ geometry: { padding } }) => padding.top > 0,
      'as-same': ({ geometry: { padding, kernel } }) => 2 * padding.top > kernel.height - 1
    }
  )
} satisfies ExerciseKind<PixelParameters>;
