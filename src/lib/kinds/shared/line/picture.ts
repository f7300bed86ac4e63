import { CellMaker, classes, type GridCell } from '$lib/stage';
import { startOf, type LineWalk } from './walk';

/** A part of the rule that is pointed out on the line: the way from the first place, its steps, the first place. */
export type LineFocus = 'room' | 'steps' | 'places';

/** What is drawn of a line at a moment. */
export interface LinePicture {
  /** Where the window begins, in cells of the padded line; null while there is none. */
  readonly window: number | null;
  /** Whether the window is only announced. */
  readonly ghost: boolean;
  /** Places that have been counted. */
  readonly places: number;
  /** Cells behind the end of the line that the window would need. */
  readonly missing: number;
  /** Whether the cells that no window covers are pointed out. */
  readonly dropped: boolean;
  readonly focus: LineFocus | null;
}

/** Whether a tap of a window that begins at `start` lies on a cell. */
function isMet({ span, dilation }: LineWalk, start: number, cell: number): boolean {
  return cell >= start && cell < start + span && (cell - start) % dilation === 0;
}

/** The cells of a padded line: the zeros of the padding, and the cells of the input by their number. */
export function lineCells(
  maker: CellMaker,
  walk: LineWalk,
  picture: LinePicture,
  lit: number | null
): GridCell[][] {
  const { before, input, padded, span, leftover } = walk;
  const start = picture.window === null || picture.ghost ? null : Math.round(picture.window);
  return maker.make(1, padded, ({ column }) => {
    const isPadding = column < before || column >= before + input;
    const isDropped = picture.dropped && column >= padded - leftover;
    return {
      text: isPadding ? '0' : `${column - before + 1}`,
      tone: classes(
        isPadding && 'padding',
        start !== null && isMet(walk, start, column) && 'met',
        picture.focus === 'room' && column >= span && 'counted',
        isDropped && 'dropped',
        column === lit && 'lit'
      )
    };
  });
}

/** A piece of the tally under a line: what one place adds to the length that the windows cover. */
export interface TallyBlock {
  readonly start: number;
  readonly length: number;
  readonly count: number;
}

/** The first window as one piece, and one as long as the stride for each step from there. */
export function tallyOf(walk: LineWalk, places: number): TallyBlock[] {
  return Array.from({ length: places }, (_, place) => {
    const start = place === 0 ? 0 : startOf(walk, place - 1) + walk.span;
    return { start, length: place === 0 ? walk.span : walk.stride, count: place + 1 };
  });
}
