import { isPattern, placesFor, readPastedMatrix, type MovingPatternSettings } from '$lib/course';
import { Fraction, sizeOf, type ExactTensor, type Position, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { MatrixEditing } from '../../editing';
import { pasteProblemText } from '../paste-problem';
import { readTypedNumber } from '../../typed-numbers';
import type { SceneNumbers } from '../kind';

/** The one matrix that there is to change. */
type Operand = 'kernel';

/** Moves the pattern and draws another one. What cannot be done is said, and the last good state stays. */
export class PatternEditor implements MatrixEditing<Operand> {
  readonly #numbers: SceneNumbers<MovingPatternSettings>;

  constructor(numbers: SceneNumbers<MovingPatternSettings>) {
    this.#numbers = numbers;
  }

  get #settings(): MovingPatternSettings {
    return this.#numbers.settings;
  }

  readonly #warn = (sentence: string) => this.#numbers.warn(sentence);

  /**
   * Puts the pattern of a step with its upper left corner somewhere, or as near to it as the image allows. Before
   * the first step it is the place of the first one.
   */
  move(step: number, to: Position): void {
    const bounds: Size = placesFor(this.#settings);
    const within = (index: number, count: number) => Math.min(Math.max(0, index), count - 1);
    const place = { row: within(to.row, bounds.height), column: within(to.column, bounds.width) };
    const moved = Math.max(0, step - 1);
    const places = this.#settings.places.map((old, index) => (index === moved ? place : old));
    this.#numbers.take({ ...this.#settings, places });
  }

  /** Moves the pattern of a step by so many cells. */
  shift(step: number, by: Position): void {
    const from = this.#settings.places[Math.max(0, step - 1)];
    if (from) this.move(step, { row: from.row + by.row, column: from.column + by.column });
  }

  #draw(pattern: ExactTensor): void {
    if (isPattern(pattern)) this.#numbers.take({ ...this.#settings, pattern });
    else this.#warn(pattern.data.every((value) => value.equals(0)) ? m.pattern_empty() : m.pattern_cell());
  }

  /** A one becomes a zero, and a zero a one. */
  toggle({ row, column }: Position): void {
    const { pattern } = this.#settings;
    const toggled = row * sizeOf(pattern).width + column;
    this.#draw({
      ...pattern,
      data: pattern.data.map((value, index) => (index === toggled ? new Fraction(1).sub(value) : value))
    });
  }

  async setCell(_: Operand, at: Position, text: string): Promise<void> {
    const index = at.row * sizeOf(this.#settings.pattern).width + at.column;
    const kept = this.#settings.pattern.data[index] as Fraction;
    const value = await readTypedNumber(text, kept, this.#warn);
    const { pattern } = this.#settings;
    // An expression is read asynchronously: the learner may have gone on, or changed the pattern, meanwhile.
    if (value === null || !this.#numbers.onShow || pattern.data[index] !== kept) return;
    this.#draw({ ...pattern, data: pattern.data.map((old, place) => (place === index ? value : old)) });
  }

  /** A single number goes into the cell; a matrix of the same size replaces the pattern. */
  paste(operand: Operand, at: Position, text: string): void {
    const reading = readPastedMatrix(text);
    const { height, width } = sizeOf(this.#settings.pattern);
    if (!reading.ok) {
      this.#warn(pasteProblemText(reading.problem));
      return;
    }
    const size = sizeOf(reading.matrix);
    if (reading.matrix.data.length === 1) void this.setCell(operand, at, text);
    else if (size.height === height && size.width === width) this.#draw(reading.matrix);
    else this.#warn(m.pattern_size({ rows: height, columns: width }));
  }

  reset(): void {
    this.#numbers.take(this.#numbers.own);
  }
}
