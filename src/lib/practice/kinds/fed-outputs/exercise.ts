import type { Position } from '$lib/engine';
import { wholes, type Answer, type ExerciseKind } from '$lib/exercise';
import { geometryOf, outputsOf, type PixelParameters } from '../shared/pixel';

/** Output cells as an answer; what lies outside of the output is left out. None where nothing is left. */
function chosen(parameters: PixelParameters, cells: readonly Position[]): readonly Answer[] {
  const { height, width } = geometryOf(parameters).output;
  const entries = new Array<number>(height * width).fill(0);
  for (const { row, column } of cells) {
    const isInside = row >= 0 && row < height && column >= 0 && column < width;
    if (isInside) entries[row * width + column] = 1;
  }
  return entries.includes(1) ? [wholes(...entries)] : [];
}

/** A square of cells: its side, and how far from the pixel's own place it begins. */
function square({ row, column }: PixelParameters, from: number, side: number): Position[] {
  return Array.from({ length: side * side }, (_, index) => ({
    row: row + from + Math.floor(index / side),
    column: column + from + (index % side)
  }));
}

/** Whether the window's middle stands where its output cell is: then the outputs do lie around the pixel. */
const isCentred = ({ kernel, padding, stride }: PixelParameters) =>
  stride === 1 && 2 * padding === kernel - 1;

/** Which output cells a pixel feeds: all those whose window covers it. */
export const exercise = {
  draw(draw, level) {
    const most = level === 1 ? 6 : 7;
    const [height, width] = [draw.whole(4, most), draw.whole(4, most)];
    const parameters = {
      height,
      width,
      // With a stride of 2 only windows of 3 overlap.
      kernel: level === 3 ? 3 : draw.whole(2, 3),
      stride: level === 3 ? 2 : 1,
      padding: level === 2 ? draw.whole(0, 2) : 0,
      row: draw.whole(0, height - 1),
      column: draw.whole(0, width - 1)
    };
    const isPossible = parameters.padding < parameters.kernel && outputsOf(parameters).length > 0;
    return isPossible ? parameters : null;
  },
  form(parameters) {
    const { height, width } = geometryOf(parameters).output;
    return { form: 'cells', rows: height, columns: width };
  },
  answer: (parameters) => chosen(parameters, outputsOf(parameters))[0] ?? [],
  wrong: {
    /** Takes the pixel to feed the output cell at its own place only. */
    'same-place': (parameters) => chosen(parameters, [parameters]),
    /** Takes every pixel to feed the outputs around its own place, alike on all sides. */
    around: (parameters) => {
      const reach = Math.floor(parameters.kernel / 2);
      return isCentred(parameters) ? [] : chosen(parameters, square(parameters, -reach, 2 * reach + 1));
    },
    /** Goes from the pixel to the right and down, where the window goes: the windows that cover it began before. */
    onwards: (parameters) => chosen(parameters, square(parameters, 0, parameters.kernel)),
    /** Takes rows for columns. */
    swapped: (parameters) =>
      chosen(
        parameters,
        outputsOf(parameters).map(({ row, column }) => ({ row: column, column: row }))
      ),
    /** Moves the window in one direction only: along a row, or along a column. */
    'one-axis': (parameters) => {
      const fed = outputsOf(parameters);
      const [first] = fed;
      const lines = [
        fed.filter(({ row }) => row === first?.row),
        fed.filter(({ column }) => column === first?.column)
      ];
      return lines.filter((line) => line.length < fed.length).flatMap((line) => chosen(parameters, line));
    },
    /** Moves the window by one cell. */
    'ignored-stride': (parameters) =>
      parameters.stride > 1 ? chosen(parameters, outputsOf({ ...parameters, stride: 1 })) : []
  }
} satisfies ExerciseKind<PixelParameters>;
