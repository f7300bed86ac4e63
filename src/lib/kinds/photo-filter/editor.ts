import { sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import type { SceneNumbers } from '../shared/kind';
import { MatrixEditor } from '../shared/matrix-editor';
import { isThreeByThree } from './kernels';
import type { PhotoFilterSettings } from './settings';

/** Changes the kernel over a photograph: from then on it lies there at every step. */
export class PhotoEditor extends MatrixEditor<PhotoFilterSettings, 'kernel'> {
  readonly #shown: () => ExactTensor;

  /** @param shown the kernel on show, which the learner changes */
  constructor(numbers: SceneNumbers<PhotoFilterSettings>, shown: () => ExactTensor) {
    super(numbers);
    this.#shown = shown;
  }

  protected override matrixOf(): ExactTensor {
    return this.#shown();
  }

  protected override changed(_operand: 'kernel', kernel: ExactTensor): PhotoFilterSettings {
    // Another kernel is painted as suits it.
    return { ...this.settings, kernel, shading: null };
  }

  protected override refusal(_operand: 'kernel', kernel: ExactTensor): string | null {
    if (isThreeByThree(kernel)) return null;
    const { height, width } = sizeOf(kernel);
    return m.photo_filter_three({ size: `${height}×${width}` });
  }
}
