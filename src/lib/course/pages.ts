import type { LessonPicture, ScenePlan } from './lesson';

/** A scene with its prose in one language, as a page gets it. All `Html` is made at build time from the lesson. */
export type ScenePage = ScenePlan & {
  readonly title: string;
  /** What the scene asks: one sentence. */
  readonly questionHtml: string;
  /** What is said at length after it was seen; empty where there is nothing to add. */
  readonly explanationHtml: string;
  /** Cue by step number. */
  readonly cueHtml: Readonly<Record<string, string>>;
  /** Prediction by output cell (counted from 1). */
  readonly predictionHtml: Readonly<Record<string, string>>;
  /** What helps with a prediction, by output cell, where there is such. */
  readonly hintHtml: Readonly<Record<string, string>>;
  /** What the learner is asked to bring about, and what is said when it is; null where the scene has no goal. */
  readonly goalHtml: { readonly asked: string; readonly reached: string } | null;
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
  readonly picture: LessonPicture;
}

/** What the course map knows of a lesson that is to come. */
export interface ComingLesson extends Pick<LessonSummary, 'number' | 'chapter' | 'title'> {
  /** It has no page yet. */
  readonly slug?: undefined;
}

/** What a link to a lesson says. */
export type LessonLink = Pick<LessonSummary, 'number' | 'slug' | 'title' | 'summary'>;

/** A lesson in one language, as a page gets it. */
export interface LessonPage extends LessonSummary {
  /** The lessons before and after it, where there are such. */
  readonly previous?: LessonLink | undefined;
  readonly next?: LessonLink | undefined;
  readonly scenes: readonly ScenePage[];
  readonly summaryHtml: string;
}
