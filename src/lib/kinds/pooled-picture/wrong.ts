import type { WrongPredictions } from '../shared/model';
import type { PooledPictureRun } from './model';

/** Nothing of a picture is predicted. */
export const wrong: WrongPredictions<PooledPictureRun, never> = {};
