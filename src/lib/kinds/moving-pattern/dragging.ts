import type { Position } from '$lib/engine';
import type { Attachment } from 'svelte/attachments';

/** What is dragged over the cells of a grid. */
export interface Dragged {
  /** Takes hold of it at a cell; false when there is nothing to hold. */
  readonly hold: (at: Position) => boolean;
  /** It is carried so many cells away from where it was held. */
  readonly carry: (by: Position) => void;
}

function cellUnder(grid: HTMLElement, { clientX, clientY }: PointerEvent): Position | null {
  const under = document.elementsFromPoint(clientX, clientY);
  const cell = under.find((element) => element.role === 'gridcell' && grid.contains(element));
  return cell instanceof HTMLElement
    ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    : null;
}

/**
 * Lets a grid's cells be dragged by mouse, pen or finger. A press that stays on its cell is still a click, and a finger
 * that holds nothing still scrolls the page.
 */
export function dragging({ hold, carry }: Dragged): Attachment<HTMLElement> {
  return (grid) => {
    let from: Position | null = null;
    let carried: Position = { row: 0, column: 0 };

    function onpointerdown(event: PointerEvent) {
      const at = event.isPrimary && event.button === 0 ? cellUnder(grid, event) : null;
      from = at && hold(at) ? at : null;
      carried = { row: 0, column: 0 };
    }

    function onpointermove(event: PointerEvent) {
      const at = from && cellUnder(grid, event);
      if (!from || !at) return;
      const by = { row: at.row - from.row, column: at.column - from.column };
      if (by.row === carried.row && by.column === carried.column) return;
      // From now on the pointer belongs to the grid: its click is no click on a cell.
      grid.setPointerCapture(event.pointerId);
      carried = by;
      carry(by);
    }

    function release() {
      from = null;
    }

    function ontouchmove(event: TouchEvent) {
      if (from && event.cancelable) event.preventDefault();
    }

    grid.addEventListener('pointerdown', onpointerdown);
    grid.addEventListener('pointermove', onpointermove);
    grid.addEventListener('pointerup', release);
    grid.addEventListener('pointercancel', release);
    grid.addEventListener('touchmove', ontouchmove, { passive: false });
    return () => {
      grid.removeEventListener('pointerdown', onpointerdown);
      grid.removeEventListener('pointermove', onpointermove);
      grid.removeEventListener('pointerup', release);
      grid.removeEventListener('pointercancel', release);
      grid.removeEventListener('touchmove', ontouchmove);
    };
  };
}
