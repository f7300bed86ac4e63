import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, NARROW_TWO_LINES, type Plans, type StageLayout } from '$lib/stage';

const TWO_CONVENTIONS_PLANS: Plans = {
  wide: [
    {
      across: ['input', { down: [{ across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }]
    },
    { across: ['input', 'kernel', 'output', 'turned', 'turnedOutput'] }
  ],
  narrow: [
    { down: [{ across: ['input', { down: ['kernel', 'turned'] }] }, { across: ['output', 'turnedOutput'] }] },
    { down: ['input', { across: ['kernel', 'output'] }, { across: ['turned', 'turnedOutput'] }] }
  ]
};

/** Input, kernel and output, and below them the turned kernel and its output. */
export function twoConventionsLayout({ padded, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(
    TWO_CONVENTIONS_PLANS,
    {
      input: gridSize(padded),
      kernel: gridSize(kernel),
      turned: gridSize(kernel),
      output: gridSize(output),
      turnedOutput: gridSize(output)
    },
    { spacing: NARROW_TWO_LINES }
  );
}
