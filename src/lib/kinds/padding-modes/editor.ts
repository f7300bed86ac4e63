import { sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MatrixEditor } from '../shared/matrix-editor';
import { runModes, type ModeSettings } from './model';

type Operand = 'input' | 'kernel';

/** Changes input and kernel, as long as a mirror image of the input fills its padding. */
export class ModeEditor extends MatrixEditor<ModeSettings, Operand> {
  protected override matrixOf(operand: Operand): ExactTensor {
    return this.settings[operand];
  }

  protected override changed(operand: Operand, image: ExactTensor): ModeSettings {
    return { ...this.settings, [operand]: image };
  }

  protected override refusal(operand: Operand, image: ExactTensor): string | null {
    const settings = this.changed(operand, image);
    try {
      runModes(settings);
      return null;
    } catch {
      const { height, width } = sizeOf(settings.input);
      return m.modes_no_mirror({ input: `${height}×${width}` });
    }
  }
}
