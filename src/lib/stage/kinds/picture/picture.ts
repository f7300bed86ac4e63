import { pictureModel, type PictureRun, type PictureSettings } from '$lib/course';
import { pictureCaption, stepNumber } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { sceneKind } from '../kind';
import Picture from './Picture.svelte';
import PictureCredit from './PictureCredit.svelte';

/** A photograph or the learner's own picture, from the whole of it down to its numbers. */
export const picture = sceneKind<PictureSettings, PictureSettings, PictureRun>({
  model: pictureModel,
  stage: Picture,
  head: PictureCredit,
  tools: null,
  hasCode: false,
  heading: (_, step, locale) => stepNumber(step, locale),
  sentence: ({ stops }, step, locale) =>
    `${stepNumber(step, locale)}. ${pictureCaption(stops[step], locale)}`,
  caption: ({ stops }, step, locale) => pictureCaption(stops[step], locale),
  // Nothing of a picture is predicted.
  wrong: {},
  otherwise: m.prediction_wrong,
  watch: m.prediction_watch
});
