import { gridSize, layoutOf, type GridSize, type Plan, type StageLayout } from '$lib/stage';
import type { StripRun, StripSettings } from './model';

/** The name of a grid of the strip, counted from 0. */
export const mapName = (grid: number) => `map-${grid + 1}`;

/** In front of a class the letters of a name are larger beside its grid. */
const PROJECTED_NAME = 3;

/** Input, kernel, and the strip: a map for each stride, or the places of the one on show, which are those of stride 1. */
export function stripLayout({ drawn }: StripSettings, { parts }: StripRun): StageLayout {
  const [whole, ...smaller] = parts;
  const grids = drawn === 'maps' ? parts : parts.slice(0, 1);
  const first = mapName(0);
  const others = drawn === 'maps' ? smaller.map((_, grid) => mapName(grid + 1)) : [];
  const rest: readonly Plan[] = others.length > 0 ? [{ across: others }] : [];
  const maps = grids.map(({ geometry }, grid): [string, GridSize] => [
    mapName(grid),
    gridSize(geometry.output)
  ]);
  const named = {
    sizes: Object.fromEntries(maps.map(([name, size]) => [name, { ...size, name: PROJECTED_NAME }]))
  };
  return layoutOf(
    {
      wide: [
        { across: ['input', 'kernel', first, ...others] },
        { across: ['input', { down: ['kernel', { across: [first, ...others] }] }] },
        { across: ['input', 'kernel', { down: [first, ...rest] }] }
      ],
      narrow: [
        { across: [{ down: ['input', ...rest] }, { down: ['kernel', first] }] },
        { across: ['input', { down: ['kernel', first, ...rest] }] }
      ]
    },
    {
      ...Object.fromEntries(maps),
      ...(whole && { input: gridSize(whole.geometry.input), kernel: gridSize(whole.geometry.kernel) })
    },
    {},
    { full: named, old: named, lines: { full: 1, old: 1 } }
  );
}
