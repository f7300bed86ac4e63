import { FORMAT, OUTCOMES, VERSION, type Progress } from './progress';

/** Why a text is no progress: no JSON, not ours, written by a later version, or ours and broken. */
export type ProgressProblem = 'unreadable' | 'foreign' | 'newer' | 'damaged';

export type ProgressReading =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly problem: ProgressProblem };

type Check = (value: unknown) => boolean;

/*
 * The schema, by hand: this is fetched by every lesson, and a library's records and strict objects would be more
 * than all the rest of it. A test holds it against the same schema written with the library.
 */
const isTable = (value: unknown, key: RegExp, isEntry: Check) =>
  value !== null &&
  typeof value === 'object' &&
  Object.entries(value).every(([name, entry]) => key.test(name) && isEntry(entry));

/** An object with these members and no other: what is not understood would be lost with the next writing. */
function isObject(value: unknown, members: Readonly<Record<string, Check>>): boolean {
  const names = Object.keys(members);
  return (
    isTable(value, /^\w+$/, () => true) &&
    Object.keys(value as object).length === names.length &&
    names.every((name) => members[name]?.((value as Record<string, unknown>)[name]))
  );
}

const isCount: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const matches =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isScene: Check = (value) =>
  isObject(value, {
    step: isCount,
    length: (length) => isCount(length) && (length as number) >= (value as { step: number }).step,
    outcomes: (outcomes) =>
      isTable(outcomes, /^\d+$/, (outcome) => OUTCOMES.some((known) => known === outcome))
  });

const isLast: Check = (value) =>
  value === null || isObject(value, { lesson: matches(/^[a-z\d-]+$/), query: matches(/^\?/), at: isCount });

const isProgress: Check = (value) =>
  isObject(value, {
    format: (format) => format === FORMAT,
    version: (version) => version === VERSION,
    scenes: (scenes) => isTable(scenes, /^[a-z\d-]+\/[a-z\d-]+$/, isScene),
    last: isLast
  });

/** Reads progress from a text; whatever the text is, it never throws. */
export function readProgress(text: string): ProgressReading {
  const problem = (name: ProgressProblem): ProgressReading => ({ ok: false, problem: name });
  let value: Partial<Progress> | null;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('unreadable');
  }
  if (value?.format !== FORMAT) return problem('foreign');
  if (Number(value.version) > VERSION) return problem('newer');
  return isProgress(value) ? { ok: true, progress: value as Progress } : problem('damaged');
}
