import { mergeProgress, NO_PROGRESS, sceneKeyOf, updateProgress, type SceneProgress } from '$lib/course';
import type { Player } from './player.svelte';
import type { SceneState } from './scene-state.svelte';

/** Milliseconds without a step before progress is written: never during the work of a key press. */
const DELAY = 400;
/** Not every browser says that a page is left when it is put away and ended there. */
const LEAVING = ['pagehide', 'visibilitychange'];

/** What was shown at some moment. */
export interface Sighting {
  readonly scene: SceneState;
  readonly step: number;
  readonly length: number;
}

/** Notes what a player shows, and writes it. */
export interface ProgressRecorder {
  /** Takes in what is shown, or was. */
  readonly see: (sighting: Sighting) => void;
  /** Writes the rest. */
  readonly end: () => void;
}

function outcomesOf(scene: SceneState): SceneProgress['outcomes'] {
  return Object.fromEntries(
    [...scene.outcomes].map(([cell, outcome]) => [cell, outcome === 'skipped' ? outcome : outcome.grade.code])
  );
}

/**
 * Makes what writes how far each scene of a lesson has been followed, a moment after the last step and when the
 * page is left. A lesson that was only opened at its beginning has not begun, and where the learner was before
 * still counts.
 *
 * @param opened the query with which the lesson was opened
 */
export function recordProgress(player: Player, lesson: string, opened: string): ProgressRecorder {
  /** What was seen since the last writing. */
  let seen = NO_PROGRESS;
  let written = opened;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write() {
    clearTimeout(timer);
    const query = player.query();
    if (seen === NO_PROGRESS && query === written) return;
    updateProgress((progress) => ({
      ...mergeProgress(progress, seen),
      // Not before what is there, even if that was written by a clock that is ahead of this one.
      last: { lesson, query, at: Math.max(Date.now(), progress.last?.at ?? 0) }
    }));
    seen = NO_PROGRESS;
    written = query;
  }

  for (const name of LEAVING) addEventListener(name, write);
  return {
    see({ scene, step, length }) {
      const scenes = { [sceneKeyOf(lesson, scene.page.id)]: { step, length, outcomes: outcomesOf(scene) } };
      if (step > 0) seen = mergeProgress(seen, { ...NO_PROGRESS, scenes });
      clearTimeout(timer);
      timer = setTimeout(write, DELAY);
    },
    end() {
      for (const name of LEAVING) removeEventListener(name, write);
      write();
    }
  };
}
