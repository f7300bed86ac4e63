import * as m from '$lib/paraglide/messages';
import type { Given } from '../../question-kind';
import type { PixelParameters } from './pixel';

/** The pixel as readers count it, with the numbers of the window. */
export function pixelNumbers({ height, width, kernel, stride, padding, row, column }: PixelParameters) {
  return { height, width, kernel, stride, padding, row: row + 1, column: column + 1 };
}

/** The input without its values, with the pixel outlined, and the window beside it. */
export function pixelGivens({
  height,
  width,
  kernel,
  stride,
  padding,
  row,
  column
}: PixelParameters): Given[] {
  const rows = Array.from({ length: height }, () => new Array<string>(width).fill(''));
  return [
    { type: 'matrix', role: 'input', label: m.input(), rows, marked: [{ row, column }] },
    { type: 'fact', label: 'F', text: `${kernel}` },
    { type: 'fact', label: 'S', text: `${stride}` },
    { type: 'fact', label: 'P', text: `${padding}` }
  ];
}
