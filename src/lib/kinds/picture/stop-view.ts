import type { PictureStop } from './model';
import { viewBetween, wholeView, type Picture, type PictureView } from '$lib/picture';
import { cubicInOut } from 'svelte/easing';

/** In front of a class one goes closer to where numbers are: these have few columns. */
const MOST_NUMBERED = 20;
const CLOSER = 0.8;

type Size = Pick<Picture, 'width' | 'height'>;

/**
 * What a step shows of a picture of a certain size. Of one that is higher than wide, the columns of a stop are rows: they
 * go in as far. A picture that has fewer is shown whole.
 */
function viewOf(
  { plane, apart, row, column, columns }: PictureStop,
  size: Size,
  projected: boolean
): PictureView {
  const whole = wholeView(size, plane, apart ? 1 : 0);
  const longest = Math.max(size.width, size.height);
  if (columns === null || columns >= longest) return whole;
  const closer = projected && columns <= MOST_NUMBERED ? CLOSER : 1;
  return {
    ...whole,
    columns: (columns * closer * size.width) / longest,
    row: row * size.height,
    column: column * size.width
  };
}

/**
 * What is shown at a time: whole times are steps, the others lie on the way to the next one.
 *
 * @param projected whether numbers are to be read from the last row
 */
export function viewAt(
  stops: readonly PictureStop[],
  time: number,
  size: Size,
  projected = false
): PictureView {
  const at = (step: number) =>
    viewOf(stops[Math.min(step, stops.length - 1)] as PictureStop, size, projected);
  const before = Math.floor(time);
  return viewBetween(at(before), at(Math.ceil(time)), cubicInOut(time - before));
}

/** (H, W, C): three planes in colour, one in grey or of a plane alone. */
export function shapeOf({ plane }: Pick<PictureView, 'plane'>, { height, width }: Size): number[] {
  return [height, width, plane === 'colour' ? 3 : 1];
}
