/**
 * What a lesson is: its schema, its place in the course, what a page gets of it, and how far a learner has come. The lesson folders are read
 * and checked at build time by `library.server.ts`, the second door of this room; nothing of that reaches the
 * browser.
 */
export type { GlossaryPlan, GlossaryTerm, ScenePlace } from './glossary';
export { lessonSchema } from './lesson';
export type { LessonPicture, LessonPlan, PredictionPlan, SceneKindName, ScenePlan } from './lesson';
export type { ComingLesson, LessonLink, LessonPage, MappedLesson, ScenePage } from './pages';
export { chapterName } from './chapter';
export { mergeProgress, NO_PROGRESS, sceneKeyOf } from './progress/progress';
export type { Progress, SceneProgress } from './progress/progress';
export { progressFileName, readProgressFile } from './progress/progress-file';
export type { ProgressFileProblem } from './progress/progress-file';
export { canKeep } from './progress/room';
export { discardSetAside, listSetAside, takeBackSetAside } from './progress/set-aside';
export { lessonStanding, placeLeft } from './progress/standing';
export type { LessonStanding } from './progress/standing';
export { forgetProgress, loadProgress, PROGRESS_CHANGED, updateProgress } from './progress/store';
