import {
  areStacked,
  gridSize,
  layoutOf,
  projectedArrangements,
  stackSize,
  wideArrangement,
  withPlanes,
  type CanvasLines,
  type GridSize,
  type Plan,
  type Stacked,
  type StackedPlanes,
  type StageLayout
} from '$lib/stage';
import type { ChannelsRun, ChannelsSettings } from './settings';

/** A picture of more rows than this does not fit a usual screen: the planes are laid on one another instead. */
const MOST_ROWS = 15.5;
/** A name and a gap above each plane. */
const ABOVE = 0.9;
const LOW_AREA = { width: 900, height: 240 };
/** The bar of names is a little higher than the space that a name has above a grid. */
const TABS: GridSize = { rows: 0.45, columns: 2 };
/** Partial sums below each other, a letter before each, and the bias that they go into: so many columns. */
const ENDING = { columns: 4, sums: 0.6, bias: 3 };

/** A row for each channel, then the bias and the map. */
function planOfRows(channels: number, image: readonly string[]): Plan {
  const rows = Array.from({ length: channels }, (_, channel) => ({
    across: ['input', 'kernel', 'product', 'sum'].map((name) => `${name} ${channel}`)
  }));
  return { across: [...image, { down: rows }, 'bias', 'output'] };
}

/** The planes of each operand on one another, side by side. */
const planOfStacks = (image: readonly string[]): Plan => ({
  down: ['tabs', { across: [...image, 'input', 'kernel', 'product', 'ending', 'output'] }]
});

const END: Plan = { across: ['ending', 'output'] };

const narrowPlans = (image: readonly string[]): Plan[] => [
  {
    down: ['tabs', { across: ['input', 'kernel', 'product'] }, { across: ['ending', 'output', ...image] }]
  },
  { down: ['tabs', { across: ['input', { down: ['kernel', 'product'] }] }, { across: [END, ...image] }] },
  { down: ['tabs', { across: ['input', { down: ['kernel', ...image] }] }, { across: ['product', END] }] },
  { down: ['tabs', 'input', { across: ['kernel', 'product'] }, END] }
];

/** The image has no digits: in front of a class it gives its room to those that have. */
const SMALL_IMAGE = 0.5;
/** The names of planes, where something stands beside them. */
const TABS_BESIDE: GridSize = { ...TABS, columns: 4.6 };

const widePlans = (image: readonly string[]): Plan[] => [
  { down: [{ across: ['tabs', ...image] }, { across: ['input', 'kernel', 'product', 'ending', 'output'] }] }
];

/** Its three digits need larger cells than others: there is no row for the names alone. */
const oldPlans = (image: readonly string[]): Plan[] => [
  ...(image.length > 0
    ? []
    : [{ down: ['tabs', { across: ['input', 'kernel', 'product'] }, { across: ['ending', 'output'] }] }]),
  {
    down: [{ across: ['input', 'kernel', 'product', 'tabs'] }, { across: ['ending', 'output', ...image] }]
  }
];

/** Where everything of a scene stands, and whether its planes lie on one another. */
export interface ChannelsLayout {
  readonly layout: StageLayout;
  readonly stacked: Stacked;
  /** How many lines the sum has on a projected canvas. */
  readonly lines: CanvasLines;
}

/** Channels in rows where they fit, on one another where not: on phones and low screens, or where they are large. */
export function channelsLayout(
  { colours }: ChannelsSettings,
  { trace, channels }: ChannelsRun
): ChannelsLayout {
  const { input, kernel, output } = trace.geometry;
  const stacks: Record<string, StackedPlanes> = {
    input: { planes: channels, size: gridSize(input) },
    kernel: { planes: channels, size: gridSize(kernel) },
    product: { planes: channels, size: gridSize(kernel) }
  };
  const cell: GridSize = { rows: 1, columns: 1 };
  const sizes: Record<string, GridSize> = {
    image: gridSize(input),
    tabs: TABS,
    ending: { rows: channels, columns: ENDING.columns },
    bias: cell,
    output: gridSize(output)
  };
  for (const [name, stack] of Object.entries(stacks)) {
    sizes[name] = stackSize(stack);
    for (let plane = 0; plane < channels; plane++) sizes[`${name} ${plane}`] = stack.size;
  }
  for (let channel = 0; channel < channels; channel++) sizes[`sum ${channel}`] = cell;

  const image = colours === 'painted' ? ['image'] : [];
  const rowsFit = channels * (Math.max(input.height, kernel.height) + ABOVE) <= MOST_ROWS;
  const [rows, stacksPlan] = [planOfRows(channels, image), planOfStacks(image)];
  const { wide, narrow } = layoutOf(
    { wide: [rowsFit ? rows : stacksPlan], narrow: narrowPlans(image) },
    sizes
  );
  const complete = (arrangement: StageLayout['wide']) => {
    const { boxes, ...rest } = withPlanes(arrangement, stacks);
    const { ending, tabs } = boxes;
    // In rows each of them has a place of its own.
    if (!ending || !tabs) return { ...rest, boxes };
    const sums = Array.from({ length: channels }, (_, channel) => [
      `sum ${channel}`,
      { ...cell, x: ending.x + ENDING.sums, y: ending.y + channel }
    ]);
    const bias = { ...cell, x: ending.x + ENDING.bias, y: ending.y + (channels - 1) / 2 };
    // The bar has no name above it.
    const bar = { ...tabs, y: 0 };
    return { ...rest, boxes: { ...boxes, ...Object.fromEntries(sums), bias, tabs: bar } };
  };
  // What the channels come to is one line; the products of one of them may be two.
  const lines = trace.grain === 'cell' ? { full: 1, old: 1 } : { full: 2, old: 2 };
  const besides = { ...sizes, image: { ...gridSize(input), scale: SMALL_IMAGE }, tabs: TABS_BESIDE };
  const { full, old } = projectedArrangements(
    { full: { plans: widePlans(image) }, old: { plans: oldPlans(image) }, lines },
    [],
    besides
  );
  const layout = {
    wide: complete(wide),
    narrow: complete(narrow),
    projected: { full: complete(full), old: complete(old) },
    ...(rowsFit && channels > 1 && { low: complete(wideArrangement([stacksPlan], sizes, LOW_AREA)) })
  };
  return { layout, stacked: areStacked(layout, 'input'), lines };
}
