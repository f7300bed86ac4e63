import type { WindowTrace } from '$lib/trace';
import type { SceneRun } from './model';

/** One or more windows that slide over one input in parallel. The last one is what predictions ask for. */
export interface WindowRun extends SceneRun {
  readonly traces: readonly [WindowTrace, ...WindowTrace[]];
}
