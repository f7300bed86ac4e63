import { readProgress, type ProgressProblem } from './progress-text';
import { mergeProgress } from './progress';
import { canKeep } from './room';
import { SET_ASIDE_KEY, updateProgress } from './store';

/** A stored text that could not be read as progress. */
export interface SetAside {
  readonly key: string;
  readonly text: string;
  readonly problem: ProgressProblem;
}

/** What has been set aside in this browser, the oldest first. */
export function listSetAside(): SetAside[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(SET_ASIDE_KEY))
      .sort(
        (one, other) => Number(one.slice(SET_ASIDE_KEY.length)) - Number(other.slice(SET_ASIDE_KEY.length))
      )
      .map((key) => {
        const text = localStorage.getItem(key) ?? '';
        const reading = readProgress(text);
        return { key, text, problem: reading.ok ? 'damaged' : reading.problem };
      });
  } catch {
    return [];
  }
}

/**
 * Takes back what can be read by now: progress of a newer version, once this page is that version too. What cannot
 * be stored stays set aside.
 */
export function takeBackSetAside(): void {
  for (const { key, text } of listSetAside()) {
    const reading = readProgress(text);
    if (!reading.ok || !canKeep()) continue;
    updateProgress((progress) => mergeProgress(progress, reading.progress));
    discardSetAside(key);
  }
}

/** Throws away a text that was set aside. */
export function discardSetAside(key: string): void {
  localStorage.removeItem(key);
}
