import type { Arrangement, Box } from './layout';

/**
 * Where the narrow arrangement is shown: a phone held upright, a tablet. On a phone on its side the wide one fits. It must be
 * the same as in the style sheets, for a media query cannot read a variable.
 */
export const NARROW_QUERY = '(max-width: 600px), ((max-width: 900px) and (orientation: portrait))';

/** Both arrangements of a stage. */
export interface StageLayout {
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
}

/** A grid's place on a wide stage and on a narrow one; the style sheet chooses between them. */
export interface Placement {
  readonly wide: Box;
  readonly narrow: Box;
}

/** The place as custom properties, in cells. */
export function placement({ wide, narrow }: Placement): string {
  return `--wide-x:${wide.x};--wide-y:${wide.y};--narrow-x:${narrow.x};--narrow-y:${narrow.y}`;
}

/** A grid's place in both arrangements. */
export function placeOf(layout: StageLayout, name: string): Placement {
  const none = { x: 0, y: 0, rows: 0, columns: 0 };
  return { wide: layout.wide.boxes[name] ?? none, narrow: layout.narrow.boxes[name] ?? none };
}
