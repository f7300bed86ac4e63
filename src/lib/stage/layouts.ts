import {
  bestArrangement,
  canvasAreas,
  NARROW_AREA,
  WIDE_AREA,
  type Arrangement,
  type CanvasLines,
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
export const PROJECTED_SPACING: Spacing = { across: 0.9, down: 0.2, label: 0.72, name: 2 };
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

/** What one projected canvas does in a way of its own. */
export interface CanvasOptions {
  /** Arrangements instead of the page's. */
  readonly plans?: readonly Plan[];
  /** The sizes of grids that have others there. */
  readonly sizes?: Readonly<Record<string, GridSize>>;
  readonly spacing?: Spacing;
}

/** What is done in a way of its own in front of a class. */
export interface ProjectedOptions {
  readonly full?: CanvasOptions;
  readonly old?: CanvasOptions;
  /** How many lines the sum has that takes height from the picture. */
  readonly lines?: CanvasLines;
}

/** The best arrangements for projected canvases, 16:9 and 4:3. */
export function projectedArrangements(
  { full, old, lines }: ProjectedOptions,
  plans: readonly Plan[],
  sizes: Readonly<Record<string, GridSize>>
): { readonly full: Arrangement; readonly old: Arrangement } {
  const areas = canvasAreas(lines);
  const best = (own: CanvasOptions = {}, area: (typeof areas)['full']) =>
    bestArrangement(
      own.plans ?? plans,
      { ...sizes, ...own.sizes },
      own.spacing ?? PROJECTED_SPACING,
      area,
      LARGER_PROJECTED
    );
  return { full: best(full, areas.full), old: best(old, areas.old) };
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
  narrow: NarrowOptions = {},
  projected: ProjectedOptions = {}
): StageLayout {
  return {
    projected: projectedArrangements(projected, [...plans.wide, ...plans.narrow], sizes),
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
