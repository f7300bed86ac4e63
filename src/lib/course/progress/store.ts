/**
 * The progress of this browser.
 *
 * It lies in localStorage: a few kilobytes that must be written at once while a page is being left, when nothing
 * that answers later (IndexedDB) is sure to be heard. Before each writing the text is read anew, so that two tabs
 * add to each other. Where nothing can be stored, progress lives as long as the document.
 */
import { mergeProgress, NO_PROGRESS, type Progress } from './progress';
import { readProgress } from './progress-text';

const KEY = 'stride-progress';
/** A number follows: whatever was set aside before is never overwritten. */
export const SET_ASIDE_KEY = `${KEY}-set-aside-`;
/** What the window is told when progress has changed in it; other windows hear the browser's `storage`. */
export const PROGRESS_CHANGED = KEY;

/** What could not be written. One for the whole document: the course map knows what a lesson could not store. */
let memory = NO_PROGRESS;

function write(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** Moves a text that cannot be read to a key of its own. Where there is no room for it, it stays where it is. */
function setAside(text: string): boolean {
  let number = 1;
  while (localStorage.getItem(SET_ASIDE_KEY + number) !== null) number++;
  const moved = write(SET_ASIDE_KEY + number, text);
  if (moved) localStorage.removeItem(KEY);
  return moved;
}

/** The stored progress; null when nothing can be stored without losing something. */
function open(): Progress | null {
  try {
    const text = localStorage.getItem(KEY);
    if (text === null) return NO_PROGRESS;
    const reading = readProgress(text);
    if (reading.ok) return reading.progress;
    return setAside(text) ? NO_PROGRESS : null;
  } catch {
    return null;
  }
}

/** What is known of the learner. A stored text that cannot be read is set aside first. */
export function loadProgress(): Progress {
  return mergeProgress(open() ?? NO_PROGRESS, memory);
}

/** Changes what is stored or, where nothing can be, what is remembered. */
export function updateProgress(change: (progress: Progress) => Progress): void {
  const stored = open();
  const progress = change(mergeProgress(stored ?? NO_PROGRESS, memory));
  memory = stored && write(KEY, JSON.stringify(progress)) ? NO_PROGRESS : progress;
  dispatchEvent(new Event(PROGRESS_CHANGED));
}

/** Forgets all progress; what was set aside stays. */
export function forgetProgress(): void {
  memory = NO_PROGRESS;
  if (open()) localStorage.removeItem(KEY);
  dispatchEvent(new Event(PROGRESS_CHANGED));
}
