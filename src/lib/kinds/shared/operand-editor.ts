import { KernelTooLargeError } from '$lib/engine';
import { MatrixEditor } from './matrix-editor';

/** Changes the operands of a convolution, in which the kernel has to fit into the input. */
export abstract class OperandEditor<Settings, Operand> extends MatrixEditor<Settings, Operand> {
  /** Says that the kernel does not fit into the input. */
  protected abstract tooLarge(settings: Settings): string;

  protected override take(settings: Settings): boolean {
    try {
      return super.take(settings);
    } catch (error) {
      if (!(error instanceof KernelTooLargeError)) throw error;
      this.warn(this.tooLarge(settings));
      return false;
    }
  }
}
