import { readTypedSize } from '$lib/describe';
import { KernelTooLargeError } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { SceneNumbers } from '../shared/kind';
import { BOUNDS, type LayerNumber, type LayerSettings } from './settings';

/** What a layer's numbers are called, in the reader's language. */
export const NUMBER_NAMES: Readonly<Record<LayerNumber, () => string>> = {
  channels: m.layer_channels,
  height: m.layer_height,
  width: m.layer_width,
  filters: m.layer_filters,
  kernel: m.layer_kernel,
  stride: m.stride,
  padding: m.padding
};

/** Takes a number that was typed, if the filter then fits; answers whether it was taken, and says why not. */
export function setLayerNumber(
  numbers: SceneNumbers<LayerSettings>,
  key: LayerNumber,
  text: string
): boolean {
  const warn = (sentence: string) => numbers.warn(sentence);
  const value = readTypedSize(text, BOUNDS[key], numbers.settings[key], NUMBER_NAMES[key](), warn);
  if (value === null) return false;
  const settings = { ...numbers.settings, [key]: value };
  try {
    numbers.take(settings);
    return true;
  } catch (error) {
    if (!(error instanceof KernelTooLargeError)) throw error;
    const { kernelLength, paddedLength } = error;
    warn(m.layer_kernel_too_large({ kernel: kernelLength, padded: paddedLength }));
    return false;
  }
}
