import { EQUALS, PLUS, piecesText, TIMES, type EquationPiece, type NamedEquation } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { ChannelsRun } from './settings';

/** The numbers of the filter: channels times height times width, and one bias. */
function countPieces({ channels, trace }: ChannelsRun): EquationPiece[] {
  const { kernel } = trace.geometry;
  const weight = (count: number): EquationPiece => ({ text: `${count}`, tone: 'kernel' });
  return [
    weight(channels),
    TIMES,
    weight(kernel.height),
    TIMES,
    weight(kernel.width),
    PLUS,
    { text: '1', tone: 'bias' },
    EQUALS,
    { text: `${trace.taps + 1}`, tone: 'kernel' }
  ];
}

/** The count under the words that say what it counts. */
export function countEquation(run: ChannelsRun, locale: Locale): NamedEquation {
  return { title: m.channels_count_title({}, { locale }), pieces: countPieces(run) };
}

/** The count in one line: '3×3×3 + 1 = 28'. */
export function countText(run: ChannelsRun): string {
  return piecesText(countPieces(run));
}
