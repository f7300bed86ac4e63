import type { WindowGeometry } from '$lib/engine';
import { gridSize, layoutOf, type Plans, type StageLayout } from '$lib/stage';

const STRIDED_WINDOW_PLANS: Plans = {
  wide: [{ across: ['input', 'kernel', 'output'] }, { across: ['input', { down: ['kernel', 'output'] }] }],
  narrow: [
    { across: ['input', { down: ['kernel', 'output'] }] },
    { down: ['input', { across: ['kernel', 'output'] }] }
  ]
};

/** Input, kernel and output. */
export function stridedLayout({ input, kernel, output }: WindowGeometry): StageLayout {
  return layoutOf(STRIDED_WINDOW_PLANS, {
    input: gridSize(input),
    kernel: gridSize(kernel),
    output: gridSize(output)
  });
}
