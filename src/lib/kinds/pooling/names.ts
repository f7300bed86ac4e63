import * as m from '$lib/paraglide/messages';

/** What the grids of a channel are called. */
export interface ChannelNames {
  readonly input: string;
  readonly max: string;
  readonly average: string;
  /** The same of the maps, where there is little room. */
  readonly short: { readonly max?: string; readonly average?: string };
}

/** Channels are numbered where there are several. */
export function channelNames(channel: number, channels: number): ChannelNames {
  if (channels === 1) {
    return {
      input: m.input(),
      max: m.pooling_max_map(),
      average: m.pooling_mean_map(),
      short: { max: m.pooling_max_map_short(), average: m.pooling_mean_map_short() }
    };
  }
  const map = m.pooling_map({ channel: channel + 1 });
  return { input: m.pooling_input({ channel: channel + 1 }), max: map, average: map, short: {} };
}
