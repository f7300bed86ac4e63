import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, type Plans, type StageLayout } from '$lib/stage';

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
