import {
  Fraction,
  matrix,
  outputsFedBy,
  sameTensor,
  sizeOf,
  tensor,
  visitCounts,
  windowGeometry,
  type Position
} from '$lib/engine';
import { convolutionTrace, type ConvolutionTrace } from '$lib/trace';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';
import type { VisitGoal } from './goal-schema';
import { visitLink } from './link';
import { paddingOf, type VisitSettings } from './settings';

/** The numbers as a lesson has them. */
export interface RawVisits extends Omit<VisitSettings, 'input'> {
  readonly input: readonly (readonly (number | string)[])[];
}

/** A window that visits pixels. A cell of the run is a place of the window; every step is one. */
export interface VisitRun extends SceneRun {
  /** The window's way over the input: a convolution with ones. */
  readonly trace: ConvolutionTrace;
  /** The middle of the input, counted from 0; of four middle pixels the first. */
  readonly middle: Position;
  /** Rows of pixels under the window at a step (from 1 on), and columns: what lies in the padding is none. */
  covered(step: number): { readonly rows: number; readonly columns: number };
  /** How often each pixel has been visited after a step, row by row. */
  visits(step: number): readonly (readonly number[])[];
  /** How many rows of places visit a pixel (counted from 0) in the end, and how many columns: their product is its count. */
  axesOf(pixel: Position): { readonly rows: number; readonly columns: number };
  /** How often each pixel would be visited without padding; never where no place is left. */
  readonly before: readonly (readonly number[])[];
  /** The pixel in the window's upper left corner at a step: when the window moves on, it is never visited again. */
  leftBehind(step: number): Position;
}

/** @throws {ShapeError} when the rows of the input differ in length */
export function readVisits({ input, ...raw }: RawVisits): VisitSettings {
  return { ...raw, input: matrix(input) };
}

/** How often each pixel is visited without padding. */
function visitsWithoutPadding({ input, kernel }: VisitSettings): number[][] {
  const size = sizeOf(input);
  if (kernel > size.height || kernel > size.width) {
    return Array.from({ length: size.height }, () => new Array<number>(size.width).fill(0));
  }
  return visitCounts(windowGeometry(size, { height: kernel, width: kernel }));
}

/** How often the pixels of an input are used: the counts grow place by place. */
export const model: SceneModel<RawVisits, VisitSettings, VisitRun> = {
  grains: ['cell'],
  read: readVisits,
  same: (left, right) =>
    sameTensor(left.input, right.input) &&
    left.kernel === right.kernel &&
    left.padding === right.padding &&
    left.beside === right.beside,
  run(settings) {
    const { input, kernel } = settings;
    const ones = new Array<Fraction>(kernel * kernel).fill(new Fraction(1));
    const weight = tensor([1, 1, kernel, kernel], ones);
    const trace = convolutionTrace({ input, weight, padding: paddingOf(settings) }, 'cell');
    const { geometry } = trace;
    const { input: size, padding, output } = geometry;
    const padded = ({ row, column }: Position) => ({
      row: row + padding.top,
      column: column + padding.left
    });
    const overPixels = <Value>(value: (pixel: Position) => Value) =>
      Array.from({ length: size.height }, (_, row) =>
        Array.from({ length: size.width }, (_, column) => value({ row, column }))
      );
    return {
      ...plainRun(trace.length),
      trace,
      middle: { row: Math.floor((size.height - 1) / 2), column: Math.floor((size.width - 1) / 2) },
      covered(step) {
        const pixels = trace.step(step).terms.filter(({ isPadding }) => !isPadding);
        const distinct = (places: number[]) => new Set(places).size;
        return {
          rows: distinct(pixels.map(({ paddedRow }) => paddedRow)),
          columns: distinct(pixels.map(({ paddedColumn }) => paddedColumn))
        };
      },
      visits: (step) =>
        overPixels((pixel) => {
          const places = outputsFedBy(geometry, padded(pixel));
          return places.filter(({ row, column }) => row * output.width + column < step).length;
        }),
      axesOf(pixel) {
        const places = outputsFedBy(geometry, padded(pixel));
        return {
          rows: new Set(places.map(({ row }) => row)).size,
          columns: new Set(places.map(({ column }) => column)).size
        };
      },
      before: visitsWithoutPadding(settings),
      leftBehind(step) {
        const window = trace.windowAt(step);
        if (!window) throw new RangeError('before the first place no pixel is left behind');
        return { row: window.row - padding.top, column: window.column - padding.left };
      }
    };
  },
  link: visitLink,
  things: ['input', 'visits', 'before', 'output', 'input-R-C', 'visits-R-C', 'output-R-C', 'equation'],
  values: ['kernel', 'padding', 'input', 'output', 'corner', 'middle', 'places'],
  reached: (goal, { kernel }, { trace }) => {
    const { input, output } = trace.geometry;
    const kept = input.height === output.height && input.width === output.width;
    return kept && kernel === (goal as VisitGoal).kernel;
  },
  /** How often the pixel in the window's upper left corner has been visited when the window leaves it behind. */
  value(run, cell) {
    const { row, column } = run.leftBehind(cell);
    const visits = run.visits(run.length)[row]?.[column];
    if (visits === undefined) throw new RangeError(`place ${cell} has no pixel in its upper left corner`);
    return new Fraction(visits);
  }
};
