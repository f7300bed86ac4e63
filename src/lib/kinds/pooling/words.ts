import { exactText, lineText, maximumSum, meanSum, sounding, sumText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { windowThing } from '$lib/stage';
import type { PoolingStep } from '$lib/trace';
import type { KindWords, LiveValue } from '../shared/kind';
import { PoolingEditor, type Setting } from './editor';
import { placeOfStep, type PoolingRun } from './run';
import type { PoolingSettings } from './settings';
import type { wrong } from './wrong';

/** The steps of both poolings at a moment, and the place that they are about. */
function momentOf(run: PoolingRun, index: number) {
  const { channel, step } = placeOfStep(run, index);
  const traces = run.channels[channel];
  const max = traces?.max?.step(step) ?? null;
  const average = traces?.average?.step(step) ?? null;
  return { channel, max, average, cell: (max ?? average)?.cell ?? null };
}

function placeWords(cell: NonNullable<PoolingStep['cell']>) {
  return { row: cell.row + 1, column: cell.column + 1 };
}

function heading(run: PoolingRun, step: number, locale: Locale): string {
  const { cell, channel } = momentOf(run, step);
  if (cell === null) return m.caption_title_start({}, { locale });
  const words = { step, ...placeWords(cell) };
  return run.channels.length === 1
    ? m.caption_title(words, { locale })
    : m.pooling_title({ ...words, channel: channel + 1 }, { locale });
}

/** The equations of a moment in one line. */
function equationText(run: PoolingRun, step: number): string {
  const { max, average } = momentOf(run, step);
  const sums = [max && maximumSum(max, true), average && meanSum(average)];
  return sums.flatMap((sum) => (sum ? [lineText(sum)] : [])).join('; ');
}

function sentence(run: PoolingRun, step: number, locale: Locale): string {
  const { cell, channel } = momentOf(run, step);
  if (cell === null) return m.live_start({}, { locale });
  const words = { step, ...placeWords(cell), equation: equationText(run, step) };
  return run.channels.length === 1
    ? m.live_step(words, { locale })
    : m.pooling_live({ ...words, channel: channel + 1 }, { locale });
}

function caption(run: PoolingRun, step: number, locale: Locale): string {
  const { cell, max, average } = momentOf(run, step);
  if (cell === null) return m.pooling_start({}, { locale });
  const sentences: string[] = [];
  if (max) {
    const total = sounding(exactText(max.total), '을/를', locale);
    sentences.push(m.pooling_caption_max({ count: max.cells.length, total }, { locale }));
  }
  if (average) {
    const words = {
      sum: sounding(sumText(average.sum), '을/를', locale),
      divisor: sounding(`${average.divisor}`, '으로/로', locale),
      total: sounding(sumText(average.total), '이/가', locale)
    };
    sentences.push(m.pooling_caption_mean(words, { locale }));
  }
  return sentences.join(' ');
}

/** The numbers that prose may show; size, stride and padding can be changed there. */
function values(
  settings: PoolingSettings,
  run: PoolingRun
): Readonly<Record<string, LiveValue<PoolingSettings>>> {
  const { input, output, kernel } = run.geometry;
  const shown = (value: number): LiveValue<PoolingSettings> => ({ text: `${value}` });
  const changed = (setting: Setting, value: number, name: string): LiveValue<PoolingSettings> => ({
    text: `${value}`,
    name,
    set: (text, numbers) => new PoolingEditor(numbers).set(setting, text, name)
  });
  return {
    size: changed('size', settings.size, m.pooling_size()),
    stride: changed('stride', settings.stride, m.stride()),
    padding: changed('padding', settings.padding, m.padding()),
    taps: shown(kernel.height * kernel.width),
    cells: shown(run.cells),
    channels: shown(run.channels.length),
    parameters: shown(run.parameters),
    'input-height': shown(input.height),
    'input-width': shown(input.width),
    'output-height': shown(output.height),
    'output-width': shown(output.width)
  };
}

export const words: KindWords<PoolingSettings, PoolingRun, keyof typeof wrong> = {
  things: (name, { geometry }) => windowThing(name, geometry.kernel.width),
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'largest-magnitude': m.wrong_largest_magnitude,
    'never-negative': m.wrong_never_negative,
    'first-value': m.wrong_first_value,
    'added-up': m.wrong_added_up,
    'other-pooling': m.wrong_other_pooling,
    'wrong-divisor': m.wrong_divisor,
    'mixed-channels': m.wrong_mixed_channels,
    'moved-by-one': m.pooling_moved_by_one,
    'moved-by-size': m.wrong_moved_by_size
  },
  otherwise: m.prediction_wrong,
  watch: m.pooling_watch
};
