import type { ExactTensor, Fraction } from '$lib/engine';
import type { ConvolutionTrace, SlidingTrace } from '$lib/trace';
import type { SceneRun } from './model';

/** One or more filters over one input, one after the other, each with its own bias. */
export interface BiasRun extends SceneRun {
  readonly trace: ConvolutionTrace;
  /** One for each filter. */
  readonly biases: readonly Fraction[];
  /** The steps of each filter by itself. */
  readonly parts: readonly SlidingTrace[];
  /** What the activation makes of a filter's finished map; null where there is none. */
  activated(filter: number): ExactTensor | null;
}
