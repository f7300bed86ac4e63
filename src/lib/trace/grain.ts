import type { Grain } from './settings';

/**
 * The step at the other grain that shows the same moment. Going finer keeps the picture exactly; going coarser
 * lands on the last finished cell.
 *
 * @param taps products in one window
 */
export function changeGrain(step: number, from: Grain, to: Grain, taps: number): number {
  if (from === to) return step;
  return to === 'product' ? step * taps : Math.floor(step / taps);
}
