import { sizeOf } from '$lib/engine';
import type { MovingPatternRun, MovingPatternSettings } from './model';
import { gridSize, layoutOf, type Plans, type StageLayout } from '$lib/stage';

/**
 * The map begins in one line with the image: the row of its largest value is the row where the pattern begins. On a phone
 * it begins below the image, and the same is true of the columns.
 */
const PLANS: Plans = {
  wide: [
    { tops: 'in line', across: ['input', 'kernel', { down: ['output', 'answer'] }, 'dense'] },
    { tops: 'in line', across: ['input', { down: ['output', 'kernel'] }, { down: ['dense', 'answer'] }] }
  ],
  // The weights lie beside the pixels that they meet, the filter below them, beside its map.
  narrow: [
    { down: [{ across: ['input', 'dense'] }, { tops: 'in line', across: ['output', 'kernel', 'answer'] }] }
  ]
};

/** On a phone every line counts: two rows of grids stand in one screen. */
const NARROW = { spacing: { across: 0.6, down: 0.05, label: 0.68 } };

/** Image, filter and map, the dense unit's weights and its answer. */
export function movingPatternLayout(
  { pattern, mapSize }: MovingPatternRun,
  { side }: MovingPatternSettings
): StageLayout {
  const square = { rows: side, columns: side };
  return layoutOf(
    PLANS,
    {
      input: square,
      kernel: gridSize(sizeOf(pattern)),
      output: gridSize(mapSize),
      dense: square,
      answer: { rows: 1, columns: 1 }
    },
    NARROW
  );
}
