import type { BiasSettings } from './settings';
import { Fraction, sizeOf, tensor, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { OperandEditor } from '../shared/operand-editor';

/** What a learner may change: the input, the kernel where there is one filter, the bias of a filter by its number. */
type BiasOperand = 'input' | 'kernel' | number;

/** Changes the numbers of filters with bias. */
export class BiasEditor extends OperandEditor<BiasSettings, BiasOperand> {
  protected override matrixOf(operand: BiasOperand): ExactTensor {
    const { input, kernels, biases } = this.settings;
    if (operand === 'input') return input;
    if (operand === 'kernel') return kernels[0] as ExactTensor;
    return tensor([1, 1, 1, 1], biases.slice(operand, operand + 1));
  }

  protected override changed(operand: BiasOperand, image: ExactTensor): BiasSettings {
    if (operand === 'input') return { ...this.settings, input: image };
    if (operand === 'kernel') return { ...this.settings, kernels: [image] };
    const [bias] = image.data;
    const { biases } = this.settings;
    return { ...this.settings, biases: biases.map((old, filter) => (filter === operand && bias) || old) };
  }

  protected override tooLarge({ input, kernels: [kernel = input] }: BiasSettings): string {
    const [image, window] = [sizeOf(input), sizeOf(kernel)];
    return m.kernel_larger_than_input({
      kernel: `${window.height}×${window.width}`,
      input: `${image.height}×${image.width}`
    });
  }

  override replace(operand: BiasOperand, image: ExactTensor): boolean {
    if (typeof operand !== 'number' || image.data.length === 1) return super.replace(operand, image);
    this.numbers.warn(m.bias_is_one_number());
    return false;
  }

  /** Sets the bias of a filter to a whole number. */
  setBias(filter: number, value: number): void {
    this.replace(filter, tensor([1, 1, 1, 1], [new Fraction(value)]));
  }
}
