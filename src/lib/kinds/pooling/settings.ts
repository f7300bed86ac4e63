import type { ExactTensor } from '$lib/engine';

type Rows = readonly (readonly (number | string)[])[];

/** Which poolings a scene shows. */
export type Shown = 'max' | 'average' | 'both';

/** The numbers of a pooling as a lesson has them. */
export interface RawPoolingSettings {
  /** One matrix for each channel. */
  readonly channels: readonly Rows[];
  readonly show: Shown;
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
  readonly ceil: boolean;
}

/** The numbers of a pooling. */
export interface PoolingSettings {
  /** One plane (1, 1, H, W) for each channel, all of one size. */
  readonly channels: readonly ExactTensor[];
  readonly show: Shown;
  /** Cells along one side of the window. */
  readonly size: number;
  readonly stride: number;
  readonly padding: number;
  /** Whether the last window may reach over the end. */
  readonly ceil: boolean;
}
