import type { Stroke } from './anchor';
import type { Deck, DeckState } from './deck.svelte';
import type { MarkedPlaces } from './marks.svelte';
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
const FORM = 2;

function hear(deck: Deck, role: Role, aside: Aside): void {
  if (aside.kind === 'canvas') {
    if (role === 'speaker') deck.canvas = aside.canvas;
  } else if (aside.kind === 'marks') deck.marks.putAll(aside.all);
  else if (aside.kind === 'strokes') deck.marks.put(aside.place, aside.strokes);
  else deck.laser = aside.at;
}

/** Joins the other windows of the lesson, and keeps this one and them together for as long as the effects live. */
function join(deck: Deck, role: Role, insists: boolean): DeckPeers {
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

/**
 * Is together with the other windows of the lesson while the page is there: it leaves them when the page is left, and
 * joins them again when it comes back as it was. To be called when a window is mounted.
 *
 * @param insists whether the others come to what this window shows, and not the other way round
 * @param onjoin is given the others each time
 * @returns what leaves them for good
 */
export function stayJoined(
  deck: Deck,
  role: Role,
  insists: boolean,
  onjoin: (peers: DeckPeers) => void
): () => void {
  function enter(first: boolean): () => void {
    let peers: DeckPeers | undefined;
    const stop = $effect.root(() => {
      peers = join(deck, role, first && insists);
      onjoin(peers);
    });
    return () => {
      stop();
      peers?.leave();
    };
  }

  let leave = enter(true);
  const away = () => leave();
  const again = (event: PageTransitionEvent) => {
    if (event.persisted) leave = enter(false);
  };
  addEventListener('pagehide', away);
  addEventListener('pageshow', again);
  return () => {
    removeEventListener('pagehide', away);
    removeEventListener('pageshow', again);
    leave();
  };
}
