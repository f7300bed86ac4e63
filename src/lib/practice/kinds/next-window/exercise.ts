import { NEXT_PLACE_RULES, type ExerciseKind } from '$lib/exercise';
import { placeAnswer } from '../shared/places';
import { originOf, placeForm, placeRules, wayOf, type WayParameters } from '../shared/window-way';

/** Where the window goes next. */
export const exercise = {
  draw(draw, level) {
    const padding = level === 3 ? 1 : 0;
    const [least, most] = ({ 1: [4, 7], 2: [6, 8], 3: [4, 6] } as const)[level];
    const [height, width] = [draw.whole(least, most), draw.whole(least, most)];
    const side = level === 3 ? 3 : draw.whole(2, 3);
    const stride = level === 1 ? 1 : level === 2 ? draw.whole(2, 3) : draw.whole(1, 2);
    const parameters = { input: draw.matrix(height, width, 0, 9), side, stride, padding, cell: 0 };
    const { output } = wayOf(parameters);
    if (output.height < 2 || output.width < 2) return null;
    // Not the last cell: the window has somewhere to go.
    return { ...parameters, cell: draw.whole(0, output.height * output.width - 2) };
  },
  form: placeForm,
  answer: (parameters) => placeAnswer(originOf(parameters, parameters.cell + 1)),
  wrong: placeRules(NEXT_PLACE_RULES)
} satisfies ExerciseKind<WayParameters>;
