/** About as much as a long course writes: less room than this is none. */
const ROOM = 'x'.repeat(4096);
const KEY = 'stride-room';

/** Whether this browser stores what a page wants to keep. It is found out by storing something. */
export function canKeep(): boolean {
  try {
    localStorage.setItem(KEY, ROOM);
    localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}
