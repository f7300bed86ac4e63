import { MOST_CELLS, MOST_PADDING, MOST_STRIDE, readPastedMatrix } from '$lib/course';
import { Fraction, KernelTooLargeError, sizeOf, type ExactTensor, type Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { WindowSettings } from '$lib/trace';
import type { MatrixEditing, Operand } from '../../editing';
import { randomised, readTypedSize, readTypedNumber, resized, type Bounds } from '../../typed-numbers';
import type { SceneNumbers } from '../kind';
import { pasteProblemText } from '../../paste-problem';

/** A size or setting that the controls change, and its bounds. */
export type Setting =
  'input-rows' | 'input-columns' | 'kernel-rows' | 'kernel-columns' | 'stride' | 'padding';

export const SETTING_BOUNDS: Readonly<Record<Setting, Bounds>> = {
  'input-rows': { least: 1, most: MOST_CELLS },
  'input-columns': { least: 1, most: MOST_CELLS },
  'kernel-rows': { least: 1, most: MOST_CELLS },
  'kernel-columns': { least: 1, most: MOST_CELLS },
  stride: { least: 1, most: MOST_STRIDE },
  padding: { least: 0, most: MOST_PADDING }
};

const ZERO = new Fraction(0);

/** Changes the numbers of a window. What cannot be done is said, and the last good state stays. */
export class WindowEditor implements MatrixEditing {
  readonly numbers: SceneNumbers<WindowSettings>;

  constructor(numbers: SceneNumbers<WindowSettings>) {
    this.numbers = numbers;
  }

  get #settings(): WindowSettings {
    return this.numbers.settings;
  }

  /** Takes new numbers if they describe a computation; answers whether they did. */
  #take(settings: WindowSettings): boolean {
    try {
      this.numbers.take(settings);
    } catch (error) {
      if (!(error instanceof KernelTooLargeError)) throw error;
      const kernel = sizeOf(settings.kernel);
      const input = sizeOf(settings.input);
      const { padding } = settings;
      this.numbers.warn(
        m.kernel_too_large({
          kernel: `${kernel.height}×${kernel.width}`,
          padded: `${input.height + 2 * padding}×${input.width + 2 * padding}`
        })
      );
      return false;
    }
    return true;
  }

  async setCell(operand: Operand, at: Position, text: string): Promise<void> {
    const before = this.#settings[operand];
    const index = at.row * sizeOf(before).width + at.column;
    const kept = before.data[index] ?? ZERO;
    const value = await readTypedNumber(text, kept, (sentence) => this.numbers.warn(sentence));
    if (value === null) return;
    // An expression is read asynchronously: the learner may have gone on, or changed the matrix, meanwhile.
    const image = this.#settings[operand];
    if (!this.numbers.onShow || image.data[index] !== kept) return;
    this.#take({
      ...this.#settings,
      [operand]: { ...image, data: image.data.map((old, place) => (place === index ? value : old)) }
    });
  }

  /** A single number goes into the cell; a matrix replaces the whole operand. */
  paste(operand: Operand, at: Position, text: string): void {
    const reading = readPastedMatrix(text);
    if (!reading.ok) {
      this.numbers.warn(pasteProblemText(reading.problem));
      return;
    }
    if (reading.matrix.data.length === 1) void this.setCell(operand, at, text);
    else this.replace(operand, reading.matrix);
  }

  replace(operand: Operand, image: ExactTensor): boolean {
    return this.#take({ ...this.#settings, [operand]: image });
  }

  valueOf(setting: Setting): number {
    const { input, kernel, stride, padding } = this.#settings;
    const values: Record<Setting, number> = {
      'input-rows': sizeOf(input).height,
      'input-columns': sizeOf(input).width,
      'kernel-rows': sizeOf(kernel).height,
      'kernel-columns': sizeOf(kernel).width,
      stride,
      padding
    };
    return values[setting];
  }

  /** Sets a size or a setting; answers whether it was taken. */
  set(setting: Setting, text: string, name: string): boolean {
    const value = readTypedSize(text, SETTING_BOUNDS[setting], this.valueOf(setting), name, (sentence) =>
      this.numbers.warn(sentence)
    );
    if (value === null) return false;
    const { input, kernel } = this.#settings;
    const changes: Record<Setting, () => Partial<WindowSettings>> = {
      'input-rows': () => ({ input: resized(input, value, sizeOf(input).width) }),
      'input-columns': () => ({ input: resized(input, sizeOf(input).height, value) }),
      'kernel-rows': () => ({ kernel: resized(kernel, value, sizeOf(kernel).width) }),
      'kernel-columns': () => ({ kernel: resized(kernel, sizeOf(kernel).height, value) }),
      stride: () => ({ stride: value }),
      padding: () => ({ padding: value })
    };
    return this.#take({ ...this.#settings, ...changes[setting]() });
  }

  randomise(): void {
    const { input, kernel } = this.#settings;
    this.#take({
      ...this.#settings,
      input: randomised(input, { least: 0, most: 9 }),
      kernel: randomised(kernel, { least: -2, most: 2 })
    });
  }

  reset(): void {
    this.#take(this.numbers.own);
  }
}
