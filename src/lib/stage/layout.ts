/**
 * Where the grids of a stage stand. All lengths are in cells, so one number, the size of a cell in pixels,
 * scales the whole picture; the arrangement with the largest cells wins.
 */

/** Rows and columns of one grid. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How wide its name is, in cells, where it is not as wide as most. */
  readonly name?: number;
  /** How much space is above it for its name, in cells, where it is not as much as for the others. */
  readonly label?: number;
  /** How large its cells are beside those of the stage, where they are others: colours need less room than digits. */
  readonly scale?: number;
}

/** A grid's place: its upper left cell, below its label. */
export interface Box extends Omit<GridSize, 'name' | 'label'> {
  readonly x: number;
  readonly y: number;
}

/** Grids side by side, or one above the other; a leaf is a grid's name. */
export type Plan =
  | string
  | { readonly across: readonly Plan[]; readonly tops?: 'in line' }
  | { readonly down: readonly Plan[] };

/** A plan carried out. */
export interface Arrangement {
  readonly width: number;
  readonly height: number;
  readonly boxes: Readonly<Record<string, Box>>;
}

/** Space between grids, and above each one for its label. */
export interface Spacing {
  readonly across: number;
  readonly down: number;
  readonly label: number;
  /** The least room for a grid's name. */
  readonly name?: number;
}

function shifted(arrangement: Arrangement, dx: number, dy: number): Record<string, Box> {
  return Object.fromEntries(
    Object.entries(arrangement.boxes).map(([name, box]) => [name, { ...box, x: box.x + dx, y: box.y + dy }])
  );
}

/** A grid's name needs this much room, however narrow the grid is. */
const NAME_WIDTH = 2.6;

/**
 * Carries out a plan: side by side is centred vertically, or begins in one line; one above the other is aligned to the
 * left.
 */
export function arrange(
  plan: Plan,
  sizes: Readonly<Record<string, GridSize>>,
  spacing: Spacing
): Arrangement {
  if (typeof plan === 'string') {
    const size: GridSize = sizes[plan] ?? { rows: 0, columns: 0 };
    const { rows, columns, name = spacing.name ?? NAME_WIDTH, label = spacing.label, scale = 1 } = size;
    return {
      width: Math.max(columns * scale, name),
      height: rows * scale + label,
      boxes: { [plan]: { x: 0, y: label, rows, columns, ...(scale !== 1 && { scale }) } }
    };
  }
  const across = 'across' in plan;
  const parts = (across ? plan.across : plan.down).map((part) => arrange(part, sizes, spacing));
  const gaps = (parts.length - 1) * (across ? spacing.across : spacing.down);
  const width = across
    ? parts.reduce((sum, part) => sum + part.width, gaps)
    : Math.max(...parts.map((part) => part.width));
  const height = across
    ? Math.max(...parts.map((part) => part.height))
    : parts.reduce((sum, part) => sum + part.height, gaps);
  let offset = 0;
  let boxes: Record<string, Box> = {};
  for (const part of parts) {
    const down = across && plan.tops !== 'in line' ? (height - part.height) / 2 : 0;
    boxes = { ...boxes, ...(across ? shifted(part, offset, down) : shifted(part, 0, offset)) };
    offset += across ? part.width + spacing.across : part.height + spacing.down;
  }
  return { width, height, boxes };
}

/** The area that a stage usually has, in pixels, with sum and sentence under it: on a laptop's screen, on a phone. */
export const WIDE_AREA = { width: 970, height: 320 };
export const NARROW_AREA = { width: 366, height: 300 };

/** Lines of the equation on a projected canvas, 16:9 and 4:3. */
export interface CanvasLines {
  readonly full: number;
  readonly old: number;
}

/** The height of a sum of so many lines on a canvas, in its own pixels; the same as in the style sheet. */
const sumHeight = (lines: number) => 28 * lines + 22;

/**
 * The area of the picture on a projected canvas of 960×540 and on one of 720×540 pixels of its own.
 *
 * @param lines how many lines the sum has that takes the rest of the height
 */
export const canvasAreas = (lines: CanvasLines = { full: 2, old: 2 }) => ({
  full: { width: 904, height: 432 - sumHeight(lines.full) },
  old: { width: 664, height: 432 - sumHeight(lines.old) }
});

/** How much larger its cells must be for a plan to be taken before one that stands earlier in the list. */
export const CLEARLY_LARGER = 1.22;

/** How large the cells of an arrangement are in an area, in pixels. */
export const cellIn = (
  { width, height }: Pick<Arrangement, 'width' | 'height'>,
  area: { readonly width: number; readonly height: number }
): number => Math.min(area.width / width, area.height / height);

/**
 * The first arrangement in the list, unless a later one gives clearly larger cells in the given area.
 *
 * @param larger how much larger that is
 */
export function bestArrangement(
  plans: readonly Plan[],
  sizes: Readonly<Record<string, GridSize>>,
  spacing: Spacing,
  area: { readonly width: number; readonly height: number },
  larger = CLEARLY_LARGER
): Arrangement {
  return plans
    .map((plan) => arrange(plan, sizes, spacing))
    .reduce((best, candidate) => (cellIn(candidate, area) > cellIn(best, area) * larger ? candidate : best));
}
