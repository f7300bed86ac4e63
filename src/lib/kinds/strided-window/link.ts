import { sameTensor, sizeOf, windowGeometry, type Size } from '$lib/engine';
import { linkedNumber } from '../shared/limits';
import { writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { MOST_STRIDE, readMatrixPart } from '../shared/window/link';
import type { StridedSettings } from './settings';

const readLength = linkedNumber(1, MOST_STRIDE);

/** One number for both ways, or two: down,across. */
function readStride(text: string): Size | null {
  const [down = '', across = down, ...more] = text.split(',');
  const height = readLength(down);
  const width = readLength(across);
  if (!height.success || !width.success || more.length > 0) return null;
  return { height: height.output, width: width.output };
}

const writeStride = ({ height, width }: Size) => (height === width ? `${height}` : `${height},${width}`);

function fits({ input, kernel, stride }: StridedSettings): boolean {
  try {
    windowGeometry(sizeOf(input), sizeOf(kernel), { stride: [stride.height, stride.width] });
    return true;
  } catch {
    return false;
  }
}

/** input=1,0;0,1&kernel=1/3&stride=2,1 */
export const stridedLink: LinkCodec<StridedSettings> = {
  parts: ['input', 'kernel', 'stride'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const input = readMatrixPart(parameters.get('input'), own.input);
    const kernel = readMatrixPart(parameters.get('kernel'), own.kernel);
    const stride = readStride(parameters.get('stride') ?? writeStride(own.stride));
    if (!input) problems.push('input');
    if (!kernel) problems.push('kernel');
    if (!stride) problems.push('stride');
    const settings = {
      input: input ?? own.input,
      kernel: kernel ?? own.kernel,
      stride: stride ?? own.stride
    };
    if (fits(settings)) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write({ input, kernel, stride }, own) {
    const parts: string[] = [];
    if (!sameTensor(input, own.input)) parts.push(`input=${writeLinkMatrix(input)}`);
    if (!sameTensor(kernel, own.kernel)) parts.push(`kernel=${writeLinkMatrix(kernel)}`);
    if (writeStride(stride) !== writeStride(own.stride)) parts.push(`stride=${writeStride(stride)}`);
    return parts;
  }
};
