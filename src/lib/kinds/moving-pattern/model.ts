import {
  conv2dExactly,
  flatten,
  Fraction,
  linear,
  matrix,
  rowsOf,
  sameShape,
  sameTensor,
  sizeOf,
  type ExactTensor,
  type Position,
  type Size
} from '$lib/engine';
import { readLinkMatrix, writeLinkMatrix } from '../shared/matrix-text';
import {
  plainRun,
  type LinkCodec,
  type LinkedNumberProblem,
  type SceneModel,
  type SceneRun
} from '../shared/model';
import { readMatrixPart } from '../shared/window/link';

/** A pattern as a lesson has it, and the places where it stands step by step, [row, column], counted from 1. */
export interface RawMovingPattern {
  /** Cells along one side of the image. */
  readonly side: number;
  readonly pattern: readonly (readonly number[])[];
  readonly places: readonly (readonly number[])[];
}

export interface MovingPatternSettings {
  readonly side: number;
  /** Zeros and ones, with a one somewhere. */
  readonly pattern: ExactTensor;
  /** The upper left corner of the pattern at each step, counted from 0. The dense unit learned it at the first. */
  readonly places: readonly Position[];
}

/** The pattern at one place, and what a filter and a dense unit make of it. */
export interface PatternMoment {
  readonly place: Position;
  readonly image: ExactTensor;
  readonly map: ExactTensor;
  /** Where the map is largest: nowhere else is it as large. */
  readonly peak: Position;
  readonly dense: Fraction;
}

/** A pattern that goes from place to place. A cell of the run is a place. */
export interface MovingPatternRun extends SceneRun {
  readonly pattern: ExactTensor;
  /** Weights of the dense unit, as an image: the pattern at its first place. */
  readonly denseWeights: ExactTensor;
  /** Where the pattern stands first. */
  readonly home: Position;
  readonly mapSize: Size;
  /** @param cell counted from 1 */
  moment(cell: number): PatternMoment;
  /** What it would be with the pattern at any place within the image, also between two steps. */
  at(place: Position): PatternMoment;
}

const ZERO = new Fraction(0);

/** Whether a matrix is a pattern: zeros and ones, and not all zero. */
export function isPattern({ data }: ExactTensor): boolean {
  return data.every((value) => value.equals(0) || value.equals(1)) && data.some((value) => value.equals(1));
}

/** Where the upper left corner of a pattern may stand. */
export function placesFor({ side, pattern }: Pick<MovingPatternSettings, 'side' | 'pattern'>): Size {
  const { height, width } = sizeOf(pattern);
  return { height: side - height + 1, width: side - width + 1 };
}

function imageWith(pattern: ExactTensor, place: Position, side: number): ExactTensor {
  const { height, width } = sizeOf(pattern);
  const cell = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < height && column < width
      ? pattern.data[row * width + column]
      : undefined;
  return matrix(
    Array.from({ length: side }, (_, row) =>
      Array.from({ length: side }, (_, column) => cell(row - place.row, column - place.column) ?? ZERO)
    )
  );
}

function peakOf(map: ExactTensor): Position {
  const { width } = sizeOf(map);
  const index = map.data.reduce((best, value, place) => (value.gt(map.data[best] ?? ZERO) ? place : best), 0);
  return { row: Math.floor(index / width), column: index % width };
}

/** Places as a link and a lesson write them, read against where the pattern may stand. */
function readPlaces(rows: readonly (readonly (number | Fraction)[])[], bounds: Size): Position[] | null {
  const places = rows.map(([row = 0, column = 0]) => ({ row: Number(row) - 1, column: Number(column) - 1 }));
  const stands = ({ row, column }: Position) =>
    Number.isInteger(row) &&
    Number.isInteger(column) &&
    row >= 0 &&
    column >= 0 &&
    row < bounds.height &&
    column < bounds.width;
  return rows.every((row) => row.length === 2) && places.every(stands) ? places : null;
}

function placesMatrix(places: readonly Position[]): ExactTensor {
  return matrix(places.map(({ row, column }) => [row + 1, column + 1]));
}

function samePlaces(left: readonly Position[], right: readonly Position[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ row, column }, index) => row === right[index]?.row && column === right[index].column)
  );
}

/** kernel=0,1,0;1,1,1;0,1,0&places=2,2;2,3 */
const movingPatternLink: LinkCodec<MovingPatternSettings> = {
  parts: ['kernel', 'places'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const given = readMatrixPart(parameters.get('kernel'), own.pattern);
    const usable = given !== null && sameShape(given.shape, own.pattern.shape) && isPattern(given);
    const pattern = usable ? given : own.pattern;
    if (!usable) problems.push('kernel');
    const text = parameters.get('places');
    const reading = readLinkMatrix(text ?? writeLinkMatrix(placesMatrix(own.places)));
    const places = reading.ok ? readPlaces(rowsOf(reading.matrix), placesFor({ ...own, pattern })) : null;
    if (!places) problems.push('place');
    return { settings: { ...own, pattern, places: places ?? own.places }, problems };
  },
  write({ pattern, places }, own) {
    const parts: string[] = [];
    if (!sameTensor(pattern, own.pattern)) parts.push(`kernel=${writeLinkMatrix(pattern)}`);
    if (!samePlaces(places, own.places)) parts.push(`places=${writeLinkMatrix(placesMatrix(places))}`);
    return parts;
  }
};

/** A filter and a dense unit look for a pattern that moves. Both know it: their weights are the pattern. */
export const model: SceneModel<RawMovingPattern, MovingPatternSettings, MovingPatternRun> = {
  grains: ['cell'],
  read({ side, pattern, places }) {
    const kernel = matrix(pattern);
    const read = readPlaces(places, placesFor({ side, pattern: kernel }));
    if (!read) throw new RangeError('the pattern leaves the image');
    return { side, pattern: kernel, places: read };
  },
  same: (left, right) =>
    left.side === right.side &&
    sameTensor(left.pattern, right.pattern) &&
    samePlaces(left.places, right.places),
  run({ side, pattern, places }) {
    const [home = { row: 0, column: 0 }] = places;
    const denseWeights = imageWith(pattern, home, side);
    const at = (place: Position): PatternMoment => {
      const image = imageWith(pattern, place, side);
      const map = conv2dExactly(image, pattern);
      const dense = linear(flatten(image), flatten(denseWeights)).data[0] ?? ZERO;
      return { place, image, map, peak: peakOf(map), dense };
    };
    return {
      ...plainRun(places.length),
      pattern,
      denseWeights,
      home,
      mapSize: placesFor({ side, pattern }),
      moment(cell) {
        const place = places[cell - 1];
        if (!place) throw new RangeError(`there is no place ${cell}`);
        return at(place);
      },
      at
    };
  },
  link: movingPatternLink,
  things: ['input', 'kernel', 'output', 'dense', 'answer', 'equation'],
  /** The column in which the map is largest, counted from 1. */
  value: ({ moment }, cell) => new Fraction(moment(cell).peak.column + 1)
};
