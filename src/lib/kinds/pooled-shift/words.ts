import { EQUALS, stepNumber, type EquationPiece, type NamedEquation } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import { cellsOf } from './model';
import type { ShiftRun, ShiftSettings } from './run';
import type { wrong } from './wrong';

const MINUS: EquationPiece = { text: ' − ', tone: 'sign' };

/** How many cells were there, how many have changed, and how many are left: of the input and of the map. */
export function shiftEquations(run: ShiftRun, step: number, locale: Locale): NamedEquation[] {
  const stop = run.stops[step - 1];
  if (step < 2 || !stop) return [];
  const { inputs, outputs } = cellsOf(run);
  const left = (all: number, kept: number, tone: 'input' | 'output'): EquationPiece[] => {
    const piece = (count: number): EquationPiece => ({ text: `${count}`, tone });
    return [piece(all), MINUS, piece(all - kept), EQUALS, piece(kept)];
  };
  return [
    { title: m.shift_inputs_kept({}, { locale }), pieces: left(inputs, stop.inputsKept, 'input') },
    { title: m.shift_outputs_kept({}, { locale }), pieces: left(outputs, stop.outputsKept, 'output') }
  ];
}

function caption(run: ShiftRun, step: number, locale: Locale): string {
  const stop = run.stops[step - 1];
  if (!stop) return m.shift_start({}, { locale });
  if (step === 1) return m.shift_pooled({}, { locale });
  const { inputs, outputs } = cellsOf(run);
  const words = { by: step - 1, inputs, outputs, inputsKept: stop.inputsKept, outputsKept: stop.outputsKept };
  return m.shift_caption(words, { locale });
}

export const words: KindWords<ShiftSettings, ShiftRun, keyof typeof wrong> = {
  values: (settings, run) => {
    const { inputs, outputs } = cellsOf(run);
    return {
      size: { text: `${settings.size}` },
      inputs: { text: `${inputs}` },
      outputs: { text: `${outputs}` }
    };
  },
  heading: (_, step, locale) =>
    step < 2 ? stepNumber(step, locale) : m.shift_title({ step, by: step - 1 }, { locale }),
  sentence: (run, step, locale) => `${stepNumber(step, locale)}. ${caption(run, step, locale)}`,
  caption,
  wrong: {
    'all-survive': m.wrong_all_survive,
    'none-survive': m.wrong_none_survive,
    'counted-inputs': m.wrong_counted_inputs
  },
  otherwise: m.shift_wrong,
  watch: m.shift_watch
};
