import type { Position } from '$lib/engine';
import type { Attachment } from 'svelte/attachments';

/** What is dragged over the cells of a grid. */
export interface Dragged {
  /** Takes hold of it at a cell; false when there is nothing to hold. */
  readonly hold: (at: Position) => boolean;
  /** It is carried so many cells away from where it was held, and parts of cells: it stays under the pointer. */
  readonly carry: (by: Position) => void;
  /** It is let go. */
  readonly drop: () => void;
}

/** A hand that clicks moves a little; so many pixels are still a click. */
const SLACK = 4;

function cellUnder(grid: HTMLElement, { clientX, clientY }: PointerEvent): Position | null {
  const under = document.elementsFromPoint(clientX, clientY);
  const cell = under.find((element) => element.role === 'gridcell' && grid.contains(element));
  return cell instanceof HTMLElement
    ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    : null;
}

/**
 * Lets a grid's cells be dragged by mouse, pen or finger. A press that stays where it is is still a click, and a finger
 * that holds nothing still scrolls the page.
 */
export function dragging({ hold, carry, drop }: Dragged): Attachment<HTMLElement> {
  return (grid) => {
    grid.classList.add('draggable');
    /** Where the pointer took hold, in pixels; null while it holds nothing. */
    let held: { readonly x: number; readonly y: number } | null = null;
    let isCarried = false;

    function onpointerdown(event: PointerEvent) {
      const at = event.isPrimary && event.button === 0 ? cellUnder(grid, event) : null;
      held = at && hold(at) ? { x: event.clientX, y: event.clientY } : null;
      isCarried = false;
    }

    function onpointermove(event: PointerEvent) {
      if (!held) return;
      const [right, down] = [event.clientX - held.x, event.clientY - held.y];
      if (!isCarried && Math.hypot(right, down) < SLACK) return;
      // From now on the pointer belongs to the grid: its click is no click on a cell.
      if (!isCarried) grid.setPointerCapture(event.pointerId);
      isCarried = true;
      // As it is on the screen: a projected stage is scaled.
      const cell = grid.getBoundingClientRect().width / Number(grid.ariaColCount);
      carry({ row: down / cell, column: right / cell });
    }

    function release() {
      if (isCarried) drop();
      held = null;
      isCarried = false;
    }

    /** A finger that holds something scrolls nothing, a mouse marks no text. */
    function prevent(event: Event) {
      if (held && event.cancelable) event.preventDefault();
    }

    grid.addEventListener('pointerdown', onpointerdown);
    grid.addEventListener('pointermove', onpointermove);
    grid.addEventListener('pointerup', release);
    grid.addEventListener('pointercancel', release);
    grid.addEventListener('touchmove', prevent, { passive: false });
    grid.addEventListener('selectstart', prevent);
    return () => {
      grid.removeEventListener('pointerdown', onpointerdown);
      grid.removeEventListener('pointermove', onpointermove);
      grid.removeEventListener('pointerup', release);
      grid.removeEventListener('pointercancel', release);
      grid.removeEventListener('touchmove', prevent);
      grid.removeEventListener('selectstart', prevent);
    };
  };
}
