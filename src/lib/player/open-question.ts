import * as v from 'valibot';

const KEY = 'stride-open-question';

const openQuestionSchema = v.object({
  lesson: v.string(),
  scene: v.string(),
  step: v.number(),
  /** Whether it was answered wrongly once. */
  missed: v.boolean()
});

/** Where a question is open. */
export type OpenQuestion = v.InferOutput<typeof openQuestionSchema>;

/** Remembers in this tab where a question is open; null when none is. Where nothing can be kept, nothing is. */
export function keepOpenQuestion(question: OpenQuestion | null): void {
  try {
    if (question) sessionStorage.setItem(KEY, JSON.stringify(question));
    else sessionStorage.removeItem(KEY);
  } catch {
    // The question is asked again when its step is reached.
  }
}

/** The question that was open when this page was loaded anew; null when it was come to in any other way. */
export function openQuestionKept(): OpenQuestion | null {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== 'reload') return null;
  try {
    const kept = v.safeParse(openQuestionSchema, JSON.parse(sessionStorage.getItem(KEY) ?? 'null'));
    return kept.success ? kept.output : null;
  } catch {
    return null;
  }
}
