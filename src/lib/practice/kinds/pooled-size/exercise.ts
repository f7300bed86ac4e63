import { windowGeometry, type Fraction } from '$lib/engine';
import {
  OUTPUT_SIZE_RULES,
  wholes,
  type Answer,
  type Draw,
  type ExerciseKind,
  type WindowSide
} from '$lib/exercise';

/** A square window that pools a map. Lengths are in cells. */
export interface PooledSizeParameters {
  readonly height: number;
  readonly width: number;
  readonly size: number;
  readonly stride: number;
  /** What is done with a last window that does not fit: left out, or kept. */
  readonly rounding: 'floor' | 'ceil';
}

/** Cells at the end of a side that no whole step reaches. */
const left = ({ size, stride }: PooledSizeParameters, side: number) => (side - size) % stride;

/** Whether a window is left over along both sides: then rounding shows in both. */
const isLeft = (parameters: PooledSizeParameters) =>
  left(parameters, parameters.height) > 0 && left(parameters, parameters.width) > 0;

/** The same rule along both sides. */
function both(
  { height, width, size, stride }: PooledSizeParameters,
  rule: (side: WindowSide) => readonly Fraction[]
): readonly Answer[] {
  const [rows, columns] = [height, width].map((input) => rule({ input, kernel: size, stride, padding: 0 }));
  return (rows ?? []).flatMap((row, way) => {
    const column = columns?.[way];
    return column ? [[row, column]] : [];
  });
}

/** Window and stride. */
function drawWindow(draw: Draw, level: 1 | 2 | 3): Pick<PooledSizeParameters, 'size' | 'stride'> {
  const size = draw.whole(2, level === 1 ? 4 : 5);
  return { size, stride: level === 1 ? size : draw.whole(2, Math.min(size, 4)) };
}

/** Rows and columns after pooling: ⌊(N − F) / S⌋ + 1 along each side, or rounded up where that is said. */
export const exercise = {
  draw(draw, level) {
    const { size, stride } = drawWindow(draw, level);
    const side = (most: number) =>
      level === 1 ? size * draw.whole(2, Math.floor(most / size)) : draw.whole(size + 1, most);
    const rounding = level === 3 && draw.whole(0, 1) === 1 ? 'ceil' : 'floor';
    // The scene shows the height, and finds room for twelve cells.
    const parameters: PooledSizeParameters = { height: side(12), width: side(24), size, stride, rounding };
    if (parameters.height === parameters.width) return null;
    return level === 3 && !isLeft(parameters) ? null : parameters;
  },
  form: () => ({ form: 'fields', count: 2 }),
  answer({ height, width, size, stride, rounding }) {
    const window = { height: size, width: size };
    const { output } = windowGeometry({ height, width }, window, { stride }, rounding === 'ceil');
    return wholes(output.height, output.width);
  },
  wrong: {
    /** Keeps a last window that reaches over the edge. */
    'rounded-up': (parameters) =>
      parameters.rounding === 'floor' && isLeft(parameters)
        ? both(parameters, OUTPUT_SIZE_RULES['rounded-up'])
        : [],
    /** Leaves out a last window that is to be kept. */
    'rounded-down': (parameters) =>
      parameters.rounding === 'ceil'
        ? both(parameters, (side) => wholes(Math.floor((side.input - side.kernel) / side.stride) + 1))
        : [],
    /** Counts the steps, not the places. */
    'forgot-first-place': (parameters) => both(parameters, OUTPUT_SIZE_RULES['forgot-first-place']),
    /** Moves the window by one cell. */
    'ignored-stride': (parameters) => both(parameters, OUTPUT_SIZE_RULES['ignored-stride']),
    /** Divides the side by the stride; that is right only for windows side by side. */
    'input-by-stride': (parameters) =>
      parameters.size === parameters.stride ? [] : both(parameters, OUTPUT_SIZE_RULES['input-by-stride']),
    /** Takes the map to stay as large as it was. */
    'kept-size': (parameters) => both(parameters, OUTPUT_SIZE_RULES['kept-length'])
  }
} satisfies ExerciseKind<PooledSizeParameters>;
