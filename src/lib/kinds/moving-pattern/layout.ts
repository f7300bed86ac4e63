import { sizeOf } from '$lib/engine';
import type { MovingPatternRun, MovingPatternSettings } from './model';
import {
  arrange,
  bestArrangement,
  NARROW_AREA,
  projectedArrangements,
  type Plan,
  type Spacing,
  type StageLayout
} from '$lib/stage';

const WIDE_SPACING: Spacing = { across: 1.2, down: 0.35, label: 0.75 };
const NARROW_SPACING: Spacing = { across: 0.6, down: 0.1, label: 0.85 };
/** Where the signs stand. */
export const SIGN_GAP = { wide: WIDE_SPACING.across, narrow: NARROW_SPACING.across };

/** The weights above, what they answer below. */
const WIDE: Plan = {
  across: ['input', { down: ['kernel', 'output'] }, { down: ['dense', 'answer'] }]
};
const NARROW: readonly Plan[] = [
  {
    down: [{ across: ['input', { down: ['kernel'] }] }, { across: ['dense', { down: ['output', 'answer'] }] }]
  },
  { across: [{ down: ['input', 'dense'] }, { down: ['kernel', 'output', 'answer'] }] }
];

/** Image, filter and map, the dense unit's weights and its answer. */
export function movingPatternLayout(
  { pattern, mapSize }: MovingPatternRun,
  { side }: MovingPatternSettings
): StageLayout {
  const { height, width } = sizeOf(pattern);
  const sizes = {
    input: { rows: side, columns: side },
    kernel: { rows: height, columns: width },
    output: { rows: mapSize.height, columns: mapSize.width },
    dense: { rows: side, columns: side },
    answer: { rows: 1, columns: 1 }
  };
  return {
    wide: arrange(WIDE, sizes, WIDE_SPACING),
    projected: projectedArrangements({}, [WIDE], sizes),
    narrow: bestArrangement(NARROW, sizes, NARROW_SPACING, NARROW_AREA)
  };
}
