import { conv2dExactly, matrix, pad, sizeOf } from '$lib/engine';
import { PADDING_RULES, WINDOW_RULES, type ExerciseKind } from '$lib/exercise';
import { cellRules, gridFor, windowCells, type MapParameters } from '../shared/maps';
import { mapOf } from '../shared/window';

const { 'edge-repeated': edgeRepeated } = PADDING_RULES;
const { 'turned-kernel': turnedKernel, 'ignored-weights': ignoredWeights } = WINDOW_RULES;

/** Whether the kernel has a place on the input without its padding. */
function fitsUnpadded({ input, kernel }: MapParameters): boolean {
  const [image, window] = [sizeOf(matrix(input)), sizeOf(matrix(kernel))];
  return window.height <= image.height && window.width <= image.width;
}

/** Puts the ring of zeros around the map instead of the input: a 3×3 kernel takes away just as much. */
function paddedOutput(parameters: MapParameters) {
  if (!fitsUnpadded(parameters)) return [];
  const { input, kernel, padding } = parameters;
  const sides = { top: padding, right: padding, bottom: padding, left: padding };
  return [pad(conv2dExactly(matrix(input), matrix(kernel)), sides).data];
}

/** The map of an input with a ring of zeros around it, which is as large as the input. */
export const exercise = {
  draw(draw, level) {
    const length = level === 1 ? 2 : 3;
    const [least, most] = level === 3 ? [-2, 3] : [0, level === 1 ? 4 : 3];
    return {
      input: draw.matrix(length, length, least, most),
      kernel: draw.matrix(3, 3, level === 1 ? 0 : -1, level === 3 ? 2 : 1),
      stride: 1,
      padding: 1
    };
  },
  form: (parameters) => gridFor(mapOf(parameters)),
  answer: (parameters) => mapOf(parameters).data,
  wrong: {
    'padded-output': paddedOutput,
    ...cellRules(
      { 'edge-repeated': edgeRepeated, 'turned-kernel': turnedKernel, 'ignored-weights': ignoredWeights },
      windowCells
    )
  }
} satisfies ExerciseKind<MapParameters>;
