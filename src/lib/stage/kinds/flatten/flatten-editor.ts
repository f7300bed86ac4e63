import { isLightness, MOST_CELLS, readPastedMatrix, WHITE, type FlattenSettings } from '$lib/course';
import { exactText } from '$lib/describe';
import { sizeOf, type ExactTensor, type Fraction, type Position, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { MatrixEditing } from '../../editing';
import { pasteProblemText } from '../paste-problem';
import { keptText, randomised, readTypedNumber, readTypedSize, resized } from '../../typed-numbers';
import type { SceneNumbers } from '../kind';

/** The bounds of rows and columns. */
export const PIXEL_BOUNDS = { least: 1, most: MOST_CELLS };

/** The one matrix that there is to change. */
type Operand = 'input';

/** Changes the pixels of an image. What cannot be done is said, and the last good state stays. */
export class FlattenEditor implements MatrixEditing<Operand> {
  readonly #numbers: SceneNumbers<FlattenSettings>;

  constructor(numbers: SceneNumbers<FlattenSettings>) {
    this.#numbers = numbers;
  }

  get #image(): ExactTensor {
    return this.#numbers.settings.image;
  }

  get size(): Size {
    return sizeOf(this.#image);
  }

  readonly #warn = (sentence: string) => this.#numbers.warn(sentence);

  #take(image: ExactTensor): void {
    this.#numbers.take({ ...this.#numbers.settings, image });
  }

  async setCell(_: Operand, at: Position, text: string): Promise<void> {
    const index = at.row * this.size.width + at.column;
    const kept = this.#image.data[index] as Fraction;
    const value = await readTypedNumber(text, kept, this.#warn);
    if (value === null) return;
    // An expression is read asynchronously: the learner may have gone on, or changed the image, meanwhile.
    const image = this.#image;
    if (!this.#numbers.onShow || image.data[index] !== kept) return;
    if (isLightness(value)) {
      this.#take({ ...image, data: image.data.map((old, place) => (place === index ? value : old)) });
    } else {
      this.#warn(m.pixel_out_of_range({ kept: keptText(exactText(kept)) }));
    }
  }

  /** A single number goes into the cell; a matrix replaces the whole image. */
  paste(operand: Operand, at: Position, text: string): void {
    const reading = readPastedMatrix(text);
    if (!reading.ok) this.#warn(pasteProblemText(reading.problem));
    else if (reading.matrix.data.length === 1) void this.setCell(operand, at, text);
    else if (reading.matrix.data.every(isLightness)) this.#take(reading.matrix);
    else this.#warn(m.pixels_out_of_range());
  }

  /** Sets the number of rows or columns; answers whether it was taken. */
  resize(side: 'height' | 'width', text: string, name: string): boolean {
    const value = readTypedSize(text, PIXEL_BOUNDS, this.size[side], name, this.#warn);
    if (value === null) return false;
    const { height, width }: Size = { ...this.size, [side]: value };
    this.#take(resized(this.#image, height, width));
    return true;
  }

  randomise(): void {
    this.#take(randomised(this.#image, { least: 0, most: WHITE }));
  }

  reset(): void {
    this.#take(this.#numbers.own.image);
  }
}
