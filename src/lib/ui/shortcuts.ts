/** Opens the search on every page: what the key writes, because its place differs between keyboards. */
export const SEARCH_KEY = '/';

const KEY = 'stride-shortcuts';

/** Whether single keys are shortcuts on this machine. They are until somebody switches them off. */
export function storedShortcuts(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Switches the shortcuts on or off and remembers it. */
export function storeShortcuts(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // The switch then holds for this visit.
  }
}
