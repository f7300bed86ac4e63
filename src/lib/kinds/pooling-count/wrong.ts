import { adaptRules, POOLING_COUNT_RULES } from '$lib/exercise';
import type { PoolingCountRun } from './model';

/** What goes wrong when the parameters of a pooling layer are counted. */
export const wrong = adaptRules(POOLING_COUNT_RULES, ({ settings }: PoolingCountRun, _cell: number) => ({
  channels: settings.shape[0],
  taps: settings.size * settings.size
}));
