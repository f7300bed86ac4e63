/**
 * What a lesson is: its schema, its place in the course, and what a page gets of it. The lesson folders are read
 * and checked at build time by `library.server.ts`, the second door of this room; nothing of that reaches the
 * browser.
 */
export type { GlossaryPlan, GlossaryTerm, ScenePlace } from './glossary';
export { lessonSchema, MOST_CELLS, readSettings } from './lesson';
export type { LessonPlan, PredictionPlan, RawSettings, SceneKindName, ScenePlan } from './lesson';
export { readLinkMatrix, readPastedMatrix, writeLinkMatrix } from './matrix-text';
export type { MatrixProblem, MatrixReading } from './matrix-text';
export type { LessonPage, LessonSummary, ScenePage } from './pages';
