import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, type Plans, type StageLayout } from '$lib/stage';
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

/** The padded input, the counts with their legend, and what stands beside them. */
export function visitsLayout(
  { input, padded, output }: WindowGeometry,
  beside: VisitSettings['beside']
): StageLayout {
  const pixels = gridSize(input);
  return layoutOf(plansWith(beside), {
    input: gridSize(padded),
    visits: { ...pixels, rows: pixels.rows + LEGEND_ROWS },
    before: { ...pixels, rows: pixels.rows + LEGEND_ROWS },
    output: gridSize(output)
  });
}
