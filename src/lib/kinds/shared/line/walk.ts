import { KernelTooLargeError, outputsFedBy, windowGeometry, type Padding } from '$lib/engine';
import type { LineSettings } from './settings';

/**
 * How a line is padded and its end treated: alike on both ends and rounded down, with as many cells as TensorFlow's
 * 'same' adds, or rounded up so that the last window may reach over the end.
 */
export type Convention = 'symmetric' | 'same' | 'ceil';

/** A window on its way along a line. All lengths in cells; places are counted from 0 at the padded line's start. */
export interface LineWalk extends LineSettings {
  /** Padding before the first cell and behind the last. */
  readonly before: number;
  readonly after: number;
  readonly padded: number;
  /** What the window covers, the gaps of dilation included. */
  readonly span: number;
  /** Places that the window has; none where it is longer than the line. */
  readonly outputs: number;
  /** How far the window can go from its first place; below 0 where it does not fit. */
  readonly room: number;
  /** Cells at the end that no window covers. */
  readonly leftover: number;
  /** Cells behind the end that the last window covers: rounded up, it may reach over. */
  readonly reached: number;
  /** The places from which the window meets a cell of the padded line, in order. */
  placesOver(cell: number): number[];
}

/** Where the window begins at a place. */
export function startOf({ stride }: Pick<LineWalk, 'stride'>, place: number): number {
  return place * stride;
}

/** Cells behind the end of the line that a window at a place would cover. */
export function missingAt(walk: Pick<LineWalk, 'stride' | 'span' | 'padded'>, place: number): number {
  return Math.max(0, startOf(walk, place) + walk.span - walk.padded);
}

/** The whole walk of a window along a line, by the engine's geometry. A window that does not fit has no place. */
export function walkOf(settings: LineSettings, convention: Convention = 'symmetric'): LineWalk {
  const { input, kernel, stride, dilation } = settings;
  const padding: Padding = convention === 'same' ? 'same' : [0, settings.padding];
  try {
    const geometry = windowGeometry(
      { height: 1, width: input },
      { height: 1, width: kernel },
      { stride: [1, stride], dilation: [1, dilation], padding },
      convention === 'ceil'
    );
    const { left: before, right: after } = geometry.padding;
    const [padded, span, outputs] = [geometry.padded.width, geometry.span.width, geometry.output.width];
    const lengths = { ...settings, before, after, padded, span, outputs };
    const end = startOf(settings, outputs - 1) + span;
    return {
      ...lengths,
      room: padded - span,
      leftover: Math.max(0, padded - end),
      reached: missingAt(lengths, outputs - 1),
      placesOver: (cell) => outputsFedBy(geometry, { row: 0, column: cell }).map(({ column }) => column)
    };
  } catch (error) {
    if (!(error instanceof KernelTooLargeError)) throw error;
    const { kernelLength: span, paddedLength: padded } = error;
    const { padding: side } = settings;
    return {
      ...settings,
      ...{ before: side, after: side, padded, span, outputs: 0 },
      room: padded - span,
      leftover: 0,
      reached: 0,
      placesOver: () => []
    };
  }
}
