import type { Fraction } from '$lib/engine';
import type { ConvolutionTrace, SlidingTrace } from '$lib/trace';
import type { SceneRun } from './model';

/** Filters over one input, one after the other, each with its own bias. */
export interface FiltersRun extends SceneRun {
  readonly trace: ConvolutionTrace;
  /** One for each filter. */
  readonly biases: readonly Fraction[];
  /** The steps of each filter by itself. */
  readonly parts: readonly SlidingTrace[];
}
