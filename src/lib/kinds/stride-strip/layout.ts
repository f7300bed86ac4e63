import { gridSize, layoutOf, type GridSize, type Plan, type StageLayout } from '$lib/stage';
import type { StripRun, StripSettings } from './model';

export const mapName = (part: number) => `map-${part + 1}`;

/** Input, kernel, and the strip of maps. */
export function stripLayout({ drawn }: StripSettings, { parts }: StripRun): StageLayout {
  const [first, ...others] = parts.map((_, part) => mapName(part)) as [string, ...string[]];
  const [whole] = parts;
  const sizes = parts.map(({ geometry }, part): [string, GridSize] => [
    mapName(part),
    gridSize((drawn === 'places' && whole ? whole : { geometry }).geometry.output)
  ]);
  const strip: Plan = { across: [first, ...others] };
  return layoutOf(
    {
      wide: [
        { across: ['input', 'kernel', strip] },
        { across: ['input', { down: ['kernel', strip] }] },
        { across: ['input', 'kernel', { down: [first, { across: others }] }] }
      ],
      narrow: [
        { down: [{ across: ['input', 'kernel'] }, strip] },
        { across: [{ down: ['input', { across: others }] }, { down: ['kernel', first] }] },
        { across: ['input', { down: ['kernel', first, { across: others }] }] }
      ]
    },
    {
      ...Object.fromEntries(sizes),
      ...(whole && { input: gridSize(whole.geometry.input), kernel: gridSize(whole.geometry.kernel) })
    }
  );
}
