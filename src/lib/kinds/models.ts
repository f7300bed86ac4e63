/**
 * The pure door of the kinds of scene: what a lesson may write down, what is computed from it, and the wrong rules
 * that explain wrong predictions. It knows no pictures and no words, so the build and plain Node read lessons with it.
 * The table itself is made from the folders of the kinds (scripts/doors.mjs).
 */
import { KIND_MODELS } from './doors/models';
import type { SceneModel, SceneRun, WrongPredictions } from './shared/model';

export { KIND_MODELS };
export type SceneKindName = keyof typeof KIND_MODELS;

/** The pure half of a kind. */
export interface KindModel {
  readonly model: SceneModel;
  readonly wrong: WrongPredictions<SceneRun>;
}

/** The pure half of the kind of that name. */
export function kindModel(name: SceneKindName): KindModel {
  return KIND_MODELS[name];
}

export { count } from './shared/schema-parts';
export { linkedNumber, linkedWord } from './shared/limits';
export { gradePrediction } from './shared/model';
export type { Graded, LinkCodec, LinkedNumberProblem, SceneModel, SceneRun } from './shared/model';
