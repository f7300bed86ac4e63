import { readProgress, type ProgressProblem, type ProgressReading } from './progress-text';

/** A file of progress has at most this many bytes; a whole course is some ten thousand. */
const MOST_BYTES = 1_000_000;

/** Why a file was not taken: what can be wrong with its text, its size, or the browser could not open it. */
export type ProgressFileProblem = ProgressProblem | 'too-large' | 'closed';

/** Reads progress from a file that a learner chose. A file that is too large is not even opened. */
export async function readProgressFile(
  file: Blob
): Promise<ProgressReading | { readonly ok: false; readonly problem: ProgressFileProblem }> {
  if (file.size > MOST_BYTES) return { ok: false, problem: 'too-large' };
  try {
    return readProgress(await file.text());
  } catch {
    return { ok: false, problem: 'closed' };
  }
}

/** A name for a file of progress, with the learner's own date. */
export function progressFileName(date: Date): string {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `stride-progress-${parts.map((part) => `${part}`.padStart(2, '0')).join('-')}.json`;
}
