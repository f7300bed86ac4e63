import {
  exactText,
  linearEquation,
  MOST_TERMS_SPOKEN,
  sounding,
  stepCaption,
  stepHeading,
  sumText,
  type Target
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { filterLetter } from '../shared/filter-letter';
import type { KindWords, LiveValue } from '../shared/kind';
import { BankEditor } from './editor';
import { thingOf } from './names';
import type { BankRun } from './run';
import type { BankSettings } from './settings';
import type { wrong } from './wrong';

/** A bias that prose names; other names are those of grids. */
function thing(name: string, { biases }: BankRun): Target | null {
  const filter = biases.findIndex((_, index) => thingOf('bias', index) === name);
  return filter < 0 ? null : { kind: 'bias', filter };
}

/** The line over the caption: which cell of which map. */
function heading({ trace, biases }: BankRun, index: number, locale: Locale): string {
  const step = trace.step(index);
  if (step.cell === null || step.filter === null) return stepHeading(step, locale);
  const [row, column] = [step.cell.row + 1, step.cell.column + 1];
  const map = filterLetter(step.filter, biases.length);
  return m.caption_title_map({ step: index, map, row, column }, { locale });
}

/** The caption of a step: what each channel came to, and the bias. */
function caption({ trace, biases }: BankRun, index: number, locale: Locale): string {
  const step = trace.step(index);
  if (step.cell === null || step.filter === null || step.bias === null) return stepCaption(step, locale);
  return m.bank_caption(
    {
      filter: filterLetter(step.filter, biases.length),
      row: step.cell.row + 1,
      column: step.cell.column + 1,
      sums: step.channelSums.map(sumText).join(', '),
      bias: sounding(exactText(step.bias), '을/를', locale),
      total: sounding(sumText(step.total), '이/가', locale)
    },
    { locale }
  );
}

/** What the live region says of a step. */
function sentence({ trace, biases }: BankRun, index: number, locale: Locale): string {
  const step = trace.step(index);
  if (step.cell === null || step.filter === null) return m.live_start({}, { locale });
  const isShort = step.bias === null || step.done <= MOST_TERMS_SPOKEN;
  const equation = isShort
    ? linearEquation(step)
    : m.long_sum_bias(
        { count: step.done, bias: exactText(step.bias ?? step.total), total: sumText(step.total) },
        { locale }
      );
  const place = { row: step.cell.row + 1, column: step.cell.column + 1 };
  const map = filterLetter(step.filter, biases.length);
  return m.live_step_map({ step: index, map, ...place, equation }, { locale });
}

/** The numbers that prose may show; the groups can be changed there. */
function values(settings: BankSettings, run: BankRun): Readonly<Record<string, LiveValue<BankSettings>>> {
  const { height, width } = run.trace.geometry.output;
  const shown = (value: number) => ({ text: `${value}` });
  return {
    groups: {
      text: `${settings.groups}`,
      name: m.bank_groups(),
      set: (text, numbers) => new BankEditor(numbers).setGroups(text)
    },
    channels: shown(settings.input.length),
    filters: shown(settings.filters.length),
    taps: shown(run.trace.taps),
    weights: shown(run.weights),
    biases: shown(settings.biases.length),
    parameters: shown(run.weights + settings.biases.length),
    cells: shown(height * width)
  };
}

export const words: KindWords<BankSettings, BankRun, keyof typeof wrong> = {
  things: thing,
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'forgot-bias': m.wrong_forgot_bias,
    'other-bias': m.wrong_other_bias,
    'other-filter': m.wrong_other_filter,
    'summed-filters': m.wrong_summed_filters
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
