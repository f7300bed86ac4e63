import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { shapeText, sounding } from '$lib/describe';
import type { KindWords } from '../shared/kind';
import type { ColourImageRun } from './model';
import type { wrong } from './wrong';

/** The names of the planes, in their order. */
const PLANE_NAMES = [m.plane_red, m.plane_green, m.plane_blue] as const;

/** How many numbers an array of a shape holds: '4×4×3 = 48'. */
export function countEquation(shape: readonly number[]): string {
  return `${shape.join('×')} = ${shape.reduce((product, length) => product * length, 1)}`;
}

/** The line over the caption of a step of a small colour image. */
function heading(step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  const plane = PLANE_NAMES[step - 1];
  return plane
    ? m.heading_named({ step, name: plane({}, { locale }) }, { locale })
    : m.heading_named({ step, name: m.colour_count_title({}, { locale }) }, { locale });
}

/** What a step of a small colour image shows, as caption and as what is read out. */
function caption(shape: readonly number[], step: number, locale: Locale): string {
  if (step === 0) return m.colour_caption_start({ shape: shapeText(shape) }, { locale });
  const plane = PLANE_NAMES[step - 1];
  if (!plane) return m.colour_caption_count({ equation: countEquation(shape) }, { locale });
  const [rows = 0, columns = 0] = shape;
  const name = plane({}, { locale });
  return m.colour_caption_plane({ name: sounding(name, '이/가', locale), rows, columns }, { locale });
}

export const words: KindWords<ColourImageRun, keyof typeof wrong> = {
  heading: (_, step, locale) => heading(step, locale),
  sentence: ({ shape }, step, locale) => `${heading(step, locale)}. ${caption(shape, step, locale)}`,
  caption: ({ shape }, step, locale) => caption(shape, step, locale),
  wrong: { 'one-plane': m.wrong_one_plane, 'added-lengths': m.wrong_added_lengths },
  otherwise: m.colour_count_wrong,
  watch: m.colour_count_watch
};
