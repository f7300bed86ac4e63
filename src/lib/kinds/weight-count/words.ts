import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { countText, EQUALS, type EquationPiece, type NamedEquation, piecesText, TIMES } from '$lib/describe';
import type { KindWords } from '../shared/kind';
import type { WeightCountRun } from './model';
import type { wrong } from './wrong';

const piece = (count: number, tone: EquationPiece['tone']): EquationPiece => ({
  text: countText(count),
  tone
});

function squareOf(count: number, tone: EquationPiece['tone'], resultTone = tone): EquationPiece[] {
  const side = piece(Math.sqrt(count), tone);
  return [side, TIMES, side, EQUALS, piece(count, resultTone)];
}

/** Inputs times outputs. */
function denseWeightPieces(run: WeightCountRun, outputs: number): EquationPiece[] {
  const result = piece(run.denseWeights(outputs), 'kernel');
  return [piece(run.inputs, 'input'), TIMES, piece(outputs, 'output'), EQUALS, result];
}

/** What is counted at a step: the dense layer's weights for so many outputs and, once there are any, the filter's. */
export function weightEquations(run: WeightCountRun, step: number, locale: Locale): NamedEquation[] {
  if (step === 0) return [];
  const done = run.moments.slice(0, step);
  const dense = done.filter(({ layer }) => layer === 'dense').at(-1)?.outputs ?? 0;
  const equations: NamedEquation[] = [
    { title: m.weights_inputs({}, { locale }), pieces: squareOf(run.inputs, 'input') },
    { title: m.weights_outputs({}, { locale }), pieces: squareOf(run.outputs, 'output') },
    { title: m.weights_dense({}, { locale }), pieces: denseWeightPieces(run, dense) }
  ];
  if (done.some(({ layer }) => layer === 'filter')) {
    const pieces = squareOf(run.filterWeights, 'kernel');
    equations.push({ title: m.weights_filter({}, { locale }), pieces });
  }
  return equations;
}

/** The line over the caption of a step. */
function heading(run: WeightCountRun, step: number, locale: Locale): string {
  const moment = run.moments[step - 1];
  if (!moment) return m.caption_title_start({}, { locale });
  const words = { step, outputs: countText(moment.outputs) };
  return moment.layer === 'dense'
    ? m.weights_title_dense(words, { locale })
    : m.weights_title_filter(words, { locale });
}

/** The caption of a step. */
function caption(run: WeightCountRun, step: number, locale: Locale): string {
  const moment = run.moments[step - 1];
  if (!moment) return m.weights_start({}, { locale });
  const outputs = countText(moment.outputs);
  if (moment.layer === 'filter') {
    const equation = piecesText(squareOf(run.filterWeights, 'kernel'));
    return m.weights_caption_filter({ outputs, equation }, { locale });
  }
  const equation = piecesText(denseWeightPieces(run, moment.outputs));
  return m.weights_caption_dense({ outputs, inputs: countText(run.inputs), equation }, { locale });
}

/** What the live region says of a step. */
function sentence(run: WeightCountRun, step: number, locale: Locale): string {
  if (step === 0) return m.weights_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

export const words: KindWords<WeightCountRun, keyof typeof wrong> = {
  heading,
  sentence,
  caption,
  wrong: {
    'weights-per-position': m.wrong_weights_per_position,
    'one-weight-per-output': m.wrong_one_weight_per_output
  },
  otherwise: m.weights_wrong,
  watch: m.weights_watch
};
