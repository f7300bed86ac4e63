import { WINDOW_THINGS, windowModel } from '../shared/window/model';
import { reached } from './goal';
import type { WindowGoal } from './goal-schema';

/** One kernel sliding over one input. */
export const model = windowModel(
  {
    reached: (goal, ...numbers) => reached(goal as WindowGoal, ...numbers),
    things: [...WINDOW_THINGS, 'product']
  },
  'conv2d'
);
