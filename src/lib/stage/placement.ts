import type { Box } from './layout';

/** A grid's place on a wide stage and on a narrow one; the style sheet chooses between them. */
export interface Placement {
  readonly wide: Box;
  readonly narrow: Box;
}

/** The place as custom properties, in cells. */
export function placement({ wide, narrow }: Placement): string {
  return `--wide-x:${wide.x};--wide-y:${wide.y};--narrow-x:${narrow.x};--narrow-y:${narrow.y}`;
}
