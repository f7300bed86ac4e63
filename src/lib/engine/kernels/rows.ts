import type { WindowGeometry } from '../geometry/index.ts';
import type { RealData } from '../tensor.ts';

/**
 * Writes a row of a padded plane into a room of doubles, whatever the precision of the tensor: loops that only ever
 * see one kind of array are several times as fast as those that see two. A place in the room is zero at first and
 * gets rows of one plane size only, so that cells that are zero in every row need not be written.
 */
export type RowReader = (image: number, plane: number, row: number, room: Float64Array, at: number) => void;

/** Rows from this length on are copied sooner as a whole than cell by cell. */
const COPIED_AT_ONCE = 32;

/**
 * How a padded row lies in its place: as sequences of columns that are `step` apart, one sequence after the other.
 * Neighbouring windows of that stride then see neighbouring cells.
 */
export interface RowLayout {
  readonly step: number;
  /** There may be fewer sequences than columns in a step: those that no tap sees are left out. */
  readonly sequences: number;
  /** Cells of a sequence. */
  readonly length: number;
}

/** A row as it is. */
export const wholeRow = (length: number): RowLayout => ({ step: 1, sequences: 1, length });

/** The layout for windows that slide over the rows. */
export function rowLayout({ padded, stride, span }: WindowGeometry): RowLayout {
  return {
    step: stride.width,
    sequences: Math.min(stride.width, span.width),
    length: Math.ceil(padded.width / stride.width)
  };
}

/** The rows of images with zeros around them. */
export function paddedRows(
  data: RealData,
  planes: number,
  { input, padding }: WindowGeometry,
  { step, sequences, length }: RowLayout
): RowReader {
  const { height, width } = input;
  return (image, plane, row, room, at) => {
    const inputRow = row - padding.top;
    if (inputRow < 0 || inputRow >= height) {
      room.fill(0, at, at + sequences * length);
      return;
    }
    const from = ((image * planes + plane) * height + inputRow) * width;
    if (step === 1 && width >= COPIED_AT_ONCE) {
      room.set(data.subarray(from, from + width), at + padding.left);
      return;
    }
    for (let sequence = 0; sequence < sequences; sequence++) {
      // Where the sequence has its first column that is no padding.
      const skipped = Math.max(0, Math.ceil((padding.left - sequence) / step));
      let to = at + sequence * length + skipped;
      for (let column = sequence + skipped * step - padding.left; column < width; column += step) {
        room[to++] = data[from + column] as number;
      }
    }
  };
}
