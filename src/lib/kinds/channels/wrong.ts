import { adaptRules, CHANNEL_COUNT_RULES, CHANNEL_RULES } from '$lib/exercise';
import type { ChannelsRun } from './settings';

/** What goes wrong when a cell, or the count of the filter's numbers, is predicted. */
export const wrong = {
  ...adaptRules(CHANNEL_RULES, ({ trace, bias }: ChannelsRun, cell: number) => ({
    sums: trace.step(trace.stepAfter(cell)).channelSums,
    bias
  })),
  ...adaptRules(CHANNEL_COUNT_RULES, ({ channels, area }: ChannelsRun) => ({ channels, area }))
};
