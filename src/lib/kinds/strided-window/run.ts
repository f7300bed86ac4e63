import type { WindowRun } from '../shared/window/run';
import type { UnseenLines } from '../shared/window/unseen';

/** A window that jumps over an input. */
export interface StridedRun extends WindowRun {
  readonly unseen: UnseenLines;
}
