import { WINDOW_PLACE_RULES, type ExerciseKind } from '$lib/exercise';
import { placeAnswer } from '../shared/places';
import { originOf, placeForm, placeRules, wayOf, type WayParameters } from '../shared/window-way';

/** Where the window stands for an output cell. */
export const exercise = {
  draw(draw, level) {
    const padding = level === 3 ? 1 : 0;
    const [least, most] = ({ 1: [4, 6], 2: [6, 8], 3: [4, 6] } as const)[level];
    const [height, width] = [draw.whole(least, most), draw.whole(least, most)];
    const side = level === 3 ? 3 : draw.whole(2, 3);
    const stride = level === 1 ? 1 : draw.whole(level === 3 ? 1 : 2, level === 3 ? 2 : 3);
    const parameters = { input: draw.matrix(height, width, 0, 9), side, stride, padding, cell: 0 };
    const { output } = wayOf(parameters);
    const cells = output.height * output.width;
    // Not the first cell: the window has moved.
    return cells > 1 ? { ...parameters, cell: draw.whole(1, cells - 1) } : null;
  },
  form: placeForm,
  answer: (parameters) => placeAnswer(originOf(parameters)),
  wrong: placeRules(WINDOW_PLACE_RULES)
} satisfies ExerciseKind<WayParameters>;
