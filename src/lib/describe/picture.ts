import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';

/** What of a picture is on show: one of its planes or all, the whole of it or some columns. */
interface Shown {
  readonly plane: 'colour' | 'grey' | 'red' | 'green' | 'blue';
  readonly apart: boolean;
  readonly columns: number | null;
}

const PLANES = {
  colour: m.picture_plane_colour,
  grey: m.picture_plane_grey,
  red: m.picture_plane_red,
  green: m.picture_plane_green,
  blue: m.picture_plane_blue
};

/** The line over the caption of a step that is about no particular cell. */
export function stepNumber(step: number, locale: Locale): string {
  return m.step_number({ step }, { locale });
}

/** What a step shows of a picture. */
export function pictureCaption(shown: Shown | undefined, locale: Locale): string {
  if (!shown) return '';
  const { plane: name, apart, columns } = shown;
  const plane = apart ? m.picture_planes_apart({}, { locale }) : PLANES[name]({}, { locale });
  return columns === null
    ? m.picture_shows_all({ plane }, { locale })
    : m.picture_shows_part({ plane, columns }, { locale });
}
