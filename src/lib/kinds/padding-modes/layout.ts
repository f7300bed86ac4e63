import { gridSize, layoutOf, type Plans, type StageLayout } from '$lib/stage';
import { MODES, type ModeRun } from './model';

/** Each padded input beside its output. */
const LINES = { down: MODES.map((mode) => ({ across: [mode, `output-${mode}`] })) };

const PADDING_MODES_PLANS: Plans = {
  wide: [{ across: ['kernel', LINES] }],
  narrow: [{ down: ['kernel', LINES] }, { across: ['kernel', LINES] }]
};

/** The kernel, and line by line the input padded in one way with what it gives. */
export function paddingModesLayout({ traces }: ModeRun): StageLayout {
  const { padded, kernel, output } = traces.zero.geometry;
  const sizes = MODES.flatMap((mode) => [
    [mode, gridSize(padded)],
    [`output-${mode}`, gridSize(output)]
  ]);
  return layoutOf(PADDING_MODES_PLANS, { kernel: gridSize(kernel), ...Object.fromEntries(sizes) });
}
