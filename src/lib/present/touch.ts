/** What a finger asks for. */
export type Going = 'next' | 'back';

/** Pixels that a finger goes at least when it swipes, and at most when it taps. */
const SWIPE = 60;
const TAP = 14;

interface Touched {
  readonly x: number;
  readonly y: number;
}

/** What a finger asks for that came down at one place and left at another: a swipe turns, a tap goes where it is. */
export function goingOf(from: Touched, to: Touched, width: number): Going | null {
  const [across, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) >= SWIPE && Math.abs(across) > 2 * Math.abs(down)) return across < 0 ? 'next' : 'back';
  if (Math.hypot(across, down) > TAP) return null;
  return to.x < width / 2 ? 'back' : 'next';
}
