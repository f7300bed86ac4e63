import type { WrongPredictions } from '../shared/model';
import type { PictureRun } from './model';

/** Nothing of a picture is predicted. */
export const wrong: WrongPredictions<PictureRun, never> = {};
