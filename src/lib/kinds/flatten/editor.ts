import { isLightness, WHITE } from '../shared/lightness';
import { MOST_CELLS } from '../shared/limits';
import { MOST_SHUFFLES } from './dense-unit';
import type { FlattenSettings } from './model';
import { sizeOf, type ExactTensor, type Fraction, type Size } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { exactText, keptText, readTypedSize } from '$lib/describe';
import { randomised, resized } from '../shared/matrix-changes';
import { MatrixEditor } from '../shared/matrix-editor';

/** The bounds of rows and columns. */
export const PIXEL_BOUNDS = { least: 1, most: MOST_CELLS };

/** The one matrix that there is to change. */
type Operand = 'input';

/** Changes the pixels of an image. */
export class FlattenEditor extends MatrixEditor<FlattenSettings, Operand> {
  get size(): Size {
    return sizeOf(this.settings.image);
  }

  protected matrixOf(): ExactTensor {
    return this.settings.image;
  }

  protected changed(_: Operand, image: ExactTensor): FlattenSettings {
    return { ...this.settings, image };
  }

  protected override refusal(_: Operand, image: ExactTensor, kept?: Fraction): string | null {
    if (image.data.every(isLightness)) return null;
    return kept ? m.pixel_out_of_range({ kept: keptText(exactText(kept)) }) : m.pixels_out_of_range();
  }

  /** Sets the number of rows or columns; answers whether it was taken. */
  resize(side: 'height' | 'width', text: string, name: string): boolean {
    const value = readTypedSize(text, PIXEL_BOUNDS, this.size[side], name, this.warn);
    if (value === null) return false;
    const { height, width }: Size = { ...this.size, [side]: value };
    return this.replace('input', resized(this.settings.image, height, width));
  }

  /** Puts pixels and weights into the next order. */
  shuffle(): void {
    this.numbers.take({ ...this.settings, shuffle: (this.settings.shuffle % MOST_SHUFFLES) + 1 });
  }

  /** Puts them back into their own. */
  putBack(): void {
    this.numbers.take({ ...this.settings, shuffle: 0 });
  }

  randomise(): void {
    this.replace('input', randomised(this.settings.image, { least: 0, most: WHITE }));
  }
}
