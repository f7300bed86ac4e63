import { afterFrame } from '$lib/ui';
import { untrack } from 'svelte';
import type { Player } from './player.svelte';
import type { ProgressRecorder, Sighting } from './progress-recorder';

/**
 * Keeps a learner's progress from now on. What does it is fetched when there is something to keep: a lesson that is only
 * looked at has not begun. What is seen until it arrives is noted when it does, even if the lesson has been left by
 * then. Should it not arrive, the lesson goes on without. To be called in an effect.
 */
export function keepProgress(player: Player, lesson: string): () => void {
  const { opened, first } = untrack(() => ({ opened: player.query(), first: player.scene }));
  let recorder: ProgressRecorder | undefined;
  let early: Sighting[] = [];
  let fetched = false;
  let ended = false;

  function fetchRecorder() {
    import('./progress-recorder').then(
      ({ recordProgress }) => {
        recorder = recordProgress(player, lesson, opened);
        for (const sighting of early) recorder.see(sighting);
        early = [];
        if (ended) recorder.end();
      },
      () => {}
    );
  }

  $effect(() => {
    const { scene } = player;
    const { step, length, edited, grain } = scene;
    // An answer is news too.
    const answers = scene.outcomes.size;
    const sighting = { scene, step, length };
    if (recorder) recorder.see(sighting);
    else early.push(sighting);
    const begun = step > 0 || answers > 0 || edited || scene !== first || grain !== scene.page.grain;
    if (!begun || fetched) return;
    fetched = true;
    // After the frame: the picture of the step comes first.
    afterFrame(fetchRecorder);
  });
  return () => {
    ended = true;
    recorder?.end();
  };
}
