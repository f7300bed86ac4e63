import {
  colourImageModel,
  type ColourImageRun,
  type ColourImageSettings,
  type RawColourImage
} from '$lib/course';
import { colourImageCaption, colourImageHeading } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { cellNamed } from '../../things';
import { sceneKind } from '../kind';
import ColourImage from './ColourImage.svelte';
import ImageShape from './ImageShape.svelte';

/** A colour image of a few pixels, and the three planes of numbers that it is. */
export const colourImage = sceneKind<RawColourImage, ColourImageSettings, ColourImageRun>({
  model: colourImageModel,
  stage: ColourImage,
  head: ImageShape,
  tools: null,
  hasCode: false,
  heading: (_, step, locale) => colourImageHeading(step, locale),
  sentence: ({ shape }, step, locale) =>
    `${colourImageHeading(step, locale)}. ${colourImageCaption(shape, step, locale)}`,
  caption: ({ shape }, step, locale) => colourImageCaption(shape, step, locale),
  things(name) {
    const cell = cellNamed(name);
    return cell && { kind: 'input', at: cell.at };
  },
  wrong: { 'one-plane': m.wrong_one_plane, 'added-lengths': m.wrong_added_lengths },
  otherwise: m.colour_count_wrong,
  watch: m.colour_count_watch
});
