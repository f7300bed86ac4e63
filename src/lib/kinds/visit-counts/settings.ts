import { sizeOf, windowGeometry, type ExactTensor, type Padding, type Sides } from '$lib/engine';

/** Ways to pad that have a name. */
export const PADDING_NAMES = ['valid', 'same', 'full'] as const;
export type PaddingName = (typeof PADDING_NAMES)[number];

/** The bounds of what can be changed, in cells. More would leave the cells too small to read. */
export const VISIT_BOUNDS = {
  kernel: { least: 1, most: 7 },
  padding: { least: 0, most: 4 }
} as const;

/** What stands beside the counts: the outputs, or the counts of the same window without padding. */
export const COMPANIONS = ['output', 'before'] as const;

/** A square window that visits the pixels of an input, one place after the other. */
export interface VisitSettings {
  readonly input: ExactTensor;
  /** Cells along one side of the window. */
  readonly kernel: number;
  /** Cells on each side, or a way to pad that follows the window. */
  readonly padding: number | PaddingName;
  readonly beside: (typeof COMPANIONS)[number];
}

/** The padding as the engine takes it: 'full' is a cell less than the window on every side. */
export function paddingOf({ kernel, padding }: Pick<VisitSettings, 'kernel' | 'padding'>): Padding {
  return padding === 'full' ? kernel - 1 : padding;
}

/**
 * The padding of each side, in cells.
 *
 * @throws {KernelTooLargeError} when the window does not fit into the padded input
 */
export function sidesOfVisits(settings: Pick<VisitSettings, 'input' | 'kernel' | 'padding'>): Sides {
  const { input, kernel } = settings;
  const size = { height: kernel, width: kernel };
  return windowGeometry(sizeOf(input), size, { padding: paddingOf(settings) }).padding;
}

/** What a padding comes to as text: one number, or the two of an axis whose sides differ, '0 + 1'. */
export function sidesText({ top, bottom, left, right }: Sides): string {
  const axis = (before: number, after: number) => (before === after ? `${before}` : `${before} + ${after}`);
  const [vertical, horizontal] = [axis(top, bottom), axis(left, right)];
  return vertical === horizontal ? vertical : `${vertical}, ${horizontal}`;
}

/** Rows and columns as text: 4×4. */
export const sizeText = ({ height, width }: { height: number; width: number }) => `${height}×${width}`;

/** Rows and columns of the padded input, for a padding of so many cells on each side. */
export function paddedText(input: ExactTensor, padding: number): string {
  const { height, width } = sizeOf(input);
  return sizeText({ height: height + 2 * padding, width: width + 2 * padding });
}
