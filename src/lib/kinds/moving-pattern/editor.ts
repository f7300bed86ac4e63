import { isPattern, placesFor, type MovingPatternSettings } from './model';
import { Fraction, sameShape, sizeOf, type ExactTensor, type Position, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MatrixEditor } from '../shared/matrix-editor';

/** The one matrix that there is to change. */
type Operand = 'kernel';

/** Moves the pattern and draws another one of the same size. */
export class PatternEditor extends MatrixEditor<MovingPatternSettings, Operand> {
  protected matrixOf(): ExactTensor {
    return this.settings.pattern;
  }

  protected changed(_: Operand, pattern: ExactTensor): MovingPatternSettings {
    return { ...this.settings, pattern };
  }

  protected override refusal(_: Operand, pattern: ExactTensor): string | null {
    const own = this.settings.pattern;
    const { height, width } = sizeOf(own);
    if (!sameShape(pattern.shape, own.shape)) return m.pattern_size({ rows: height, columns: width });
    if (isPattern(pattern)) return null;
    return pattern.data.every((value) => value.equals(0)) ? m.pattern_empty() : m.pattern_cell();
  }

  /**
   * Puts the pattern of a step with its upper left corner somewhere, or as near to it as the image allows. Before
   * the first step it is the place of the first one.
   */
  move(step: number, to: Position): void {
    const bounds: Size = placesFor(this.settings);
    const within = (index: number, count: number) => Math.min(Math.max(0, index), count - 1);
    const place = { row: within(to.row, bounds.height), column: within(to.column, bounds.width) };
    const moved = Math.max(0, step - 1);
    const places = this.settings.places.map((old, index) => (index === moved ? place : old));
    this.take({ ...this.settings, places });
  }

  /** Moves the pattern of a step by so many cells. */
  shift(step: number, by: Position): void {
    const from = this.settings.places[Math.max(0, step - 1)];
    if (from) this.move(step, { row: from.row + by.row, column: from.column + by.column });
  }

  /** A one becomes a zero, and a zero a one. */
  toggle({ row, column }: Position): void {
    const { pattern } = this.settings;
    const toggled = row * sizeOf(pattern).width + column;
    const data = pattern.data.map((value, index) => (index === toggled ? new Fraction(1).sub(value) : value));
    this.replace('kernel', { ...pattern, data });
  }
}
