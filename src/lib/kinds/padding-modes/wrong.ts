import type { WrongPredictions } from '../shared/model';
import type { ModeRun } from './model';

/** Nothing is predicted here. */
export const wrong: WrongPredictions<ModeRun, never> = {};
