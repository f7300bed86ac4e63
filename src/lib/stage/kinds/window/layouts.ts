import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, NARROW_TWO_LINES, type Plans } from '../layouts';
import { type StageLayout } from '../../placement';

const SLIDING_WINDOW_PLANS: Plans = {
  wide: [
    { across: ['input', 'kernel', 'product', 'output'] },
    { across: ['input', { down: ['kernel', 'product'] }, 'output'] },
    { across: ['input', { down: [{ across: ['kernel', 'product'] }, 'output'] }] }
  ],
  narrow: [
    { across: [{ down: ['input', 'product'] }, { down: ['kernel', 'output'] }] },
    { down: [{ across: ['input', 'kernel'] }, { across: ['product', 'output'] }] },
    { across: ['input', { down: ['kernel', 'product', 'output'] }] },
    { down: ['input', { across: ['kernel', 'product', 'output'] }] },
    { down: ['input', { across: ['kernel', 'product'] }, 'output'] }
  ]
};

/** Input, kernel, products and output. */
export function slidingWindowLayout({ padded, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(SLIDING_WINDOW_PLANS, {
    input: gridSize(padded),
    kernel: gridSize(kernel),
    product: gridSize(kernel),
    output: gridSize(output)
  });
}

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
    NARROW_TWO_LINES
  );
}
