import { matrix, type Matrix } from '../data/arithmetic';

/** A scene of the convolution lesson, with the numbers that it should have. */
interface Scene {
  readonly input: Matrix;
  readonly kernel: Matrix;
}

export const SIX: Scene = {
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
    1 0 1`)
};

export const FOUR: Scene = {
  input: matrix(`
    1 0 2 3
    2 1 0 1
    1 0 1 3
    2 0 3 2`),
  kernel: matrix(`
    1 2 0
    3 2 1
    0 1 3`)
};

export const OWN: Scene = {
  input: matrix(`
    3 1 0 2 1
    0 2 1 3 0
    1 0 2 1 2
    2 1 3 0 1
    0 2 1 1 0`),
  kernel: matrix(`
    1 0 −1
    1 0 −1
    1 0 −1`)
};

export const FLIPPED: Scene = {
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
    1 0 2`)
};
