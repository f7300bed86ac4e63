import * as m from '$lib/paraglide/messages';
import type { WindowSettings } from '$lib/trace';
import type { LiveValue } from '../kind';
import { WindowEditor, type Setting } from './editor';
import type { WindowRun } from './run';

/** The numbers of a window that prose may show; stride and padding can be changed there. */
export function windowValues(
  settings: WindowSettings,
  { traces: [trace] }: WindowRun
): Readonly<Record<string, LiveValue<WindowSettings>>> {
  const { input, kernel, output } = trace.geometry;
  const shown = (value: number): LiveValue<WindowSettings> => ({ text: `${value}` });
  const changed = (setting: Setting, value: number, name: string): LiveValue<WindowSettings> => ({
    text: `${value}`,
    name,
    set: (text, numbers) => new WindowEditor(numbers).set(setting, text, name)
  });
  return {
    stride: changed('stride', settings.stride, m.stride()),
    padding: changed('padding', settings.padding, m.padding()),
    taps: shown(trace.taps),
    cells: shown(output.height * output.width),
    'input-height': shown(input.height),
    'input-width': shown(input.width),
    'kernel-height': shown(kernel.height),
    'kernel-width': shown(kernel.width),
    'output-height': shown(output.height),
    'output-width': shown(output.width)
  };
}
