import { WINDOW_THINGS, windowModel } from '../shared/window/model';
import { windowGoal } from './goal';

/** One kernel sliding over one input. */
export const model = windowModel({ goal: windowGoal, things: [...WINDOW_THINGS, 'product'] }, 'conv2d');
