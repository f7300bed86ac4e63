import type { BiasRun } from './run';
import type { BiasSettings } from './settings';
import { type GridSize, gridSize, layoutOf, type Plan, type Plans, type StageLayout } from '$lib/stage';

/** The names of one filter's grids on the stage; kernels have one name where all filters share one. */
export interface FilterGrids {
  readonly kernel: string;
  readonly bias: string;
  readonly map: string;
  /** None where there is no activation. */
  readonly activated: string | null;
}

/** The names of the grids of each filter. */
export function filterGrids({ kernels, biases, activation }: BiasSettings): FilterGrids[] {
  return biases.map((_, filter) => ({
    kernel: kernels.length === 1 ? 'kernel' : `kernel ${filter}`,
    bias: `bias ${filter}`,
    map: `map ${filter}`,
    activated: activation === 'relu' ? `activated ${filter}` : null
  }));
}

const endOf = ({ bias, map, activated }: FilterGrids): string[] => [
  bias,
  map,
  ...(activated === null ? [] : [activated])
];

/** A kernel for each filter: a row for each. */
function plansOfRows(filters: readonly FilterGrids[]): Plans {
  const rows = filters.map((grids) => ({ across: [grids.kernel, ...endOf(grids)] }));
  return {
    wide: [{ across: ['input', { down: rows }] }],
    narrow: [{ down: ['input', ...rows] }, { across: ['input', { down: rows }] }]
  };
}

/** One filter. */
function plansOfOne(grids: FilterGrids): Plans {
  const end = { across: endOf(grids) };
  return {
    wide: [
      { across: ['input', grids.kernel, ...end.across] },
      { across: ['input', { down: [grids.kernel, end] }] }
    ],
    narrow: [{ down: [{ across: ['input', grids.kernel] }, end] }, { down: ['input', grids.kernel, end] }]
  };
}

/** One kernel for several filters: input and kernel once, and then a row or a column for each bias. */
function plansOfShared(filters: readonly FilterGrids[]): Plans {
  const across = (pick: (grids: FilterGrids) => string | null): Plan[] => {
    const names = filters.map(pick).filter((name) => name !== null);
    return names.length > 0 ? [{ across: names }] : [];
  };
  const maps = [...across(({ map }) => map), ...across(({ activated }) => activated)];
  const biases = filters.map(({ bias }) => bias);
  return {
    wide: [
      {
        across: [{ down: ['input', 'kernel'] }, ...filters.map((grids) => ({ down: endOf(grids) }))]
      },
      { across: ['input', 'kernel', { down: filters.map((grids) => ({ across: endOf(grids) })) }] }
    ],
    narrow: [
      { down: [{ across: ['input', 'kernel', { down: biases }] }, ...maps] },
      { down: [{ across: ['input', 'kernel'] }, { across: biases }, ...maps] }
    ]
  };
}

/** In front of a class the height counts: there a bias of a shared kernel may stand beside what it makes. */
function planOfBesides(filters: readonly FilterGrids[]): Plan {
  const columns = filters.map((grids): Plan => {
    const [bias, ...made] = endOf(grids);
    return { across: [...(bias === undefined ? [] : [bias]), { down: made }] };
  });
  return { across: [{ down: ['input', 'kernel'] }, ...columns] };
}

/** Input, kernels, biases and maps. */
export function biasLayout(settings: BiasSettings, { trace }: BiasRun): StageLayout {
  const { input, kernel, output } = trace.geometry;
  const filters = filterGrids(settings);
  const sizes: Record<string, GridSize> = { input: gridSize(input) };
  for (const { kernel: name, bias, map, activated } of filters) {
    sizes[name] = gridSize(kernel);
    sizes[bias] = { rows: 1, columns: 1 };
    sizes[map] = gridSize(output);
    if (activated !== null) sizes[activated] = gridSize(output);
  }
  const [first, ...others] = filters as [FilterGrids, ...FilterGrids[]];
  if (others.length === 0) return layoutOf(plansOfOne(first), sizes);
  if (settings.kernels.length > 1) return layoutOf(plansOfRows(filters), sizes);
  const plans = plansOfShared(filters);
  const projected = { plans: [...plans.wide, ...plans.narrow, planOfBesides(filters)] };
  return layoutOf(plans, sizes, {}, { full: projected, old: projected });
}
