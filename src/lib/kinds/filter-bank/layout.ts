import {
  canvasAreas,
  cellIn,
  gridSize,
  layoutOf,
  placedBy,
  placeOf,
  projectedArrangements,
  SIGN_GAP,
  wideArrangement,
  type Arrangement,
  type ArrangementName,
  type CanvasLines,
  type GridSize,
  type Placement,
  type Plan,
  type StageLayout
} from '$lib/stage';
import type { BankRun } from './run';

/** More planes than these are too small when all lie side by side: the filter that is seen has the place for itself. */
const MOST_PLANES = { wide: 16, narrow: 3 } as const;

/** What the names of maps and biases need in cells, and what letters do that stand for one. */
const NAMES = { map: 3.5, bias: 2, letters: 1, projected: 3 } as const;
/** On a phone four channels and a bias stand side by side. */
const NARROW_SPACING = { across: 0.4, down: 0.15, label: 0.75 } as const;
/** Where signs stand. */
export const BANK_GAP = { wide: SIGN_GAP.wide, narrow: NARROW_SPACING.across };

/** So many rows of cells that can be read fit on a low screen. */
const MOST_LOW_ROWS = 9.4;
const LOW_AREA = { width: 900, height: 240 };
/** Filters of more rows are a table there: a letter before each one, and names only above the first. */
const TABLE = { label: 0.65, letter: 1 } as const;

/** In front of a class no cell may be smaller, in pixels of the canvas: then only the seen filter is there. */
const LEAST_PROJECTED = 34;

/** The width of a sum's row of so many products, and of the line that rows stand in, in pixels of a canvas. */
const rowWidth = (products: number) => 78 * products + 30;
const LINE_WIDTH = { full: 740, old: 530 };
const ROW_GAP = 32;

/** The rows of a sum, as many of them in a line as it holds, and the line of what they add up to. */
function sumLines(channels: number, products: number): CanvasLines {
  const on = (canvas: keyof CanvasLines) => {
    const inLine = Math.floor((LINE_WIDTH[canvas] + ROW_GAP) / (rowWidth(products) + ROW_GAP));
    return Math.ceil(channels / Math.max(1, inLine)) + 1;
  };
  return { full: on('full'), old: on('old') };
}

/** Where the grids of a bank stand, and whether its filters share one place. */
export interface BankLayout {
  readonly layout: StageLayout;
  readonly shares: Readonly<Record<ArrangementName, boolean>>;
  /** How many lines the sum of a cell has on a projected canvas. */
  readonly lines: CanvasLines;
  input(channel: number): Placement;
  kernel(filter: number, channel: number): Placement;
  bias(filter: number): Placement;
  map(filter: number): Placement;
  /** Where the letter before a filter's row stands; null where no arrangement is a table. */
  letter(filter: number): Placement | null;
}

const NOWHERE = { x: 0, y: 0, rows: 0, columns: 0 };

const indices = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Names in so many rows. */
function inRows(names: readonly string[], rows: number): Plan {
  const across = Math.ceil(names.length / rows);
  const starts = indices(Math.ceil(names.length / across)).map((row) => row * across);
  return { down: starts.map((start) => ({ across: names.slice(start, start + across) })) };
}

/** The same grids in one, two, three rows and so on. */
const foldings = (names: readonly string[]): Plan[] =>
  indices(Math.min(names.length, 4)).map((row) => inRows(names, row + 1));

const letterOf = (filter: number) => `letter ${filter}`;

/** The inputs, and beside them a table of the filters: a row for each. */
function table(
  inputs: readonly string[],
  filters: readonly { readonly across: readonly string[] }[],
  sizes: Readonly<Record<string, GridSize>>
): Arrangement {
  const own: Record<string, GridSize> = { ...sizes };
  for (const [filter, { across }] of filters.entries()) {
    const label = filter === 0 ? TABLE.label : 0;
    own[letterOf(filter)] = { rows: 1, columns: 0, name: TABLE.letter, label };
    for (const name of across) own[name] = { rows: 1, columns: 1, ...sizes[name], label };
  }
  const rows = filters.map(({ across }, filter): Plan => ({ across: [letterOf(filter), ...across] }));
  return wideArrangement([{ across: [inRows(inputs, 2), { down: rows }] }], own, LOW_AREA);
}

