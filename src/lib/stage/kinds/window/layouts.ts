import type { WindowGeometry } from '$lib/engine';
import {
  bestArrangement,
  NARROW_AREA,
  WIDE_AREA,
  type GridSize,
  type Plan,
  type Spacing
} from '../../layout';
import type { StageLayout } from '../../placement';

const WIDE_SPACING: Spacing = { across: 1.3, down: 0.2, label: 0.7 };
const NARROW_SPACING: Spacing = { across: 0.6, down: 0.15, label: 0.75 };
/** Long names over small grids take two lines. */
const NARROW_TWO_LINES: Spacing = { ...NARROW_SPACING, label: 1.35 };
/** Where signs stand: in the middle between two grids. */
export const SIGN_GAP = { wide: WIDE_SPACING.across, narrow: NARROW_SPACING.across };

interface Plans {
  readonly wide: readonly Plan[];
  readonly narrow: readonly Plan[];
}

function layoutOf(
  plans: Plans,
  sizes: Readonly<Record<string, GridSize>>,
  narrowSpacing = NARROW_SPACING
): StageLayout {
  return {
    wide: bestArrangement(plans.wide, sizes, WIDE_SPACING, WIDE_AREA),
    narrow: bestArrangement(plans.narrow, sizes, narrowSpacing, NARROW_AREA)
  };
}

const size = ({ height, width }: { height: number; width: number }): GridSize => ({
  rows: height,
  columns: width
});

const SLIDING_WINDOW_PLANS: Plans = {
  wide: [
    { across: ['input', 'kernel', 'product', 'output'] },
    { across: ['input', { down: ['kernel', 'product'] }, 'output'] },
    { across: ['input', { down: [{ across: ['kernel', 'product'] }, 'output'] }] }
  ],
  narrow: [
    { across: [{ down: ['input', 'product'] }, { down: ['kernel', 'output'] }] },
    { down: [{ across: ['input', 'kernel'] }, { across: ['product', 'output'] }] },
    { across: ['input', { down: ['kernel', 'product', 'output'] }] },
    { down: ['input', { across: ['kernel', 'product', 'output'] }] },
    { down: ['input', { across: ['kernel', 'product'] }, 'output'] }
  ]
};

/** Input, kernel, products and output. */
export function slidingWindowLayout({ padded, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(SLIDING_WINDOW_PLANS, {
    input: size(padded),
    kernel: size(kernel),
    product: size(kernel),
    output: size(output)
  });
}

const TWO_CONVENTIONS_PLANS: Plans = {
  wide: [
    {
      across: ['input', { down: [{ across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }]
    },
    { across: ['input', 'kernel', 'output', 'turned', 'turnedOutput'] }
  ],
  narrow: [
    { down: [{ across: ['input', { down: ['kernel', 'turned'] }] }, { across: ['output', 'turnedOutput'] }] },
    { down: ['input', { across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }
  ]
};

/** Input, kernel and output, and below them the turned kernel and its output. */
export function twoConventionsLayout({ padded, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(
    TWO_CONVENTIONS_PLANS,
    {
      input: size(padded),
      kernel: size(kernel),
      turned: size(kernel),
      output: size(output),
      turnedOutput: size(output)
    },
    NARROW_TWO_LINES
  );
}
