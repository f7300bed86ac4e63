import {
  countText,
  EQUALS,
  piecesText,
  stepNumber,
  TIMES,
  type EquationPiece,
  type NamedEquation
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { PHOTOS } from '$lib/picture';
import type { KindWords } from '../shared/kind';
import type { PooledPictureRun, PooledPictureSettings } from './model';
import { pooledSize } from './pooled';
import type { wrong } from './wrong';

function valuesOf({ settings }: PooledPictureRun, step: number): EquationPiece[] {
  const size = pooledSize(PHOTOS[settings.photo], settings.factors[step] ?? 1);
  const tone = step === 0 ? 'input' : 'output';
  const piece = (count: number): EquationPiece => ({ text: countText(count), tone });
  const { height, width } = size;
  return [piece(height), TIMES, piece(width), TIMES, piece(3), EQUALS, piece(height * width * 3)];
}

/** The values of the photograph, and those that are left. */
export function pictureEquations(run: PooledPictureRun, step: number, locale: Locale): NamedEquation[] {
  const whole = { title: m.pooled_picture_whole({}, { locale }), pieces: valuesOf(run, 0) };
  if (step === 0) return [whole];
  const factor = run.settings.factors[step] ?? 1;
  return [whole, { title: m.pooled_picture_left({ factor }, { locale }), pieces: valuesOf(run, step) }];
}

function caption(run: PooledPictureRun, step: number, locale: Locale): string {
  const factor = run.settings.factors[step] ?? 1;
  if (factor === 1) return m.pooled_picture_start({}, { locale });
  return m.pooled_picture_caption({ cells: factor * factor }, { locale });
}

function sentence(run: PooledPictureRun, step: number, locale: Locale): string {
  const counted = pictureEquations(run, step, locale).at(-1);
  return `${stepNumber(step, locale)}. ${caption(run, step, locale)} ${piecesText(counted?.pieces ?? [])}`;
}

export const words: KindWords<PooledPictureSettings, PooledPictureRun, keyof typeof wrong> = {
  heading: (_, step, locale) => stepNumber(step, locale),
  sentence,
  caption,
  wrong: {},
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
