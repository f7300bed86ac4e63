import {
  EQUALS,
  exactText,
  factorText,
  piecesText,
  PLUS,
  stepHeading,
  TIMES,
  type EquationPiece,
  type NamedEquation
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { cellNamed } from '$lib/stage';
import type { Step } from '$lib/trace';
import type { KindWords } from '../shared/kind';
import { MODES, type Mode, type ModeRun, type ModeSettings } from './model';
import type { wrong } from './wrong';

/** What a way to pad is called. */
export function modeName(mode: Mode, locale: Locale): string {
  const names = { zero: m.modes_zero, reflect: m.modes_reflect, replicate: m.modes_replicate };
  return names[mode]({}, { locale });
}

function sumPieces({ terms, total }: Step): EquationPiece[] {
  const pieces = terms.flatMap(({ value, weight }, index): EquationPiece[] => [
    ...(index > 0 ? [PLUS] : []),
    { text: factorText(value), tone: 'input' },
    TIMES,
    { text: factorText(weight), tone: 'kernel' }
  ]);
  return [...pieces, EQUALS, { text: exactText(total), tone: 'output' }];
}

/** The sum of a step for each way to pad; none at step 0. */
export function modeEquations({ traces }: ModeRun, step: number, locale: Locale): NamedEquation[] {
  if (step === 0) return [];
  return MODES.map((mode) => ({
    title: modeName(mode, locale),
    pieces: sumPieces(traces[mode].step(step))
  }));
}

/** The caption of a step. */
function caption({ traces }: ModeRun, step: number, locale: Locale): string {
  if (step === 0) return m.modes_start({}, { locale });
  const value = (mode: Mode) => exactText(traces[mode].step(step).total);
  return m.modes_caption(
    { zero: value('zero'), reflect: value('reflect'), replicate: value('replicate') },
    { locale }
  );
}

/** What the live region says of a step. */
function sentence(run: ModeRun, step: number, locale: Locale): string {
  if (step === 0) return m.live_start({}, { locale });
  const sums = modeEquations(run, step, locale).map(({ title, pieces }) => `${title}: ${piecesText(pieces)}`);
  return m.live_sentence({ step, caption: sums.join('. ') }, { locale });
}

export const words: KindWords<ModeSettings, ModeRun, keyof typeof wrong> = {
  things(name) {
    const cell = cellNamed(name);
    return cell && { kind: 'output', at: cell.at };
  },
  heading: ({ traces }, step, locale) => stepHeading(traces.zero.step(step), locale),
  sentence,
  caption,
  wrong: {},
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
