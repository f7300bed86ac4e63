import { KernelTooLargeError } from '$lib/engine';
import { linkedNumber } from '../shared/limits';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { costOf } from './cost';
import { BOUNDS, LAYER_NUMBERS, type LayerNumber, type LayerSettings } from './settings';

const PROBLEMS: Readonly<Record<LayerNumber, LinkedNumberProblem>> = {
  channels: 'size',
  height: 'size',
  width: 'size',
  filters: 'size',
  kernel: 'kernel',
  stride: 'stride',
  padding: 'padding'
};

function fits(settings: LayerSettings): boolean {
  try {
    costOf(settings);
    return true;
  } catch (error) {
    if (error instanceof KernelTooLargeError) return false;
    throw error;
  }
}

/** channels=3&height=32&width=32&filters=16&kernel=5&stride=2&padding=2 */
export const layerLink: LinkCodec<LayerSettings> = {
  parts: LAYER_NUMBERS,
  read(parameters, own) {
    const problems = new Set<LinkedNumberProblem>();
    const read = LAYER_NUMBERS.map((name): [LayerNumber, number] => {
      const { least, most } = BOUNDS[name];
      const number = linkedNumber(least, most)(parameters.get(name) ?? `${own[name]}`);
      if (!number.success) problems.add(PROBLEMS[name]);
      return [name, number.success ? number.output : own[name]];
    });
    const settings: LayerSettings = { ...own, ...Object.fromEntries(read) };
    if (fits(settings)) return { settings, problems: [...problems] };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write: (settings, own) =>
    LAYER_NUMBERS.filter((name) => settings[name] !== own[name]).map((name) => `${name}=${settings[name]}`)
};
