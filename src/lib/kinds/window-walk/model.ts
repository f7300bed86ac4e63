import { Fraction } from '$lib/engine';
import { lineLink, sameLine, type LineLength, type LineSettings } from '../shared/line/settings';
import { walkOf, type LineWalk } from '../shared/line/walk';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';
import type { WalkGoal } from './goal-schema';

/**
 * What one step shows: the window at a place, counted from 0; that it has no further one, or none at all; and then the
 * rule, part by part: the way from the first place, the steps that fit into it, the places.
 */
export type WalkMoment =
  | { readonly shows: 'place'; readonly place: number }
  | { readonly shows: 'end' | 'nothing' | 'room' | 'steps' | 'places' };

/** A window that walks along a line, and the rule that grows out of it. */
export interface WalkRun extends SceneRun {
  readonly walk: LineWalk;
  /** What the steps show, from step 1 on. */
  readonly moments: readonly WalkMoment[];
}

function momentsOf({ outputs }: LineWalk): WalkMoment[] {
  if (outputs === 0) return [{ shows: 'nothing' }];
  const places = Array.from({ length: outputs }, (_, place) => ({ shows: 'place' as const, place }));
  return [...places, { shows: 'end' }, { shows: 'room' }, { shows: 'steps' }, { shows: 'places' }];
}

export const model: SceneModel<LineSettings, LineSettings, WalkRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: sameLine,
  run(settings) {
    const walk = walkOf(settings);
    const moments = momentsOf(walk);
    return { ...plainRun(moments.length), walk, moments };
  },
  link: lineLink(['input', 'kernel', 'stride', 'padding', 'dilation']),
  things: ['input', 'output', 'tally', 'equation', 'output-R-C', 'input-R-C'],
  values: [
    ...['input', 'kernel', 'stride', 'padding', 'dilation'],
    ...['padded', 'span', 'room', 'steps', 'leftover', 'outputs']
  ],
  /** How many places the window has, whatever the step. */
  value({ walk, length }, cell) {
    if (cell < 1 || cell > length) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(walk.outputs);
  },
  reached(asked, settings, { walk }) {
    const { output, leftover, kept } = asked as WalkGoal;
    const isKept = (Object.entries(kept) as [LineLength, number][]).every(
      ([key, length]) => settings[key] === length
    );
    return isKept && walk.outputs === output && (leftover === undefined || walk.leftover === leftover);
  }
};
