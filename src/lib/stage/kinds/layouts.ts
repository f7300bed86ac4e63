import {
  bestArrangement,
  NARROW_AREA,
  WIDE_AREA,
  type Arrangement,
  type GridSize,
  type Plan,
  type Spacing
} from '../layout';
import type { Placement } from '../placement';

/** Must be the same width as in the style sheets: a media query cannot read a variable. */
export const NARROW_QUERY = 'max-width: 900px';

const WIDE_SPACING: Spacing = { across: 1.3, down: 0.2, label: 0.7 };
const NARROW_SPACING: Spacing = { across: 0.6, down: 0.15, label: 0.75 };
/** Long names over small grids take two lines. */
export const NARROW_TWO_LINES: Spacing = { ...NARROW_SPACING, label: 1.35 };
/** Where signs stand: in the middle between two grids. */
export const SIGN_GAP = { wide: WIDE_SPACING.across, narrow: NARROW_SPACING.across };

/** Both arrangements of a stage. */
export interface StageLayout {
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
}

/** Arrangements to choose from. */
export interface Plans {
  readonly wide: readonly Plan[];
  readonly narrow: readonly Plan[];
}

/** The best of the plans for grids of the given sizes. */
export function layoutOf(
  plans: Plans,
  sizes: Readonly<Record<string, GridSize>>,
  narrowSpacing = NARROW_SPACING
): StageLayout {
  return {
    wide: bestArrangement(plans.wide, sizes, WIDE_SPACING, WIDE_AREA),
    narrow: bestArrangement(plans.narrow, sizes, narrowSpacing, NARROW_AREA)
  };
}

/** A matrix as a grid. */
export const gridSize = ({ height, width }: { height: number; width: number }): GridSize => ({
  rows: height,
  columns: width
});

/** A grid's place in both arrangements. */
export function placeOf(layout: StageLayout, name: string): Placement {
  const none = { x: 0, y: 0, rows: 0, columns: 0 };
  return { wide: layout.wide.boxes[name] ?? none, narrow: layout.narrow.boxes[name] ?? none };
}
