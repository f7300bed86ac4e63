const KEY = 'stride-open-question';

/** Where a question is open, and whether it was answered wrongly once, as one text. */
export function openQuestion(lesson: string, scene: string, step: number, missed: boolean): string {
  return [lesson, scene, step, missed].join(' ');
}

/** Remembers in this tab where a question is open; null when none is. Where nothing can be kept, nothing is. */
export function keepOpenQuestion(question: string | null): void {
  try {
    if (question === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, question);
  } catch {
    // The question is asked again when its step is reached.
  }
}

/** The question that was open when this page was loaded anew; null when it was come to in any other way. */
export function openQuestionKept(): string | null {
  const [navigation] = performance.getEntriesByType('navigation');
  if (!(navigation instanceof PerformanceNavigationTiming) || navigation.type !== 'reload') return null;
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}
