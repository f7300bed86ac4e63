import type { LayerCost } from '$lib/engine';
import type { SceneRun } from '../shared/model';
import type { LayerSettings } from './settings';

/** What the steps count, in their order, from step 1 on. */
export const MOMENTS = ['weights', 'bias', 'parameters', 'map', 'maps', 'multiply-adds'] as const;
export type Moment = (typeof MOMENTS)[number];

/** A convolutional layer, counted: first one filter of it, and then all of them. */
export interface LayerRun extends SceneRun {
  readonly settings: LayerSettings;
  readonly one: LayerCost;
  readonly all: LayerCost;
  /** Weights of one filter; as many products make one cell. */
  readonly taps: number;
  readonly outputHeight: number;
  readonly outputWidth: number;
}
