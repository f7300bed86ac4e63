import { keptText, readTypedSize } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { sizeOf } from '$lib/engine';
import type { SceneNumbers } from '../shared/kind';
import { fits } from './link';
import {
  paddedText,
  paddingOf,
  sidesOfVisits,
  sidesText,
  sizeText,
  VISIT_BOUNDS,
  type VisitSettings
} from './settings';

type Numbers = SceneNumbers<VisitSettings>;

/** Takes other numbers if the window then has a place; answers whether they were taken, and says why not. */
export function takeVisits(numbers: Numbers, change: Partial<VisitSettings>): boolean {
  const settings = { ...numbers.settings, ...change };
  if (fits(settings)) {
    numbers.take(settings);
    return true;
  }
  const { input, kernel } = settings;
  const padding = paddingOf(settings);
  const cells = typeof padding === 'number' ? padding : 0;
  if (cells > VISIT_BOUNDS.padding.most) {
    const kept = keptText(sidesText(sidesOfVisits(numbers.settings)));
    numbers.warn(m.size_out_of_range({ name: m.padding(), ...VISIT_BOUNDS.padding, kept }));
    return false;
  }
  const { height, width } = sizeOf(input);
  numbers.warn(
    m.visits_no_place({
      kernel: sizeText({ height: kernel, width: kernel }),
      padded: paddedText(input, cells),
      missing: kernel - Math.min(height, width) - 2 * cells
    })
  );
  return false;
}

/** Takes a size that was typed; answers whether it was taken, and says why not. */
export function setVisits(numbers: Numbers, key: 'kernel' | 'padding', text: string, name: string): boolean {
  const kept = key === 'kernel' ? numbers.settings.kernel : sidesOfVisits(numbers.settings).top;
  const value = readTypedSize(text, VISIT_BOUNDS[key], kept, name, (sentence) => numbers.warn(sentence));
  return value !== null && takeVisits(numbers, { [key]: value });
}