/** Input planes, filters with their biases, and maps. */
export function bankLayout({ settings, trace }: BankRun): BankLayout {
  const { geometry } = trace;
  const [channels, filters] = [settings.input.length, settings.filters.length];
  const shares = {
    wide: channels * filters > MOST_PLANES.wide,
    narrow: channels * filters > MOST_PLANES.narrow
  };
  const inputs = indices(channels).map((channel) => `input ${channel}`);
  const kernelsOf = (filter: number) => indices(channels).map((channel) => `kernel ${filter} ${channel}`);
  const maps = indices(filters).map((filter) => `map ${filter}`);
  const rows = indices(filters).map((filter) => ({
    across: [...kernelsOf(filter), `bias ${filter}`, `map ${filter}`]
  }));
  const seen = { across: [...kernelsOf(0), 'bias 0'] };
  const folded = foldings(inputs).flatMap((input) => foldings(maps).map((map) => [input, map] as const));
  const seenPlans = folded.map(([input, map]): Plan => ({ across: [input, seen, map] }));
  const sizes: Record<string, GridSize> = {};
  for (const name of inputs) sizes[name] = gridSize(geometry.input);
  for (const filter of indices(filters)) {
    for (const name of kernelsOf(filter)) sizes[name] = gridSize(geometry.kernel);
    sizes[`bias ${filter}`] = { rows: 1, columns: 1, name: NAMES.bias };
    sizes[`map ${filter}`] = { ...gridSize(geometry.output), name: NAMES.map };
  }
  /** On a phone only the first one of several has its whole name over it. */
  const narrowSizes = { ...sizes };
  for (const filter of indices(filters)) {
    for (const name of kernelsOf(filter).slice(1)) {
      narrowSizes[name] = { ...gridSize(geometry.kernel), name: NAMES.letters };
    }
  }
  for (const name of maps.slice(1)) narrowSizes[name] = { ...gridSize(geometry.output), name: NAMES.letters };
  // A filter's place depends on the arrangement, so there are only those two.
  const { wide, narrow } = layoutOf(
    {
      wide: shares.wide
        ? seenPlans
        : foldings(inputs)
            .reverse()
            .map((input) => ({ across: [input, { down: rows }] })),
      narrow: shares.narrow
        ? folded.flatMap(([input, map]) => [
            { down: [input, seen, map] },
            { across: [input, { down: [seen, map] }] }
          ])
        : foldings(inputs).map((input) => ({ down: [input, ...rows] }))
    },
    sizes,
    { spacing: NARROW_SPACING, sizes: narrowSizes }
  );
  /** On an old canvas only the first map has its whole name over it: letters stand for the others. */
  const oldSizes = { ...sizes };
  for (const [map, name] of maps.entries()) {
    oldSizes[name] = { ...gridSize(geometry.output), ...(map === 0 && { name: NAMES.projected }) };
  }
  const fullSizes = { ...sizes };
  for (const name of maps) fullSizes[name] = { ...gridSize(geometry.output), name: NAMES.projected };
  const lines = sumLines(channels / settings.groups, geometry.kernel.height * geometry.kernel.width);
  const onCanvas = (plans: readonly Plan[]) =>
    projectedArrangements({ lines, full: { sizes: fullSizes } }, plans, oldSizes);
  const all = onCanvas(foldings(inputs).map((input) => ({ across: [input, { down: rows }] })));
  const one = onCanvas(
    folded.flatMap(([input, map]) =>
      foldings(kernelsOf(0)).map((kernel) => ({ across: [input, { down: [kernel, 'bias 0'] }, map] }))
    )
  );
  const areas = canvasAreas(lines);
  const tooSmall = (canvas: 'full' | 'old') => cellIn(all[canvas], areas[canvas]) < LEAST_PROJECTED;
  const isTall = !shares.wide && wide.height > MOST_LOW_ROWS;
  const asTable = table(inputs, rows, sizes);
  const isTable = isTall && asTable.height <= MOST_LOW_ROWS;
  const low = isTall && (isTable ? asTable : wideArrangement(seenPlans, sizes, LOW_AREA));
  const shared = {
    ...shares,
    low: shares.wide || (isTall && !isTable),
    full: tooSmall('full'),
    old: tooSmall('old')
  };
  const layout = {
    wide,
    narrow,
    ...(low && { low }),
    projected: { full: (shared.full ? one : all).full, old: (shared.old ? one : all).old }
  };
  const at = (name: string): Placement => placeOf(layout, name);
  /** Where a filter stands: where filters share one place, in that of the first. */
  const inPlace = (nameOf: (filter: number) => string, filter: number) =>
    placedBy([at(nameOf(filter)), at(nameOf(0))], ([own = NOWHERE, first = NOWHERE], name) =>
      shared[name] ? first : own
    );
  return {
    layout,
    shares: shared,
    lines,
    input: (channel) => at(`input ${channel}`),
    kernel: (filter, channel) => inPlace((holding) => `kernel ${holding} ${channel}`, filter),
    bias: (filter) => inPlace((holding) => `bias ${holding}`, filter),
    map: (filter) => at(`map ${filter}`),
    letter: (filter) => (isTable ? at(letterOf(filter)) : null)
  };
}
