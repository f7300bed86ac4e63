import type { BiasRun } from './run';
import type { BiasSettings } from './settings';
import { type GridSize, gridSize, layoutOf, type Plans, type Spacing, type StageLayout } from '$lib/stage';

/** The names of one filter's grids on the stage. */
export interface FilterGrids {
  readonly kernel: string;
  readonly bias: string;
  readonly map: string;
  /** None where there is no activation. */
  readonly activated: string | null;
}

/** How much room the number line under the maps takes, in cells. */
export const LINE_SIZE: GridSize = { rows: 2.3, columns: 9 };

/** The names of the grids of each filter. */
export function filterGrids({ biases, activation }: BiasSettings): FilterGrids[] {
  return biases.map((_, filter) => ({
    kernel: `kernel ${filter}`,
    bias: `bias ${filter}`,
    map: `map ${filter}`,
    activated: activation === 'relu' ? `activated ${filter}` : null
  }));
}

/** Several filters: a row for each. */
function plansOfRows(filters: readonly FilterGrids[]): Plans {
  const rows = filters.map(({ kernel, bias, map }) => ({ across: [kernel, bias, map] }));
  return {
    wide: [{ across: ['input', { down: rows }] }],
    narrow: [{ down: ['input', ...rows] }, { across: ['input', { down: rows }] }]
  };
}

/** One filter. */
function plansOfOne({ kernel, bias, map }: FilterGrids): Plans {
  const end = { across: [bias, map] };
  return {
    wide: [{ across: ['input', kernel, bias, map] }, { across: ['input', { down: [kernel, end] }] }],
    narrow: [{ down: [{ across: ['input', kernel] }, end] }, { down: ['input', kernel, end] }]
  };
}

/** One filter with an activation: under its two maps the line on which the sums lie. */
function plansOfActivated({ kernel, bias, map }: FilterGrids, activated: string): Plans {
  const maps = { across: [map, activated] };
  return {
    wide: [
      { across: ['input', kernel, bias, { down: [maps, 'line'] }] },
      { across: [{ down: ['input', { across: [kernel, bias] }] }, { down: [maps, 'line'] }] }
    ],
    narrow: [
      { down: [{ tops: 'in line', across: ['input', { down: [kernel, bias] }, map, activated] }, 'line'] },
      { down: [{ across: ['input', kernel, bias] }, maps, 'line'] }
    ]
  };
}

/** Four grids side by side, also where a scrollbar takes its part of a phone's width. */
const FOUR_ABREAST: Spacing = { across: 0.5, down: 0.15, label: 0.75 };

/** On a phone all four stand side by side, and their names have no more room than they. */
function narrowSizes(sizes: Readonly<Record<string, GridSize>>): Record<string, GridSize> {
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [name, { ...size, name: Math.max(1.8, size.columns) }])
  );
}

/** Input, kernels, biases and maps. */
export function biasLayout(settings: BiasSettings, { trace }: BiasRun): StageLayout {
  const { input, kernel, output } = trace.geometry;
  const filters = filterGrids(settings);
  const sizes: Record<string, GridSize> = { input: gridSize(input), line: LINE_SIZE };
  for (const { kernel: name, bias, map, activated } of filters) {
    sizes[name] = gridSize(kernel);
    sizes[bias] = { rows: 1, columns: 1 };
    sizes[map] = gridSize(output);
    if (activated !== null) sizes[activated] = gridSize(output);
  }
  const [first, ...others] = filters as [FilterGrids, ...FilterGrids[]];
  if (others.length > 0) return layoutOf(plansOfRows(filters), sizes);
  const { activated } = first;
  return activated === null
    ? layoutOf(plansOfOne(first), sizes)
    : layoutOf(plansOfActivated(first, activated), sizes, {
        sizes: narrowSizes(sizes),
        spacing: FOUR_ABREAST
      });
}
