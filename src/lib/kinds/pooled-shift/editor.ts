import { sameShape, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MatrixEditor } from '../shared/matrix-editor';
import type { ShiftSettings } from './run';

/** Changes the input; its size stays. */
export class ShiftEditor extends MatrixEditor<ShiftSettings, 'input'> {
  protected override matrixOf(): ExactTensor {
    return this.settings.input;
  }

  protected override changed(_: 'input', input: ExactTensor): ShiftSettings {
    return { ...this.settings, input };
  }

  protected override refusal(_: 'input', input: ExactTensor): string | null {
    const { shape } = this.settings.input;
    if (sameShape(input.shape, shape)) return null;
    return m.shift_size_stays({ size: `${shape[2]}×${shape[3]}` });
  }
}
