import { windowModel } from '../shared/window/model';

/** One kernel sliding over one input. */
export const model = windowModel('conv2d');
