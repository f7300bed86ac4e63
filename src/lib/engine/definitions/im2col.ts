import type { Ring } from '../field.ts';
import { type WindowMatrix } from '../geometry/im2col.ts';
import { forEachMeeting } from './convolution.ts';

/** Data that is being filled: a typed array or an array. */
export interface Writable<Scalar> {
  readonly length: number;
  [index: number]: Scalar;
}

/** Copies every input cell into all windows that it lies in. Taps on the padding are left as they are. */
export function copyWindows<Scalar>(
  { plan, cellOf }: WindowMatrix,
  image: ArrayLike<Scalar>,
  matrix: Writable<Scalar>
): void {
  forEachMeeting(plan, (window, cell, tap) => {
    matrix[cellOf(window, tap)] = image[cell] as Scalar;
  });
}

/** Adds the cells of all windows to the input cells that they lie on: the transpose of {@link copyWindows}. */
export function addWindows<Scalar>(
  { add }: Pick<Ring<Scalar>, 'add'>,
  { plan, cellOf }: WindowMatrix,
  matrix: ArrayLike<Scalar>,
  image: Writable<Scalar>
): void {
  forEachMeeting(plan, (window, cell, tap) => {
    image[cell] = add(image[cell] as Scalar, matrix[cellOf(window, tap)] as Scalar);
  });
}
