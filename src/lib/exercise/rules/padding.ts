import { conv2dExactly, pad, sizeOf, type Fraction } from '$lib/engine';
import type { WrongRules } from './rule';
import type { WindowCellAsked } from './window';

/** What learners compute who take padding to change nothing but the size. */
export const PADDING_RULES = {
  /** Gives the cell of the same number in the map without padding. */
  'ring-forgotten': ({ trace: { geometry, input, weights }, cellIndex }) => {
    const { kernel, stride } = geometry;
    const size = sizeOf(input);
    if (kernel.height > size.height || kernel.width > size.width) return [];
    const map = conv2dExactly(input, weights, { stride: [stride.height, stride.width] });
    return map.data.slice(cellIndex, cellIndex + 1);
  },
  /** Takes the cells of the ring to be like the pixels beside them. */
  'edge-repeated': ({ trace: { geometry, input, weights }, cellIndex }) => {
    const { padding, stride } = geometry;
    const padded = pad(input, padding, 'replicate');
    const map = conv2dExactly(padded, weights, { stride: [stride.height, stride.width] });
    return [map.data[cellIndex] as Fraction];
  }
} satisfies WrongRules<WindowCellAsked>;
