import type { SceneKindName } from '$lib/course';
import BiasTables from './bias/BiasTables.svelte';
import FlattenTables from './flatten/FlattenTables.svelte';
import PatternTables from './moving-pattern/PatternTables.svelte';
import WeightTable from './weight-count/WeightTable.svelte';
import PlaneTables from './colour-image/PlaneTables.svelte';
import type { FinishedScene } from './kind';
import PlainPicture from './picture/PlainPicture.svelte';
import WindowTables from './window/WindowTables.svelte';

/**
 * What stands there of each kind where no script runs. A table of its own, because only the prerendered page
 * draws it: the compiler drops what lies inside <noscript> from the scripts, and these components with it.
 */
export const FINISHED_SCENES = {
  'sliding-window': WindowTables,
  'two-conventions': WindowTables,
  picture: PlainPicture,
  'colour-image': PlaneTables,
  flatten: FlattenTables,
  'weight-count': WeightTable,
  'moving-pattern': PatternTables,
  bias: BiasTables
} as unknown as Record<SceneKindName, FinishedScene>;
