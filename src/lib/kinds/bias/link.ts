import { matrix, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import type { BiasSettings } from './settings';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { readMatrixPart } from '../shared/window/link';

function fits(input: ExactTensor, kernel: ExactTensor): boolean {
  const [image, window] = [sizeOf(input), sizeOf(kernel)];
  return window.height <= image.height && window.width <= image.width;
}

/** The biases as one row of numbers. */
const rowOf = ({ biases }: BiasSettings): ExactTensor => matrix([biases]);

/** input=1,0;0,1&kernel=1,1/3&bias=-4,0,4. Several kernels are the lesson's own; one alone can be changed. */
export const biasLink: LinkCodec<BiasSettings> = {
  parts: ['input', 'kernel', 'bias'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const [ownKernel, ...otherKernels] = own.kernels as [ExactTensor, ...ExactTensor[]];
    const isAlone = otherKernels.length === 0;
    const input = readMatrixPart(parameters.get('input'), own.input);
    const kernel =
      isAlone || !parameters.has('kernel') ? readMatrixPart(parameters.get('kernel'), ownKernel) : null;
    const row = readMatrixPart(parameters.get('bias'), rowOf(own));
    const biases = row?.data.length === own.biases.length && sizeOf(row).height === 1 ? row.data : null;
    if (!input) problems.push('input');
    if (!kernel) problems.push('kernel');
    if (!biases) problems.push('bias');
    const settings = {
      ...own,
      input: input ?? own.input,
      kernels: [kernel ?? ownKernel, ...otherKernels],
      biases: biases ?? own.biases
    };
    if (settings.kernels.every((each) => fits(settings.input, each))) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write(settings, own) {
    const parts: string[] = [];
    const [kernel, ownKernel] = [settings.kernels[0] as ExactTensor, own.kernels[0] as ExactTensor];
    if (!sameTensor(settings.input, own.input)) parts.push(`input=${writeLinkMatrix(settings.input)}`);
    if (!sameTensor(kernel, ownKernel)) parts.push(`kernel=${writeLinkMatrix(kernel)}`);
    if (!sameTensor(rowOf(settings), rowOf(own))) parts.push(`bias=${writeLinkMatrix(rowOf(settings))}`);
    return parts;
  }
};
