import type { SessionState } from './session.svelte';

const KEY = 'stride-practice-session';

interface Kept {
  readonly query: string;
  readonly state: SessionState;
}

/** Remembers a session in this tab, under its address. Where nothing can be kept, nothing is. */
export function keepSession(query: string, state: SessionState): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ query, state } satisfies Kept));
  } catch {
    // A page that is loaded anew begins the session anew.
  }
}

/** The session that this tab remembers under an address; null where there is none. */
export function keptSession(query: string): SessionState | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null;
    return kept?.query === query ? kept.state : null;
  } catch {
    return null;
  }
}
