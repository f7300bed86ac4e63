import { sameTensor, sizeOf, windowGeometry, type ExactTensor } from '$lib/engine';
import type { WindowSettings } from '$lib/trace';
import { readLinkMatrix, writeLinkMatrix } from '../matrix-text';
import { linkedNumber, MOST_CELLS } from '../limits';
import type { LinkCodec, LinkedNumberProblem } from '../model';

/** The largest stride and padding that the controls offer, in cells. */
export const MOST_STRIDE = MOST_CELLS;
export const MOST_PADDING = 2;

const readStride = linkedNumber(1, MOST_STRIDE);
const readPadding = linkedNumber(0, MOST_PADDING);

/** A matrix of a link; null when it cannot be read. */
export function readMatrixPart(text: string | null, own: ExactTensor): ExactTensor | null {
  if (text === null) return own;
  const reading = readLinkMatrix(text);
  return reading.ok ? reading.matrix : null;
}

function fits({ input, kernel, stride, padding }: WindowSettings): boolean {
  try {
    windowGeometry(sizeOf(input), sizeOf(kernel), { stride, padding });
    return true;
  } catch {
    return false;
  }
}

/** input=1,0;0,1&kernel=1/3&stride=2&padding=1 */
export const windowLink: LinkCodec<WindowSettings> = {
  parts: ['input', 'kernel', 'stride', 'padding'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const input = readMatrixPart(parameters.get('input'), own.input);
    const kernel = readMatrixPart(parameters.get('kernel'), own.kernel);
    const stride = readStride(parameters.get('stride') ?? `${own.stride}`);
    const padding = readPadding(parameters.get('padding') ?? `${own.padding}`);
    if (!input) problems.push('input');
    if (!kernel) problems.push('kernel');
    if (!stride.success) problems.push('stride');
    if (!padding.success) problems.push('padding');
    const settings = {
      input: input ?? own.input,
      kernel: kernel ?? own.kernel,
      stride: stride.success ? stride.output : own.stride,
      padding: padding.success ? padding.output : own.padding
    };
    if (fits(settings)) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write({ input, kernel, stride, padding }, own) {
    const parts: string[] = [];
    if (!sameTensor(input, own.input)) parts.push(`input=${writeLinkMatrix(input)}`);
    if (!sameTensor(kernel, own.kernel)) parts.push(`kernel=${writeLinkMatrix(kernel)}`);
    if (stride !== own.stride) parts.push(`stride=${stride}`);
    if (padding !== own.padding) parts.push(`padding=${padding}`);
    return parts;
  }
};
