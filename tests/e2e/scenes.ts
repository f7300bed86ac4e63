import { equationOf, matrix, places, turned, type Matrix } from './arithmetic';

interface Scene {
  readonly id: string;
  readonly input: Matrix;
  readonly kernel: Matrix;
  readonly steps: number;
}

const SIX: Scene = {
  id: 'six-by-six',
  input: matrix(`
    1 0 0 0 0 1
    0 1 0 0 1 0
    0 0 1 1 0 0
    1 0 0 0 1 0
    0 1 0 0 1 0
    0 0 1 0 1 0`),
  kernel: matrix(`
    1 0 1
    0 1 0
    1 0 1`),
  steps: 16
};

const FOUR: Scene = {
  id: 'four-by-four',
  input: matrix(`
    1 0 2 3
    2 1 0 1
    1 0 1 3
    2 0 3 2`),
  kernel: matrix(`
    1 2 0
    3 2 1
    0 1 3`),
  steps: 36
};

const OWN: Scene = {
  id: 'your-own',
  input: matrix(`
    3 1 0 2 1
    0 2 1 3 0
    1 0 2 1 2
    2 1 3 0 1
    0 2 1 1 0`),
  kernel: matrix(`
    1 0 −1
    1 0 −1
    1 0 −1`),
  steps: 9
};

const FLIPPED: Scene = {
  id: 'flipped',
  input: matrix(`
    1 2 3 0 1 2 3
    0 1 2 3 0 1 2
    3 0 1 2 3 0 1
    2 3 0 1 2 3 0
    1 2 3 0 1 2 3
    0 1 2 3 0 1 2
    3 0 1 2 3 0 1`),
  kernel: matrix(`
    2 0 1
    0 1 2
    1 0 2`),
  steps: 25
};

/** The scenes of the convolution lesson, in order, with the numbers that the lesson should have. */
export const SCENES = [SIX, FOUR, OWN, FLIPPED] as const;
export { FLIPPED, FOUR, OWN, SIX };

/** The equations that a scene should show after each of its steps, at the scene's own grain. */
export function equationsOf({ id, input, kernel }: Scene): string[][] {
  const asItIs = places(input, kernel);
  if (id === 'four-by-four') {
    return asItIs.flatMap((place) => place.pairs.map((_, index) => [equationOf(place, index + 1)]));
  }
  if (id !== 'flipped') return asItIs.map((place) => [equationOf(place)]);
  const other = places(input, turned(kernel));
  return asItIs.map((place, index) => [equationOf(place), equationOf(other[index] ?? { pairs: [] })]);
}
