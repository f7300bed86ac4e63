import { qrOf, type Qr } from '$lib/ui';

/** With more squares a side, none is large enough to be told apart from the last row of a classroom. */
const LARGEST = 57;

/** The code of a text for a whole classroom; null where it would have too many squares to be read. */
export function classroomQr(text: string): Qr | null {
  const code = qrOf(text, 'L');
  return code && code.size <= LARGEST ? code : null;
}

/** Whether others can reach a host, or it is this machine's name for itself. */
export function reachOf(hostname: string): 'others' | 'here-only' {
  const isOwn = /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(hostname);
  return isOwn ? 'here-only' : 'others';
}
