import { readTypedSize } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { LiveValue, SceneNumbers } from '../kind';
import { LINE_BOUNDS, type LineLength, type LineSettings } from './settings';

/** What each length is called. */
export const LENGTH_NAMES: Readonly<Record<LineLength, () => string>> = {
  input: m.line_input,
  kernel: m.line_kernel,
  stride: m.stride,
  padding: m.padding,
  dilation: m.line_dilation
};

/** The letter that formulas have for each length. */
export const LENGTH_LETTERS: Readonly<Record<LineLength, string>> = {
  input: 'N',
  kernel: 'F',
  stride: 'S',
  padding: 'P',
  dilation: 'D'
};

/** Takes a length that was typed; answers whether it was taken, and says why not. */
export function setLength(numbers: SceneNumbers<LineSettings>, key: LineLength, text: string): boolean {
  const warn = (sentence: string) => numbers.warn(sentence);
  const name = LENGTH_NAMES[key]();
  const value = readTypedSize(text, LINE_BOUNDS[key], numbers.settings[key], name, warn);
  if (value === null) return false;
  numbers.take({ ...numbers.settings, [key]: value });
  return true;
}

/** The lengths as prose shows them; each can be changed there. */
export function lengthValues(
  settings: LineSettings,
  keys: readonly LineLength[]
): Record<string, LiveValue<LineSettings>> {
  return Object.fromEntries(
    keys.map((key) => [
      key,
      {
        text: `${settings[key]}`,
        name: LENGTH_NAMES[key](),
        set: (text: string, numbers: SceneNumbers<LineSettings>) => setLength(numbers, key, text)
      }
    ])
  );
}
