import { MOST_CELLS, MOST_PADDING, MOST_STRIDE } from '$lib/course';
import { withParticle } from '$lib/describe';
import { Fraction, matrix, rowsOf, sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import type { WindowSettings } from '$lib/trace';
import { OperandEditor } from '../operand-editor';

/** The two matrices that a learner may change. */
export type Operand = 'input' | 'kernel';

/** A size or setting that the controls change, and its bounds. */
export type Setting =
  'input-rows' | 'input-columns' | 'kernel-rows' | 'kernel-columns' | 'stride' | 'padding';

export const SETTING_BOUNDS: Readonly<Record<Setting, { readonly least: number; readonly most: number }>> = {
  'input-rows': { least: 1, most: MOST_CELLS },
  'input-columns': { least: 1, most: MOST_CELLS },
  'kernel-rows': { least: 1, most: MOST_CELLS },
  'kernel-columns': { least: 1, most: MOST_CELLS },
  stride: { least: 1, most: MOST_STRIDE },
  padding: { least: 0, most: MOST_PADDING }
};

const ZERO = new Fraction(0);

/** The matrix cut or filled up with zeros at its right and lower edge. */
function resized(image: ExactTensor, rows: number, columns: number): ExactTensor {
  const values = rowsOf(image);
  return matrix(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => values[row]?.[column] ?? ZERO)
    )
  );
}

function random(image: ExactTensor, least: number, most: number): ExactTensor {
  const pick = () => least + Math.floor(Math.random() * (most - least + 1));
  return matrix(rowsOf(image).map((row) => row.map(pick)));
}

/** Changes the numbers of a window. */
export class WindowEditor extends OperandEditor<WindowSettings, Operand> {
  protected override matrixOf(operand: Operand): ExactTensor {
    return this.settings[operand];
  }

  protected override changed(operand: Operand, image: ExactTensor): WindowSettings {
    return { ...this.settings, [operand]: image };
  }

  protected override tooLarge({ input, kernel, padding }: WindowSettings): string {
    const [image, window] = [sizeOf(input), sizeOf(kernel)];
    return m.kernel_too_large({
      kernel: `${window.height}×${window.width}`,
      padded: `${image.height + 2 * padding}×${image.width + 2 * padding}`
    });
  }

  current(setting: Setting): number {
    const { input, kernel, stride, padding } = this.settings;
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
    const { least, most } = SETTING_BOUNDS[setting];
    const value = Number(text);
    const old = this.current(setting);
    if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
      const kept = getLocale() === 'ko' ? withParticle(`${old}`, '을/를') : `${old}`;
      this.numbers.warn(m.size_out_of_range({ name, least, most, kept }));
      return false;
    }
    const { input, kernel } = this.settings;
    const changes: Record<Setting, () => Partial<WindowSettings>> = {
      'input-rows': () => ({ input: resized(input, value, sizeOf(input).width) }),
      'input-columns': () => ({ input: resized(input, sizeOf(input).height, value) }),
      'kernel-rows': () => ({ kernel: resized(kernel, value, sizeOf(kernel).width) }),
      'kernel-columns': () => ({ kernel: resized(kernel, sizeOf(kernel).height, value) }),
      stride: () => ({ stride: value }),
      padding: () => ({ padding: value })
    };
    return this.take({ ...this.settings, ...changes[setting]() });
  }

  randomise(): void {
    const { input, kernel } = this.settings;
    this.take({ ...this.settings, input: random(input, 0, 9), kernel: random(kernel, -2, 2) });
  }
}
