import type { ScenePlan } from './lesson';

/** A scene with its prose in one language, as a page gets it. All `Html` is made at build time from the lesson. */
export type ScenePage = ScenePlan & {
  readonly title: string;
  readonly html: string;
  /** Cue by step number. */
  readonly cueHtml: Readonly<Record<string, string>>;
  /** Question by output cell (counted from 1). */
  readonly questionHtml: Readonly<Record<string, string>>;
};

/** What the course map shows of a lesson. */
export interface LessonSummary {
  readonly number: number;
  readonly slug: string;
  readonly chapter: number;
  readonly title: string;
  readonly summary: string;
}

/** A lesson in one language, as a page gets it. */
export interface LessonPage extends LessonSummary {
  readonly scenes: readonly ScenePage[];
  readonly summaryHtml: string;
}
