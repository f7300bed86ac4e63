import { Fraction, outputsFedBy, windowGeometry, type Position, type WindowGeometry } from '$lib/engine';
import type { WrongRules } from './rule';

/** A pixel whose visits by a window are counted. */
interface VisitedPixel {
  readonly geometry: WindowGeometry;
  /** Counted from 0, without the padding. */
  readonly pixel: Position;
}

/** How often a pixel is visited in a geometry that may be padded in another way. */
function visitsIn({ padding, ...rest }: WindowGeometry, { row, column }: Position): Fraction {
  const at = { row: row + padding.top, column: column + padding.left };
  return new Fraction(outputsFedBy({ padding, ...rest }, at).length);
}

/** The visits if the same window were padded in another way; none where it has no place then. */
function paddedOtherwise({ geometry, pixel }: VisitedPixel, padding: 'valid' | 'same'): Fraction[] {
  const { input, kernel } = geometry;
  const hasPlace = padding === 'same' || (kernel.height <= input.height && kernel.width <= input.width);
  return hasPlace ? [visitsIn(windowGeometry(input, kernel, { padding }), pixel)] : [];
}

/** How learners miscount the visits of a pixel. */
export const VISIT_RULES = {
  /** Takes every pixel to lie under every place of the filter once: F·F visits everywhere. */
  uniform: ({ geometry: { kernel } }) => [new Fraction(kernel.height * kernel.width)],
  /** Counts the places along one row, or along one column, only. */
  'one-axis': ({ geometry, pixel: { row, column } }) => {
    const at = { row: row + geometry.padding.top, column: column + geometry.padding.left };
    const places = outputsFedBy(geometry, at);
    const rows = new Set(places.map((place) => place.row)).size;
    const columns = new Set(places.map((place) => place.column)).size;
    return [...new Set([rows, columns])].map((visits) => new Fraction(visits));
  },
  /** Takes every pixel to be used once. */
  'visited-once': () => [new Fraction(1)],
  /** Forgets that padding makes new places. */
  'padding-ignored': (asked) => paddedOtherwise(asked, 'valid'),
  /** Takes full padding for no more than what keeps the size. */
  'as-same': (asked) => paddedOtherwise(asked, 'same')
} satisfies WrongRules<VisitedPixel>;
