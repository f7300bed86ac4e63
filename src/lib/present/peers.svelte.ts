import { SvelteMap } from 'svelte/reactivity';

/** What a window is for. */
export type Role = 'audience' | 'speaker';

/** A BroadcastChannel, as far as it is needed. */
export interface Line {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

/** What windows say to each other. `by` is the window that made a state, `stamp` grows with each new one. */
type Message<State, Aside> = { readonly from: string; readonly role: Role } & (
  | { readonly kind: 'hello' | 'beat' | 'answer' | 'bye' }
  | { readonly kind: 'state'; readonly stamp: number; readonly by: string; readonly state: State }
  | { readonly kind: 'aside'; readonly aside: Aside }
);

/** What a window does with what it hears. */
export interface Listener<State, Aside> {
  /** What it shows. */
  state(): State;
  /** Another window has driven: this one follows. */
  take(state: State): void;
  /** Something that is no state: a stroke, where the laser points. */
  hear(aside: Aside): void;
  /** What a window that has just come must be told besides the state. */
  tell(): readonly Aside[];
}

/** Milliseconds between two signs of life, and after how long without one a window is gone. */
export const BEAT = 500;
export const LOST = 1600;
/** How long a window that has just come may wait for the others to say where they are. */
const GREETING = 1000;

/**
 * The windows of one lesson on this machine: all show the same, whichever of them is driven. Who comes says hello and
 * is told the state by those that are there. Each asks the others for a sign of life; the answer needs no clock, for
 * the clocks of a hidden window go slow.
 */
export class Peers<State, Aside> {
  readonly #id: string;
  readonly #role: Role;
  readonly #line: Line;
  readonly #listener: Listener<State, Aside>;
  readonly #others = new SvelteMap<string, { readonly role: Role; readonly seen: number }>();
  readonly #beating: ReturnType<typeof setInterval>;
  #stamp = 0;
  #by = '';
  /** Whether this window was sent to a place on purpose: then the others come there. */
  #insists: boolean;
  readonly #came = performance.now();
  /** Whether it was driven before the others have said where they are: what was pressed is not taken back. */
  #hasty = false;

  constructor(
    line: Line,
    role: Role,
    listener: Listener<State, Aside>,
    { insists = false, id = crypto.randomUUID() } = {}
  ) {
    this.#id = id;
    this.#role = role;
    this.#line = line;
    this.#listener = listener;
    this.#insists = insists;
    line.onmessage = ({ data }) => this.#hear(data as Message<State, Aside>);
    this.#post({ kind: 'hello' });
    this.#beating = setInterval(() => this.#beat(), BEAT);
  }

  /** How many windows of a role are there, but for this one. */
  count(role: Role): number {
    return [...this.#others.values()].filter((other) => other.role === role).length;
  }

  /** This window was driven: the others follow. */
  changed(): void {
    this.#hasty ||= this.#stamp === 0 && this.#isNew;
    this.#stamp += 1;
    this.#by = this.#id;
    this.#postState();
  }

  /** Says something that is no state. */
  say(aside: Aside): void {
    this.#post({ kind: 'aside', aside });
  }

  /** Says good-bye; nothing is said or heard after it. */
  leave(): void {
    clearInterval(this.#beating);
    this.#post({ kind: 'bye' });
    this.#line.onmessage = null;
    this.#line.close();
  }

  #post(
    message:
      | { kind: 'hello' | 'beat' | 'answer' | 'bye' }
      | { kind: 'state'; stamp: number; by: string; state: State }
      | { kind: 'aside'; aside: Aside }
  ): void {
    this.#line.postMessage({ ...message, from: this.#id, role: this.#role });
  }

  get #isNew(): boolean {
    return performance.now() - this.#came < GREETING;
  }

  #postState(): void {
    this.#post({ kind: 'state', stamp: this.#stamp, by: this.#by, state: this.#listener.state() });
  }

  #beat(): void {
    const now = performance.now();
    for (const [id, { seen }] of this.#others) if (now - seen > LOST) this.#others.delete(id);
    this.#post({ kind: 'beat' });
  }

  #hear(message: Message<State, Aside>): void {
    const { from, role, kind } = message;
    if (kind === 'bye') {
      this.#others.delete(from);
      return;
    }
    const isNew = !this.#others.has(from);
    this.#others.set(from, { role, seen: performance.now() });
    // Who says hello comes later than this window, and comes to where this one is.
    if (kind === 'hello') {
      this.#stamp ||= this.#claim();
      this.#hasty = false;
    }
    // A window that was thought gone, and was only slow, may have missed something.
    if (kind === 'hello' || (isNew && kind === 'beat')) this.#welcome();
    else if (kind === 'beat') this.#post({ kind: 'answer' });
    else if (kind === 'aside') this.#listener.hear(message.aside);
    else if (kind === 'state') this.#take(message);
  }

  /** What this window shows counts, although nobody has driven yet. */
  #claim(): number {
    this.#by = this.#id;
    return 1;
  }

  #welcome(): void {
    this.#postState();
    for (const aside of this.#listener.tell()) this.say(aside);
  }

  #take({ stamp, by, state }: { stamp: number; by: string; state: State }): void {
    const insists = this.#insists || (this.#hasty && this.#isNew);
    this.#hasty = false;
    if (insists) {
      this.#insists = false;
      this.#stamp = Math.max(stamp, this.#stamp);
      this.changed();
      return;
    }
    const isNewer = stamp > this.#stamp || (stamp === this.#stamp && by > this.#by);
    if (!isNewer) return;
    this.#stamp = stamp;
    this.#by = by;
    this.#listener.take(state);
  }
}
