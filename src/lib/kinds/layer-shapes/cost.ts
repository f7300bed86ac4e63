import { convolutionCost, type LayerCost } from '$lib/engine';
import type { LayerSettings } from './settings';

/**
 * What so many of the layer's filters make and take; all of them unless told.
 *
 * @throws {KernelTooLargeError} when the filter does not fit into the padded input
 */
export function costOf(
  { channels, height, width, kernel, stride, padding, filters: all }: LayerSettings,
  filters = all
): LayerCost {
  return convolutionCost([channels, height, width], { filters, kernelSize: kernel, stride, padding });
}
