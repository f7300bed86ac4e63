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

/** A lesson in a few words. */
export interface LessonSummary {
  readonly number: number;
  readonly slug: string;
  readonly chapter: number;
  readonly title: string;
  readonly summary: string;
}

/** What the course map knows of a lesson. */
export interface MappedLesson extends LessonSummary {
  readonly sceneIds: readonly string[];
}

/** What a link to a lesson says. */
export type LessonLink = Pick<LessonSummary, 'number' | 'slug' | 'title'>;

/** A lesson in one language, as a page gets it. */
export interface LessonPage extends LessonSummary {
  /** The lessons before and after it, where there are such. */
  readonly previous?: LessonLink | undefined;
  readonly next?: LessonLink | undefined;
  readonly scenes: readonly ScenePage[];
  readonly summaryHtml: string;
}
