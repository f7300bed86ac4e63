import * as m from '$lib/paraglide/messages';
import type { LiveValue } from '../shared/kind';
import { StridedEditor, type StridedSetting } from './editor';
import type { StridedRun } from './run';
import type { StridedSettings } from './settings';

/** The numbers of a window with a stride that prose may show; the strides can be changed there. */
export function stridedValues(
  { stride }: StridedSettings,
  { traces: [trace], unseen }: StridedRun
): Readonly<Record<string, LiveValue<StridedSettings>>> {
  const { input, kernel, output } = trace.geometry;
  const shown = (value: number): LiveValue<StridedSettings> => ({ text: `${value}` });
  const changed = (setting: StridedSetting, value: number, name: string): LiveValue<StridedSettings> => ({
    text: `${value}`,
    name,
    set: (text, numbers) => new StridedEditor(numbers).set(setting, text, name)
  });
  return {
    stride: changed('stride', stride.width, m.stride()),
    'stride-down': changed('stride-down', stride.height, m.strided_down()),
    'stride-across': changed('stride-across', stride.width, m.strided_across()),
    taps: shown(trace.taps),
    cells: shown(output.height * output.width),
    'places-down': shown(output.height),
    'places-across': shown(output.width),
    'input-height': shown(input.height),
    'input-width': shown(input.width),
    'kernel-height': shown(kernel.height),
    'kernel-width': shown(kernel.width),
    'unseen-rows': shown(unseen.rows.length),
    'unseen-columns': shown(unseen.columns.length)
  };
}
