import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { Colours } from './settings';

/** What a channel is called. */
export interface ChannelNames {
  /** Over its plane: 'Red channel', 'Channel 1'. */
  readonly plane: string;
  /** In one word: 'Red', '1'. */
  readonly short: string;
  /** One sign beside a partial sum: 'R', '1'. */
  readonly letter: string;
  /** The colour that it stands for, if any. */
  readonly colour?: string;
}

/** The names of so many channels. */
export function channelNames(colours: Colours, channels: number, locale?: Locale): ChannelNames[] {
  const options = locale && { locale };
  const rgb: ChannelNames[] = [
    { plane: m.plane_red({}, options), short: m.channels_red({}, options), letter: 'R', colour: '#c62828' },
    {
      plane: m.plane_green({}, options),
      short: m.channels_green({}, options),
      letter: 'G',
      colour: '#2e7d32'
    },
    { plane: m.plane_blue({}, options), short: m.channels_blue({}, options), letter: 'B', colour: '#2456c8' }
  ];
  return Array.from({ length: channels }, (_, channel) => {
    const number = `${channel + 1}`;
    const plane = m.channels_numbered({ number }, options);
    return (colours === 'none' ? undefined : rgb[channel]) ?? { plane, short: number, letter: number };
  });
}
