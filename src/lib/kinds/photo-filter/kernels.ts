import { matrix, type ExactTensor } from '$lib/engine';

/** Kernels that have a name, known for what they do to a picture. */
const WRITTEN = {
  identity: [
    [0, 0, 0],
    [0, 1, 0],
    [0, 0, 0]
  ],
  'box-blur': [
    ['1/9', '1/9', '1/9'],
    ['1/9', '1/9', '1/9'],
    ['1/9', '1/9', '1/9']
  ],
  sharpen: [
    [0, -1, 0],
    [-1, 5, -1],
    [0, -1, 0]
  ],
  /** Sobel's: answers where what is right of a pixel is lighter or darker than what is left of it. */
  'upright-edges': [
    [-1, 0, 1],
    [-2, 0, 2],
    [-1, 0, 1]
  ]
} as const;

export type KernelName = keyof typeof WRITTEN;
export const KERNEL_NAMES = Object.keys(WRITTEN) as readonly KernelName[];

/** Rows and columns of every kernel here: the eye sees nine numbers at once. */
export const KERNEL_SIDE = 3;

export function kernelNamed(name: KernelName): ExactTensor {
  return matrix(WRITTEN[name]);
}

/** Whether a kernel has the size of those here. */
export function isThreeByThree({ shape }: ExactTensor): boolean {
  return shape.join() === `1,1,${KERNEL_SIDE},${KERNEL_SIDE}`;
}
