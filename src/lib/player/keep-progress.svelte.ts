import type { Player } from './player.svelte';
import type { ProgressRecorder, Sighting } from './progress-recorder';

/**
 * Keeps a learner's progress from now on. What does it is fetched now, after the page is awake; what is seen until
 * it arrives is noted when it does, even if the lesson has been left by then. Should it not arrive, the lesson goes
 * on without. To be called in an effect.
 */
export function keepProgress(player: Player, lesson: string): () => void {
  let recorder: ProgressRecorder | undefined;
  let early: Sighting[] = [];
  let ended = false;
  import('./progress-recorder').then(
    ({ recordProgress }) => {
      recorder = recordProgress(player, lesson);
      for (const sighting of early) recorder.see(sighting);
      early = [];
      if (ended) recorder.end();
    },
    () => {}
  );
  $effect(() => {
    const { scene } = player;
    // An answer is news too.
    void scene.outcomes.size;
    const sighting = { scene, step: scene.step, length: scene.length };
    if (recorder) recorder.see(sighting);
    else early.push(sighting);
  });
  return () => {
    ended = true;
    recorder?.end();
  };
}
