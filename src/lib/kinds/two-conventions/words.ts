import { equationSentence, sounding, stepHeading, sumText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { Step } from '$lib/trace';
import type { KindWords } from '../shared/kind';
import type { WindowRun } from '../shared/window/model';
import { WINDOW_MISTAKES } from '../shared/window/words';
import type { wrong } from './wrong';

function stepsOf({ traces: [first, second] }: WindowRun, step: number): [Step, Step] {
  return [first.step(step), (second ?? first).step(step)];
}

/** The caption where cross-correlation and convolution are computed side by side. */
function comparisonCaption(first: Step, second: Step, locale: Locale): string {
  if (first.cell === null) return m.caption_start({}, { locale });
  return m.caption_comparison(
    {
      row: first.cell.row + 1,
      column: first.cell.column + 1,
      first: sumText(first.total),
      second: sounding(sumText(second.total), '이/가', locale)
    },
    { locale }
  );
}

/** What the live region says where two maps are computed side by side. */
function comparisonSentence(first: Step, second: Step, locale: Locale): string {
  if (first.cell === null) return m.live_start({}, { locale });
  return m.live_comparison(
    {
      step: first.index,
      row: first.cell.row + 1,
      column: first.cell.column + 1,
      first: equationSentence(first, locale),
      second: equationSentence(second, locale)
    },
    { locale }
  );
}

export const words: KindWords<WindowRun, keyof typeof wrong> = {
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: (run, step, locale) => comparisonSentence(...stepsOf(run, step), locale),
  caption: (run, step, locale) => comparisonCaption(...stepsOf(run, step), locale),
  wrong: WINDOW_MISTAKES,
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
