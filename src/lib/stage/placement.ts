import type { Arrangement, Box } from './layout';

/**
 * Where the narrow arrangement is shown: a phone held upright, a tablet. On a phone on its side the wide one fits. It must be
 * the same as in the style sheets, for a media query cannot read a variable.
 */
export const NARROW_QUERY = '(max-width: 600px), ((max-width: 900px) and (orientation: portrait))';

/** Where a wide stage has not much height, an old laptop, an old projector: the same as in the style sheets, too. */
export const LOW_QUERY =
  '(min-width: 901px) and (max-height: 700px), (min-width: 601px) and (max-width: 1199px) and (orientation: landscape)';

/** The arrangements of a stage. A low one is only there where the wide one needs more height than a low screen has. */
export interface StageLayout {
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
  readonly low?: Arrangement;
}

/** A grid's place on a wide stage and on a narrow one, perhaps on a low one; the style sheet chooses between them. */
export interface Placement {
  readonly wide: Box;
  readonly narrow: Box;
  readonly low?: Box;
}

/** The place as custom properties, in cells. */
export function placement({ wide, narrow, low }: Placement): string {
  const usual = `--wide-x:${wide.x};--wide-y:${wide.y};--narrow-x:${narrow.x};--narrow-y:${narrow.y}`;
  return low ? `${usual};--low-x:${low.x};--low-y:${low.y}` : usual;
}

/** A grid's place in all arrangements. */
export function placeOf(layout: StageLayout, name: string): Placement {
  const none = { x: 0, y: 0, rows: 0, columns: 0 };
  const { wide, narrow, low } = layout;
  const usual = { wide: wide.boxes[name] ?? none, narrow: narrow.boxes[name] ?? none };
  return low ? { ...usual, low: low.boxes[name] ?? none } : usual;
}
