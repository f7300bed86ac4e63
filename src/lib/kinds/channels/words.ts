import { channelsSum, exactText, lineText, sounding, stepCaption, stepHeading, sumText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { cellNamed } from '$lib/stage';
import type { Step } from '$lib/trace';
import type { KindWords, LiveValue } from '../shared/kind';
import { countText } from './count';
import { ChannelsEditor } from './editor';
import type { ChannelsRun, ChannelsSettings } from './settings';
import type { wrong } from './wrong';

/** The step of the trace; null where the numbers of the filter are counted. */
function stepOf({ trace }: ChannelsRun, step: number): Step | null {
  return step > trace.length ? null : trace.step(step);
}

function heading(run: ChannelsRun, index: number, locale: Locale): string {
  const step = stepOf(run, index);
  return step ? stepHeading(step, locale) : m.channels_count_heading({ step: index }, { locale });
}

/** The caption of a step for which the lesson has no words of its own. */
function caption(run: ChannelsRun, index: number, locale: Locale): string {
  const step = stepOf(run, index);
  if (!step) return m.channels_count_caption({ equation: countText(run) }, { locale });
  const { cell, bias, channelSums, done, total } = step;
  if (cell === null) return m.channels_start({ channels: run.channels }, { locale });
  if (bias === null) {
    const channel = Math.floor((done - 1) / run.area);
    if (done % run.area > 0) return stepCaption(step, locale);
    const sum = sounding(sumText(channelSums[channel] ?? total), '이/가', locale);
    return m.channels_caption_partial({ channel: channel + 1, area: run.area, sum }, { locale });
  }
  return m.channels_caption_cell(
    {
      sums: channelSums.map((sum) => exactText(sum)).join(', '),
      bias: sounding(exactText(bias), '이/가', locale),
      total: sounding(sumText(total), '이/가', locale)
    },
    { locale }
  );
}

/** What the live region says of a step. */
function sentence(run: ChannelsRun, index: number, locale: Locale): string {
  const step = stepOf(run, index);
  if (!step) return m.live_sentence({ step: index, caption: caption(run, index, locale) }, { locale });
  const { cell, bias } = step;
  if (cell === null) return m.live_start({}, { locale });
  if (bias === null)
    return m.live_sentence({ step: index, caption: caption(run, index, locale) }, { locale });
  const sum = channelsSum(step);
  const place = { row: cell.row + 1, column: cell.column + 1 };
  return m.live_step({ step: index, ...place, equation: sum ? lineText(sum) : '' }, { locale });
}

function values(
  settings: ChannelsSettings,
  run: ChannelsRun
): Readonly<Record<string, LiveValue<ChannelsSettings>>> {
  const { height, width } = run.trace.geometry.output;
  return {
    channels: { text: `${run.channels}` },
    taps: { text: `${run.trace.taps}` },
    area: { text: `${run.area}` },
    cells: { text: `${height * width}` },
    bias: {
      text: exactText(settings.bias),
      name: m.bias(),
      set: (text, numbers) => new ChannelsEditor(numbers).setCell('bias', { row: 0, column: 0 }, text)
    }
  };
}

export const words: KindWords<ChannelsSettings, ChannelsRun, keyof typeof wrong> = {
  things(name) {
    if (name === 'bias') return { kind: 'bias', filter: 0 };
    const cell = cellNamed(name);
    return cell && { kind: 'output', at: cell.at };
  },
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'one-channel': m.wrong_one_channel,
    'averaged-channels': m.wrong_averaged_channels,
    'bias-per-channel': m.wrong_bias_per_channel,
    'bias-left-out': m.wrong_bias_left_out,
    'counted-bias-per-channel': m.wrong_counted_bias_per_channel,
    'counted-one-plane': m.wrong_counted_one_plane,
    'counted-no-bias': m.wrong_counted_no_bias
  },
  otherwise: m.channels_wrong,
  watch: m.channels_watch
};
