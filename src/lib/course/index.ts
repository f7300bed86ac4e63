/**
 * What a lesson is: its schema, its place in the course, what a page gets of it, and how far a learner has come. The lesson folders are read
 * and checked at build time by `library.server.ts`, the second door of this room; nothing of that reaches the
 * browser.
 */
export type { GlossaryPlan, GlossaryTerm, ScenePlace } from './glossary';
export { lessonSchema } from './lesson';
export type { LessonPlan, PredictionPlan, SceneKindName, ScenePlan } from './lesson';
export { biasModel } from './models/bias';
export type { BiasRun } from './models/bias-run';
export type { BiasSettings, RawBiasSettings } from './models/bias-settings';
export { isLightness, WHITE } from './models/lightness';
export { linkedNumber, MOST_CELLS } from './models/limits';
export type { LinkCodec, LinkedNumberProblem, SceneModel, SceneRun } from './models/model';
export { colourImageModel, PLANES } from './models/colour-image';
export type { ColourImageRun, ColourImageSettings, PlaneName, RawColourImage } from './models/colour-image';
export { pictureModel } from './models/picture';
export type { PictureRun, PictureSettings, PictureStop } from './models/picture';
export { flattenModel } from './models/flatten';
export type { FlattenRun, FlattenSettings, RawFlatten } from './models/flatten';
export { isPattern, movingPatternModel, placesFor } from './models/moving-pattern';
export type {
  MovingPatternRun,
  MovingPatternSettings,
  PatternMoment,
  RawMovingPattern
} from './models/moving-pattern';
export { SIDE_BOUNDS, weightCountModel } from './models/weight-count';
export type { WeightCountRun, WeightCountSettings, WeightMoment } from './models/weight-count';
export { readSettings, slidingWindowModel, twoConventionsModel } from './models/window';
export type { RawSettings } from './models/window';
export type { WindowRun } from './models/window-run';
export { MOST_PADDING, MOST_STRIDE } from './models/window-link';
export { readLinkMatrix, readPastedMatrix, writeLinkMatrix } from './matrix-text';
export type { MatrixProblem, MatrixReading } from './matrix-text';
export type { LessonLink, LessonPage, MappedLesson, ScenePage } from './pages';
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
