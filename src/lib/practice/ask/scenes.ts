import type { AskedScene } from '../question-kind';
import type { Asking } from './asking.svelte';

/** The worked solution; null where no scene shows it. */
export function solutionScene({ kind, question }: Asking): AskedScene | null {
  return kind.scene(question.parameters, null);
}

/**
 * What the misconception behind the newest answer does; null where there is none, or where it is to be seen in the worked
 * solution: that one is not due before the question is over.
 */
export function wrongScene({ kind, question, marked }: Asking): AskedScene | null {
  const rule = marked?.rule ?? null;
  if (rule === null) return null;
  const scene = kind.scene(question.parameters, rule);
  const solution = kind.scene(question.parameters, null);
  const isSame =
    scene?.kind === solution?.kind && JSON.stringify(scene?.settings) === JSON.stringify(solution?.settings);
  return isSame ? null : scene;
}
