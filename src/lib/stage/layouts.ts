import {
  bestArrangement,
  FULL_CANVAS_AREA,
  NARROW_AREA,
  OLD_CANVAS_AREA,
  WIDE_AREA,
  type Arrangement,
  type GridSize,
  type Plan,
  type Spacing
} from './layout';
import type { StageLayout } from './placement';

const WIDE_SPACING: Spacing = { across: 1.3, down: 0.2, label: 0.7 };
const NARROW_SPACING: Spacing = { across: 0.6, down: 0.15, label: 0.75 };
/** Long names over small grids take two lines. */
export const NARROW_TWO_LINES: Spacing = { ...NARROW_SPACING, label: 1.35 };
/** Where signs stand: in the middle between two grids. */
export const SIGN_GAP = { wide: WIDE_SPACING.across, narrow: NARROW_SPACING.across };

/** In front of a class the cells need the room. */
export const PROJECTED_SPACING: Spacing = { across: 1, down: 0.2, label: 0.72 };
/** How much larger cells make a plan the better one there: the smallest digit counts. */
const LARGER_PROJECTED = 1.1;

/** Arrangements to choose from. */
export interface Plans {
  readonly wide: readonly Plan[];
  readonly narrow: readonly Plan[];
}

/** What a narrow screen does in a way of its own. */
export interface NarrowOptions {
  readonly spacing?: Spacing;
  /** The sizes of the grids, where they are others: a short name needs less room. */
  readonly sizes?: Readonly<Record<string, GridSize>>;
}

/** The best arrangement for a wide screen of the given area. */
export function wideArrangement(
  plans: readonly Plan[],
  sizes: Readonly<Record<string, GridSize>>,
  area = WIDE_AREA
): Arrangement {
  return bestArrangement(plans, sizes, WIDE_SPACING, area);
}

/** The best of the plans for grids of the given sizes. */
export function layoutOf(
  plans: Plans,
  sizes: Readonly<Record<string, GridSize>>,
  narrow: NarrowOptions = {}
): StageLayout {
  const all = [...plans.wide, ...plans.narrow];
  return {
    projected: {
      full: bestArrangement(all, sizes, PROJECTED_SPACING, FULL_CANVAS_AREA, LARGER_PROJECTED),
      old: bestArrangement(all, sizes, PROJECTED_SPACING, OLD_CANVAS_AREA, LARGER_PROJECTED)
    },
    wide: wideArrangement(plans.wide, sizes),
    narrow: bestArrangement(
      plans.narrow,
      narrow.sizes ?? sizes,
      narrow.spacing ?? NARROW_SPACING,
      NARROW_AREA
    )
  };
}

/** A matrix as a grid. */
export const gridSize = ({ height, width }: { height: number; width: number }): GridSize => ({
  rows: height,
  columns: width
});
