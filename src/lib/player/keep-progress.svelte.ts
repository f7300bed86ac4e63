import type { Player } from './player.svelte';
import type { ProgressRecorder } from './progress-recorder';

/**
 * Keeps a learner's progress from now on. What does it is fetched now, after the page is awake; should it not
 * arrive, the lesson goes on without. To be called in an effect.
 */
export function keepProgress(player: Player, lesson: string): () => void {
  let recorder = $state.raw<ProgressRecorder>();
  let ended = false;
  import('./progress-recorder').then(
    ({ recordProgress }) => {
      if (!ended) recorder = recordProgress(player, lesson);
    },
    () => {}
  );
  $effect(() => recorder?.see());
  return () => {
    ended = true;
    recorder?.end();
  };
}
