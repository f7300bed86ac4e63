import type { ExactTensor } from '$lib/engine';

/** One output cell at a time, or one multiplication at a time. */
export type Grain = 'cell' | 'product';

/** All that a sliding window needs to know. */
export interface WindowSettings {
  /** (1, C, H, W) */
  readonly input: ExactTensor;
  /** (1, C, FH, FW): one filter */
  readonly kernel: ExactTensor;
  readonly stride: number;
  readonly padding: number;
}
