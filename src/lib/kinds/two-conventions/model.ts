import { WINDOW_THINGS, windowModel } from '../shared/window/model';
import { conventionsGoal } from './goal';

/** Cross-correlation and convolution side by side, at the same places. */
export const model = windowModel({ goal: conventionsGoal, things: WINDOW_THINGS }, 'conv2d', 'convolve2d');
