import {
  gridSize,
  layoutOf,
  SIGN_GAP,
  type GridSize,
  type Placement,
  type Plan,
  type StageLayout
} from '$lib/stage';
import type { BankRun } from './run';

/** More planes than these are too small when all lie side by side: the filter that is seen has the place for itself. */
const MOST_PLANES = { wide: 16, narrow: 3 } as const;

/** What the names of maps and biases need in cells, and what letters do that stand for one. */
const NAMES = { map: 3.5, bias: 2, letters: 1 } as const;
/** On a phone four channels and a bias stand side by side. */
const NARROW_SPACING = { across: 0.4, down: 0.15, label: 0.75 } as const;
/** Where signs stand. */
export const BANK_GAP = { wide: SIGN_GAP.wide, narrow: NARROW_SPACING.across };

/** Where the grids of a bank stand, and whether its filters share one place. */
export interface BankLayout {
  readonly layout: StageLayout;
  readonly shares: { readonly wide: boolean; readonly narrow: boolean };
  input(channel: number): Placement;
  kernel(filter: number, channel: number): Placement;
  bias(filter: number): Placement;
  map(filter: number): Placement;
}

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
  const shared = { across: [...kernelsOf(0), 'bias 0'] };
  const folded = foldings(inputs).flatMap((input) => foldings(maps).map((map) => [input, map] as const));
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
        ? folded.map(([input, map]) => ({ across: [input, shared, map] }))
        : foldings(inputs)
            .reverse()
            .map((input) => ({ across: [input, { down: rows }] })),
      narrow: shares.narrow
        ? folded.flatMap(([input, map]) => [
            { down: [input, shared, map] },
            { across: [input, { down: [shared, map] }] }
          ])
        : foldings(inputs).map((input) => ({ down: [input, ...rows] }))
    },
    sizes,
    { spacing: NARROW_SPACING, sizes: narrowSizes }
  );
  const layout = { wide, narrow };
  const none = { x: 0, y: 0, rows: 0, columns: 0 };
  const at = (wide: string, narrow: string): Placement => ({
    wide: layout.wide.boxes[wide] ?? none,
    narrow: layout.narrow.boxes[narrow] ?? none
  });
  /** The filter in whose place a filter stands. */
  const holder = (filter: number, isShared: boolean) => (isShared ? 0 : filter);
  const inPlace = (nameOf: (filter: number) => string, filter: number) =>
    at(nameOf(holder(filter, shares.wide)), nameOf(holder(filter, shares.narrow)));
  return {
    layout,
    shares,
    input: (channel) => at(`input ${channel}`, `input ${channel}`),
    kernel: (filter, channel) => inPlace((holding) => `kernel ${holding} ${channel}`, filter),
    bias: (filter) => inPlace((holding) => `bias ${holding}`, filter),
    map: (filter) => at(`map ${filter}`, `map ${filter}`)
  };
}
