import { matrix, type ExactTensor, type Size } from '$lib/engine';

/** The numbers of a window with a stride, as a lesson has them. */
export interface RawStridedSettings {
  readonly input: readonly (readonly (number | string)[])[];
  readonly kernel: readonly (readonly (number | string)[])[];
  /** In cells: both ways alike, or [down, across]. */
  readonly stride: number | readonly [number, number];
}

/** The numbers of a window with a stride. */
export interface StridedSettings {
  readonly input: ExactTensor;
  readonly kernel: ExactTensor;
  /** How far the window jumps, in cells: down and across. */
  readonly stride: Size;
}

/**
 * A scene's numbers as the engine takes them.
 *
 * @throws {ShapeError} when the rows of a matrix differ in length
 */
export function readStrided({ input, kernel, stride }: RawStridedSettings): StridedSettings {
  const [height, width] = typeof stride === 'number' ? [stride, stride] : stride;
  return { input: matrix(input), kernel: matrix(kernel), stride: { height, width } };
}
