import type { Arrangement, Box, GridSize } from './layout';
import { placedBy, type ArrangementName, type Placement, type StageLayout } from './placement';

/** How far each plane of a stack lies below and beside the one before, in cells. */
const SHIFT = 0.16;

/** Planes of one size that belong together. */
export interface StackedPlanes {
  readonly planes: number;
  readonly size: GridSize;
}

/** In which arrangements the planes lie on one another; in the others each has a place of its own. */
export interface Stacked {
  readonly wide: boolean;
  readonly narrow: boolean;
  readonly low: boolean;
  /** On projected canvases, of either shape. */
  readonly projected: boolean;
}

/** Whether planes lie on one another in an arrangement. */
export const isStacked = (stacked: Stacked, name: ArrangementName): boolean =>
  stacked[name === 'full' || name === 'old' ? 'projected' : name];

/** The room that planes need that lie on one another. */
export function stackSize({ planes, size }: StackedPlanes): GridSize {
  const more = SHIFT * (planes - 1);
  return { rows: size.rows + more, columns: size.columns + more };
}

/**
 * The arrangement with a box for each plane of its stacks: a plan names a stack, `input`, and its planes are then
 * `input 0`, `input 1` and so on, each a little below and beside the one before. They do not move when another one comes
 * to the front.
 */
export function withPlanes(
  arrangement: Arrangement,
  stacks: Readonly<Record<string, StackedPlanes>>
): Arrangement {
  const boxes: Record<string, Box> = { ...arrangement.boxes };
  for (const [name, { planes, size }] of Object.entries(stacks)) {
    const box = arrangement.boxes[name];
    if (!box) continue;
    for (let plane = 0; plane < planes; plane++) {
      boxes[`${name} ${plane}`] = { ...size, x: box.x + SHIFT * plane, y: box.y + SHIFT * plane };
    }
  }
  return { ...arrangement, boxes };
}

/** In which arrangements of a layout a stack is one. */
export function areStacked({ wide, narrow, low, projected }: StageLayout, name: string): Stacked {
  const has = ({ boxes }: Arrangement) => boxes[name] !== undefined;
  return {
    wide: has(wide),
    narrow: has(narrow),
    low: has(low ?? wide),
    projected: has(projected?.full ?? wide)
  };
}

function around(boxes: readonly Box[], margin: number): Box {
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, columns }) => x + columns)) + margin;
  const bottom = Math.max(...boxes.map(({ y, rows }) => y + rows)) + margin;
  return { x: left, y: top, columns: right - left, rows: bottom - top };
}

/** The place that encloses several, with a margin around them, in cells. */
export const framed = (places: readonly Placement[], margin: number): Placement =>
  placedBy(places, (boxes) => around(boxes, margin));
