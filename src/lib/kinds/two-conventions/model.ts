import { sameTensor } from '$lib/engine';
import { WINDOW_THINGS, windowModel } from '../shared/window/model';

/** Cross-correlation and convolution side by side, at the same places. */
export const model = windowModel(
  {
    // A kernel that is its own half turn is the only goal.
    reached: (_, __, { traces: [asItIs, turned] }) =>
      turned !== undefined && sameTensor(asItIs.weights, turned.weights),
    things: WINDOW_THINGS
  },
  'conv2d',
  'convolve2d'
);
