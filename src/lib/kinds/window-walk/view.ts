import { glide } from '$lib/stage';
import type { LineFocus, LinePicture } from '../shared/line/picture';
import { missingAt, startOf } from '../shared/line/walk';
import type { WalkMoment, WalkRun } from './model';

/** Where the window stands at a settled step: one place further on for the end, and back at the first for the rule. */
function windowStart({ walk, moments }: WalkRun, step: number): number {
  const moment = moments[step - 1];
  if (moment?.shows === 'place') return startOf(walk, moment.place);
  return moment?.shows === 'end' ? startOf(walk, walk.outputs) : 0;
}

function focusOf(moment: WalkMoment | undefined): LineFocus | null {
  const shows = moment?.shows;
  return shows === 'room' || shows === 'steps' || shows === 'places' ? shows : null;
}

/** The picture at a time: whole at a settled step. What a step tells is there when its window has arrived. */
export function walkPicture(run: WalkRun, time: number): LinePicture {
  const { walk, moments } = run;
  const settled = Math.floor(time);
  const next = Math.ceil(time);
  const moment = moments[settled - 1];
  const isPast = settled > walk.outputs && walk.outputs > 0;
  const missing =
    moment?.shows === 'end' ? missingAt(walk, walk.outputs) : moment?.shows === 'nothing' ? -walk.room : 0;
  return {
    window: glide(windowStart(run, settled), windowStart(run, next), time - settled),
    ghost: next === 0,
    places: Math.min(settled, walk.outputs),
    missing,
    dropped: isPast,
    focus: focusOf(moment)
  };
}
