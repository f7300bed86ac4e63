import { stepNumber } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import type { PictureRun, PictureStop } from './model';
import type { wrong } from './wrong';

const PLANES = {
  colour: m.picture_plane_colour,
  grey: m.picture_plane_grey,
  red: m.picture_plane_red,
  green: m.picture_plane_green,
  blue: m.picture_plane_blue
};

/** What a step shows of a picture. */
function caption(shown: PictureStop | undefined, locale: Locale): string {
  if (!shown) return '';
  const { plane: name, apart, columns } = shown;
  const plane = apart ? m.picture_planes_apart({}, { locale }) : PLANES[name]({}, { locale });
  return columns === null
    ? m.picture_shows_all({ plane }, { locale })
    : m.picture_shows_part({ plane, columns }, { locale });
}

export const words: KindWords<PictureRun, keyof typeof wrong> = {
  heading: (_, step, locale) => stepNumber(step, locale),
  sentence: ({ stops }, step, locale) => `${stepNumber(step, locale)}. ${caption(stops[step], locale)}`,
  caption: ({ stops }, step, locale) => caption(stops[step], locale),
  wrong: {},
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
};
