import { sameTarget, type MapPlace, type Target } from '$lib/describe';

/** What is pointed at, held and pinned on one stage; linked parts light up together by reading it. */
export class Pointing {
  /** The pointer goes before the focus: it is the later wish. */
  hovered = $state.raw<Target | null>(null);
  focused = $state.raw<Target | null>(null);
  /** An output cell whose window stays on show. */
  pinned = $state.raw<MapPlace | null>(null);
  /** What stays lit until it is released. */
  held = $state.raw<Target | null>(null);

  readonly target = $derived(this.hovered ?? this.focused);

  togglePin(at: MapPlace): void {
    const { pinned } = this;
    const same = pinned?.row === at.row && pinned.column === at.column && pinned.map === at.map;
    this.pinned = same ? null : at;
    this.held = null;
  }

  isHeld(target: Target): boolean {
    return sameTarget(this.held, target);
  }

  toggleHold(target: Target): void {
    this.held = this.isHeld(target) ? null : target;
  }

  /** A new step begins: what was pinned or held belonged to the one before. */
  release(): void {
    this.pinned = null;
    this.held = null;
  }
}
