import type { BiasRun, BiasSettings } from '$lib/course';
import { exactText } from '$lib/describe';
import type { Target } from '../../pointing.svelte';
import { windowThing } from '../../things';
import type { LiveValue } from '../kind';
import { BiasEditor } from './bias-editor';
import { filterNames } from './filter-names';

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
