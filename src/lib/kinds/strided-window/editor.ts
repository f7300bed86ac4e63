import { readTypedSize, type Bounds } from '$lib/describe';
import { sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MOST_CELLS } from '../shared/limits';
import { randomised, resized } from '../shared/matrix-changes';
import { OperandEditor } from '../shared/operand-editor';
import { MOST_STRIDE } from '../shared/window/link';
import type { StridedSettings } from './settings';

/** The two matrices that a learner may change. */
type Operand = 'input' | 'kernel';

/** A size or a stride that the controls change. */
export type StridedSetting =
  | 'input-rows'
  | 'input-columns'
  | 'kernel-rows'
  | 'kernel-columns'
  | 'stride-down'
  | 'stride-across'
  | 'stride';

export function boundsOf(setting: StridedSetting): Bounds {
  return { least: 1, most: setting.startsWith('stride') ? MOST_STRIDE : MOST_CELLS };
}

/** Changes the numbers of a window with a stride. */
export class StridedEditor extends OperandEditor<StridedSettings, Operand> {
  protected override matrixOf(operand: Operand): ExactTensor {
    return this.settings[operand];
  }

  protected override changed(operand: Operand, image: ExactTensor): StridedSettings {
    return { ...this.settings, [operand]: image };
  }

  protected override tooLarge({ input, kernel }: StridedSettings): string {
    const [image, window] = [sizeOf(input), sizeOf(kernel)];
    return m.strided_kernel_too_large({
      kernel: `${window.height}×${window.width}`,
      input: `${image.height}×${image.width}`
    });
  }

  current(setting: StridedSetting): number {
    const { input, kernel, stride } = this.settings;
    const values: Record<StridedSetting, number> = {
      'input-rows': sizeOf(input).height,
      'input-columns': sizeOf(input).width,
      'kernel-rows': sizeOf(kernel).height,
      'kernel-columns': sizeOf(kernel).width,
      'stride-down': stride.height,
      'stride-across': stride.width,
      stride: stride.width
    };
    return values[setting];
  }

  /** Sets a size or a stride; answers whether it was taken. */
  set(setting: StridedSetting, text: string, name: string): boolean {
    const value = readTypedSize(text, boundsOf(setting), this.current(setting), name, this.warn);
    if (value === null) return false;
    const { input, kernel, stride } = this.settings;
    const changes: Record<StridedSetting, () => Partial<StridedSettings>> = {
      'input-rows': () => ({ input: resized(input, value, sizeOf(input).width) }),
      'input-columns': () => ({ input: resized(input, sizeOf(input).height, value) }),
      'kernel-rows': () => ({ kernel: resized(kernel, value, sizeOf(kernel).width) }),
      'kernel-columns': () => ({ kernel: resized(kernel, sizeOf(kernel).height, value) }),
      'stride-down': () => ({ stride: { ...stride, height: value } }),
      'stride-across': () => ({ stride: { ...stride, width: value } }),
      stride: () => ({ stride: { height: value, width: value } })
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
