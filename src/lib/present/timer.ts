import type { ScenePage } from '$lib/course';

/** Milliseconds as minutes and seconds: 65 000 is 1:05. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/**
 * How many minutes should have passed at a step: those of the scenes before, and of its own scene its share.
 *
 * @param done how far the scene has come, 0 to 1
 */
export function plannedMinutes(
  scenes: readonly Pick<ScenePage, 'minutes'>[],
  index: number,
  done: number
): number {
  const before = scenes.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0);
  return before + (scenes[index]?.minutes ?? 0) * done;
}

const KEY = 'stride-timer-';

/** When the timer of a lesson was started, as this tab remembers it. */
export function keptStart(slug: string): number | null {
  try {
    const kept = Number(sessionStorage.getItem(KEY + slug) ?? NaN);
    return Number.isFinite(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Remembers in this tab when the timer was started; null when it was not. */
export function keepStart(slug: string, started: number | null): void {
  try {
    if (started === null) sessionStorage.removeItem(KEY + slug);
    else sessionStorage.setItem(KEY + slug, String(started));
  } catch {
    // The other window remembers it, too.
  }
}
