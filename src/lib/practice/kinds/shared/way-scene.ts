import { sceneOf, type AskedScene } from '../../question-kind';
import { onesOf, type WayParameters } from './window-way';

/**
 * The window on its way, from one output cell to another, both counted from 0. Where it jumps over a bare input, the
 * places that it leaves out are shown.
 */
export function wayScene(parameters: WayParameters, first: number, last: number): AskedScene {
  const { input, stride, padding } = parameters;
  const kernel = onesOf(parameters);
  const cells = [first + 1, last + 1] as const;
  return stride > 1 && padding === 0
    ? sceneOf({ kind: 'strided-window', settings: { input, kernel, stride }, grain: 'cell', cells })
    : sceneOf({ kind: 'sliding-window', settings: { input, kernel, stride, padding }, grain: 'cell', cells });
}
