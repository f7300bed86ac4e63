import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { ConvolutionStep } from '$lib/trace';
import {
  exactText,
  linearEquation,
  MOST_TERMS_SPOKEN,
  sounding,
  stepCaption,
  stepHeading,
  sumText
} from '$lib/describe';
import { filterLetter } from '../shared/filter-letter';
import type { KindWords } from '../shared/kind';
import { biasThing, biasValues } from './live-words';
import type { BiasRun } from './run';
import type { BiasSettings } from './settings';
import type { wrong } from './wrong';

/** A step and what is around it: whether its map is one of several, and whether its cell goes through ReLU. */
interface Moment {
  readonly step: ConvolutionStep;
  readonly filters: number;
  readonly rectified: boolean;
}

function momentOf(run: BiasRun, step: number): Moment {
  return { step: run.trace.step(step), filters: run.biases.length, rectified: run.activated(0) !== null };
}

/** The line over the caption: which cell of which map. */
function heading({ step, filters }: Moment, locale: Locale): string {
  if (step.cell === null || step.filter === null || filters === 1) return stepHeading(step, locale);
  const [row, column] = [step.cell.row + 1, step.cell.column + 1];
  const map = filterLetter(step.filter, filters);
  return m.caption_title_map({ step: step.index, map, row, column }, { locale });
}

/** What ReLU makes of the cell of a step; empty as long as it has no value, and where there is no ReLU. */
function rectifiedSentence({ bias, total }: ConvolutionStep, rectified: boolean, locale: Locale): string {
  if (!rectified || bias === null) return '';
  return ` ${total.s < 0n ? m.caption_cut({}, { locale }) : m.caption_kept({}, { locale })}`;
}

/** The caption of a step for which the lesson has no words of its own. */
function caption({ step, rectified }: Moment, locale: Locale): string {
  if (step.cell === null || step.bias === null) return stepCaption(step, locale);
  const caption = m.caption_bias(
    {
      row: step.cell.row + 1,
      column: step.cell.column + 1,
      sum: sumText(step.total.sub(step.bias)),
      bias: sounding(exactText(step.bias), '을/를', locale),
      total: sounding(sumText(step.total), '이/가', locale)
    },
    { locale }
  );
  return caption + rectifiedSentence(step, rectified, locale);
}

/** What the live region says of a step. */
function sentence({ step, filters, rectified }: Moment, locale: Locale): string {
  if (step.cell === null) return m.live_start({}, { locale });
  const equation =
    step.bias === null || step.done <= MOST_TERMS_SPOKEN
      ? linearEquation(step)
      : m.long_sum_bias(
          { count: step.done, bias: exactText(step.bias), total: sumText(step.total) },
          { locale }
        );
  const place = { row: step.cell.row + 1, column: step.cell.column + 1 };
  const map = filterLetter(step.filter ?? 0, filters);
  const said = map
    ? m.live_step_map({ step: step.index, map, ...place, equation }, { locale })
    : m.live_step({ step: step.index, ...place, equation }, { locale });
  if (!rectified || step.bias === null) return said;
  return `${said}.${rectifiedSentence(step, true, locale)}`;
}

export const words: KindWords<BiasSettings, BiasRun, keyof typeof wrong> = {
  things: biasThing,
  values: biasValues,
  heading: (run, step, locale) => heading(momentOf(run, step), locale),
  sentence: (run, step, locale) => sentence(momentOf(run, step), locale),
  caption: (run, step, locale) => caption(momentOf(run, step), locale),
  wrong: {
    'forgot-bias': m.wrong_forgot_bias,
    'bias-per-weight': m.wrong_bias_per_weight,
    'multiplied-bias': m.wrong_multiplied_bias,
    'other-bias': m.wrong_other_bias
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
