import { MOST_CELLS } from '../limits';
import { MOST_PADDING, MOST_STRIDE } from './link';
import { sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { WindowSettings } from '$lib/trace';
import { type Bounds, readTypedSize } from '$lib/describe';
import { randomised, resized } from '../matrix-changes';
import { OperandEditor } from '../operand-editor';

/** The two matrices that a learner may change. */
export type Operand = 'input' | 'kernel';

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
    const value = readTypedSize(text, SETTING_BOUNDS[setting], this.current(setting), name, (sentence) =>
      this.numbers.warn(sentence)
    );
    if (value === null) return false;
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
    this.take({
      ...this.settings,
      input: randomised(input, { least: 0, most: 9 }),
      kernel: randomised(kernel, { least: -2, most: 2 })
    });
  }
}
