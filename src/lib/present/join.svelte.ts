import type { Deck, DeckState } from './deck.svelte';
import type { MarkedPlaces, Stroke } from './marks.svelte';
import { Peers, type Role } from './peers.svelte';
import type { CanvasPoint, Extent } from './scale';

/** What windows say besides the state. */
export type Aside =
  | { readonly kind: 'marks'; readonly all: MarkedPlaces }
  | { readonly kind: 'strokes'; readonly place: string; readonly strokes: readonly Stroke[] }
  | { readonly kind: 'laser'; readonly at: CanvasPoint | null }
  /** What a window of the audience shows it on. */
  | { readonly kind: 'canvas'; readonly canvas: Extent };

export type DeckPeers = Peers<DeckState, Aside>;

/** Changes with the form of what the windows say: pages of two builds do not talk to each other. */
const FORM = 1;

function hear(deck: Deck, role: Role, aside: Aside): void {
  if (aside.kind === 'canvas') {
    if (role === 'speaker') deck.canvas = aside.canvas;
  } else if (aside.kind === 'marks') deck.marks.putAll(aside.all);
  else if (aside.kind === 'strokes') deck.marks.put(aside.place, aside.strokes);
  else deck.laser = aside.at;
}

/**
 * Joins the other windows of the lesson, and keeps this one and them together for as long as the component lives. To
 * be called when it is mounted.
 *
 * @param insists whether the others come to what this window shows, and not the other way round
 */
export function join(deck: Deck, role: Role, insists: boolean): DeckPeers {
  const shape = (): Aside[] => (role === 'audience' ? [{ kind: 'canvas', canvas: deck.canvas }] : []);
  const here = () => JSON.stringify(deck.state);
  let told = here();
  const peers = new Peers<DeckState, Aside>(
    new BroadcastChannel(`stride-present-${FORM}-${deck.player.slug}`),
    role,
    {
      state: () => deck.state,
      take(state) {
        deck.take(state);
        told = here();
      },
      hear: (aside) => hear(deck, role, aside),
      tell: () => [{ kind: 'marks', all: deck.marks.all }, ...shape()]
    },
    { insists }
  );
  $effect(() => {
    const now = here();
    if (now === told) return;
    told = now;
    peers.changed();
  });
  $effect(() => {
    for (const aside of shape()) peers.say(aside);
  });
  return peers;
}
