import type { ExactTensor } from '$lib/engine';
import type { FiltersRun } from '../shared/filters-run';

/** One or more filters over one input, one after the other, each with its own bias. */
export interface BiasRun extends FiltersRun {
  /** What the activation makes of a filter's finished map; null where there is none. */
  activated(filter: number): ExactTensor | null;
}
