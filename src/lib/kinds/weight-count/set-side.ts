import { readTypedSize } from '$lib/describe';
import { KernelTooLargeError } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { SceneNumbers } from '../shared/kind';
import { SIDE_BOUNDS, type WeightCountSettings } from './model';

/** Takes a side that was typed, if the filter then fits; answers whether it was taken, and says why not. */
export function setSide(
  numbers: SceneNumbers<WeightCountSettings>,
  key: keyof WeightCountSettings,
  text: string,
  name: string
): boolean {
  const warn = (sentence: string) => numbers.warn(sentence);
  const value = readTypedSize(text, SIDE_BOUNDS[key], numbers.settings[key], name, warn);
  if (value === null) return false;
  const settings = { ...numbers.settings, [key]: value };
  try {
    numbers.take(settings);
    return true;
  } catch (error) {
    if (!(error instanceof KernelTooLargeError)) throw error;
    warn(m.weight_kernel_too_large(settings));
    return false;
  }
}
