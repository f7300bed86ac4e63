import { exactText, nestedLists } from '$lib/describe';
import type { ExactTensor, Fraction, Position } from '$lib/engine';
import { greyOfSum, type Shading } from '$lib/picture';

/** A photograph under a kernel at one step. */
interface Shown {
  /** The name of the file. */
  readonly file: string;
  /** [1, 1, 3, 3]. */
  readonly kernel: ExactTensor;
  readonly shading: Shading;
  /** The cell of the map that is looked at. */
  readonly place: Position;
  /** Its sum; null as long as nothing is computed. */
  readonly sum: Fraction | null;
}

/** The whole map in NumPy, line by line: the kernel's line is that of a step which only shows it, the last one of others. */
export function photoCode({ file, kernel, shading, sum }: Shown): { text: string; current: boolean }[] {
  const shown = shading === 'size' ? 'np.abs(sums)' : 'sums';
  const head = 'kernel = np.array(';
  const kernelLines = `${head}${nestedLists(kernel, head.length)})`.split('\n');
  return [
    ...[
      'import numpy as np',
      'from PIL import Image',
      `photo = np.asarray(Image.open('${file}').convert('L'), dtype=float)`
    ].map((text) => ({ text, current: false })),
    ...kernelLines.map((text) => ({ text, current: sum === null })),
    { text: 'windows = np.lib.stride_tricks.sliding_window_view(photo, kernel.shape)', current: false },
    { text: `sums = np.einsum('ijkl,kl->ij', windows, kernel)`, current: false },
    // Halves are rounded up: np.round would take them to the even number.
    { text: `greys = np.clip(np.floor(${shown} + 0.5), 0, 255)`, current: sum !== null }
  ];
}

/** What the code has at the place on show. */
export function photoCodeValues({ place, sum, shading }: Shown): (readonly [name: string, value: string])[] {
  return [
    ['i', `${place.row}`],
    ['j', `${place.column}`],
    ['sums[i, j]', sum ? exactText(sum) : '–'],
    ['greys[i, j]', sum ? `${greyOfSum(sum, shading)}` : '–']
  ];
}
