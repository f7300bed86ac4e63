import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, type GridSize, type Plans, type StageLayout } from '$lib/stage';
import type { VisitSettings } from './settings';

/** The legend stands under the counts. */
const LEGEND_ROWS = 0.75;

const plansWith = (beside: VisitSettings['beside']): Plans => ({
  wide: [{ across: ['input', 'visits', beside] }, { across: ['input', { down: ['visits', beside] }] }],
  narrow: [
    { across: ['input', { down: ['visits', beside] }] },
    { down: ['input', { across: ['visits', beside] }] }
  ]
});

/**
 * The padded input, the counts with their legend, and what stands beside them. Side by side all have the legend's row,
 * so that they stand at one height.
 */
export function visitsLayout(
  { input, padded, output }: WindowGeometry,
  beside: VisitSettings['beside']
): StageLayout {
  const legend = (size: GridSize): GridSize => ({ ...size, rows: size.rows + LEGEND_ROWS });
  const sizes = {
    input: gridSize(padded),
    visits: legend(gridSize(input)),
    before: gridSize(input),
    output: gridSize(output)
  };
  const { input: image, before, output: map } = sizes;
  const inLine = { ...sizes, input: legend(image), before: legend(before), output: legend(map) };
  const plans = plansWith(beside);
  return { ...layoutOf(plans, inLine), narrow: layoutOf(plans, sizes).narrow };
}
