import type { Attachment } from 'svelte/attachments';
import type { Position } from '$lib/engine';

/** Pixels between two cells of a grid. */
const GAP = 2;

/** So many cells, as a part of a cell's own size and the gap: a length with a variable takes longer in every frame. */
const cells = (count: number) => `calc(${count * 100}% + ${count * GAP}px)`;

/**
 * Draws the carried cells of the grids inside a part of a cell away from where they stand: theirs alone, for a custom
 * property above them would have every cell of the grids styled anew in each frame.
 *
 * @param away how far, in cells
 */
export function carrying(away: () => Position): Attachment<HTMLElement> {
  return (grids) => {
    let before: readonly HTMLElement[] = [];
    $effect(() => {
      const { row, column } = away();
      const carried = [...grids.querySelectorAll<HTMLElement>('.carried')];
      for (const cell of before) if (!carried.includes(cell)) cell.style.translate = '';
      for (const cell of carried) {
        cell.style.translate = `${cells(column)} ${cells(row)}`;
      }
      before = carried;
    });
  };
}
