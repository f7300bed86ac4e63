import type { WindowGeometry } from '../geometry/index.ts';
import type { RealData } from '../tensor.ts';

/**
 * Writes a row of a padded plane into a room of doubles, whatever the precision of the tensor: loops that only ever
 * see one kind of array are several times as fast as those that see two. A place in the room is zero at first and
 * gets rows of one plane size only, so that cells that are zero in every row need not be written.
 */
export type RowReader = (image: number, plane: number, row: number, room: Float64Array, at: number) => void;

/** The rows of images with zeros around them. */
export function paddedRows(
  data: RealData,
  planes: number,
  { input, padding, padded }: WindowGeometry
): RowReader {
  return (image, plane, row, room, at) => {
    const inputRow = row - padding.top;
    if (inputRow < 0 || inputRow >= input.height) {
      room.fill(0, at, at + padded.width);
      return;
    }
    const from = ((image * planes + plane) * input.height + inputRow) * input.width;
    const to = at + padding.left;
    for (let column = 0; column < input.width; column++) room[to + column] = data[from + column] as number;
  };
}
