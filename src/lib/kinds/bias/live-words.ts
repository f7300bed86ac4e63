import { exactText, type Target } from '$lib/describe';
import { windowThing } from '$lib/stage';
import type { LiveValue } from '../shared/kind';
import { BiasEditor } from './editor';
import { filterNames } from './filter-names';
import type { BiasRun } from './run';
import type { BiasSettings } from './settings';

const LETTERS = ['a', 'b', 'c'] as const;

/** What prose names: `bias-b` is the bias of the second filter; cells are those of the input and of the kernel. */
export function biasThing(name: string, { trace }: BiasRun): Target | null {
  const filter = LETTERS.findIndex((letter) => name === `bias-${letter}`);
  return filter >= 0 ? { kind: 'bias', filter } : windowThing(name, trace.geometry.kernel.width);
}

/** The numbers that prose may show; a bias can be changed there. */
export function biasValues(
  settings: BiasSettings,
  { trace }: BiasRun
): Readonly<Record<string, LiveValue<BiasSettings>>> {
  const { height, width } = trace.geometry.output;
  const names = filterNames(settings);
  const biases = settings.biases.map((bias, filter): [string, LiveValue<BiasSettings>] => [
    `bias-${LETTERS[filter]}`,
    {
      text: exactText(bias),
      name: names[filter]?.bias ?? '',
      set: (text, numbers) => new BiasEditor(numbers).setCell(filter, { row: 0, column: 0 }, text)
    }
  ]);
  return {
    ...Object.fromEntries(biases),
    filters: { text: `${settings.biases.length}` },
    taps: { text: `${trace.taps}` },
    cells: { text: `${height * width}` }
  };
}
