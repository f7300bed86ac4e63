import { sceneOf, type AskedScene } from '../../question-kind';

/** A window that walks along one line. All lengths in cells. */
interface LineWalked {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation?: number;
}

/** The longest that a scene of one line can be told. */
const MOST = { input: 12, kernel: 7, stride: 5, padding: 4 };

/** The walk along a line; null where the line is too long to be shown, or the window too long for the line. */
export function lineScene({ input, kernel, stride, padding, dilation = 1 }: LineWalked): AskedScene | null {
  const isShown =
    input <= MOST.input && kernel <= MOST.kernel && stride <= MOST.stride && padding <= MOST.padding;
  const fits = dilation * (kernel - 1) + 1 <= input + 2 * padding;
  if (!isShown || !fits) return null;
  const settings = { input, kernel, stride, padding, dilation };
  return sceneOf({ kind: 'window-walk', settings, grain: 'cell' });
}
