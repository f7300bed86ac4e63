import { stepCaption, stepHeading, stepSentence } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { windowThing } from '$lib/stage';
import type { KindWords } from '../shared/kind';
import type { UnseenLines } from '../shared/window/unseen';
import { WINDOW_MISTAKES } from '../shared/window/words';
import type { StridedRun } from './run';
import type { StridedSettings } from './settings';
import { stridedValues } from './values';
import type { wrong } from './wrong';

/** What is left over, counted: “1 column and 1 row”; null where every cell is seen. */
function unseenCount({ rows, columns }: UnseenLines, locale: Locale): string | null {
  const parts = [
    columns.length > 0 && m.strided_columns({ count: columns.length }, { locale }),
    rows.length > 0 && m.strided_rows({ count: rows.length }, { locale })
  ].filter((part) => part !== false);
  const [first, second] = parts;
  if (first === undefined) return null;
  return second === undefined ? first : m.strided_both({ first, second }, { locale });
}

/** What is left over, in a sentence. */
export function unseenSentence(unseen: UnseenLines, locale: Locale): string {
  const count = unseenCount(unseen, locale);
  return count === null ? m.strided_all_seen({}, { locale }) : m.strided_unseen({ count }, { locale });
}

/** The last step tells what is left over, besides its cell. */
function withEnd(text: string, run: StridedRun, step: number, locale: Locale): string {
  return step === run.length ? `${text} ${unseenSentence(run.unseen, locale)}` : text;
}

export const words: KindWords<StridedSettings, StridedRun, keyof typeof wrong> = {
  things: (name, { traces: [trace] }) => windowThing(name, trace.geometry.kernel.width),
  values: stridedValues,
  heading: ({ traces: [trace] }, step, locale) => stepHeading(trace.step(step), locale),
  sentence: (run, step, locale) => {
    const said = stepSentence(run.traces[0].step(step), locale);
    return step === run.length ? withEnd(`${said}.`, run, step, locale) : said;
  },
  caption: (run, step, locale) => withEnd(stepCaption(run.traces[0].step(step), locale), run, step, locale),
  wrong: {
    'ignored-weights': WINDOW_MISTAKES['ignored-weights'],
    'not-moved': WINDOW_MISTAKES['not-moved'],
    'moved-by-one': m.wrong_moved_by_one,
    'scaled-by-stride': m.wrong_scaled_by_stride
  },
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
