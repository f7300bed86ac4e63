import { windowModel } from '../shared/window/model';

/** Cross-correlation and convolution side by side, at the same places. */
export const model = windowModel('conv2d', 'convolve2d');
