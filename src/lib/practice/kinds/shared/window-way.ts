import {
  matrix,
  sizeOf,
  windowGeometry,
  windowOrigin,
  type Position,
  type Size,
  type WindowGeometry
} from '$lib/engine';
import type { Answer, AnswerForm, PlacedWindow, PlaceRule } from '$lib/exercise';
import { isInside, placeAnswer } from './places';

/** A square window on its way over a plane, and one of its output cells. What its weights are does not matter. */
export interface WayParameters {
  readonly input: readonly (readonly number[])[];
  /** Cells along one side of the window. */
  readonly side: number;
  readonly stride: number;
  readonly padding: number;
  /** In reading order, counted from 0. */
  readonly cell: number;
}

const windowOf = ({ side }: WayParameters): Size => ({ height: side, width: side });

/** What falls where. */
export function wayOf(parameters: WayParameters): WindowGeometry {
  const { input, stride, padding } = parameters;
  return windowGeometry(sizeOf(matrix(input)), windowOf(parameters), { stride, padding });
}

/** Row and column of an output cell that is counted in reading order. */
export function outputPlace({ output: { width } }: WindowGeometry, cell: number): Position {
  return { row: Math.floor(cell / width), column: cell % width };
}

/** Where the window stands for an output cell, on the padded input. */
export function originOf(parameters: WayParameters, cell = parameters.cell): Position {
  const geometry = wayOf(parameters);
  return windowOrigin(geometry, outputPlace(geometry, cell));
}

/** A window to be placed on the padded input. */
export function placeForm(parameters: WayParameters): AnswerForm {
  const { padded, span } = wayOf(parameters);
  return {
    form: 'place',
    rows: padded.height,
    columns: padded.width,
    window: { rows: span.height, columns: span.width }
  };
}

/** A kernel of ones: it makes sums of what the window covers. */
export const onesOf = ({ side }: WayParameters): number[][] =>
  Array.from({ length: side }, () => new Array<number>(side).fill(1));

/** Rules for places as wrong answers: those among them where the window lies on the padded input as a whole. */
export function placeRules<Name extends string>(
  rules: Readonly<Record<Name, PlaceRule>>
): Readonly<Record<Name, (parameters: WayParameters) => readonly Answer[]>> {
  const adapted = Object.entries<PlaceRule>(rules).map(([name, rule]) => [
    name,
    (parameters: WayParameters) => {
      const geometry = wayOf(parameters);
      const asked: PlacedWindow = { geometry, cell: outputPlace(geometry, parameters.cell) };
      return rule(asked)
        .filter((place) => isInside(place, geometry.padded, geometry.span))
        .map(placeAnswer);
    }
  ]);
  return Object.fromEntries(adapted);
}
