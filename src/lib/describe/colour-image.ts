import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { sounding } from './particle';

/** The names of the planes, in their order. */
const PLANE_NAMES = [m.plane_red, m.plane_green, m.plane_blue] as const;

/** (4, 4, 3) */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')})`;
}

/** How many numbers an array of a shape holds: '4×4×3 = 48'. */
export function countEquation(shape: readonly number[]): string {
  return `${shape.join('×')} = ${shape.reduce((product, length) => product * length, 1)}`;
}

/** The line over the caption of a step of a small colour image. */
export function colourImageHeading(step: number, locale: Locale): string {
  if (step === 0) return m.caption_title_start({}, { locale });
  const plane = PLANE_NAMES[step - 1];
  return plane
    ? m.heading_named({ step, name: plane({}, { locale }) }, { locale })
    : m.heading_named({ step, name: m.colour_count_title({}, { locale }) }, { locale });
}

/** What a step of a small colour image shows, as caption and as what is read out. */
export function colourImageCaption(shape: readonly number[], step: number, locale: Locale): string {
  if (step === 0) return m.colour_caption_start({ shape: shapeText(shape) }, { locale });
  const plane = PLANE_NAMES[step - 1];
  if (!plane) return m.colour_caption_count({ equation: countEquation(shape) }, { locale });
  const [rows = 0, columns = 0] = shape;
  const name = plane({}, { locale });
  return m.colour_caption_plane({ name: sounding(name, '이/가', locale), rows, columns }, { locale });
}
