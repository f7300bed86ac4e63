import { sameTensor, type ExactTensor } from '$lib/engine';
import { linkedWord } from '../shared/limits';
import { readLinkMatrix, writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { isThreeByThree } from './kernels';
import type { PhotoFilterSettings } from './settings';

const readShading = linkedWord(['value', 'size']);

/** A kernel of a link; null when it cannot be read or has another size. */
function readKernel(text: string): ExactTensor | null {
  const reading = readLinkMatrix(text);
  return reading.ok && isThreeByThree(reading.matrix) ? reading.matrix : null;
}

/** kernel=1,0,-1;1,0,-1;1,0,-1&mine=…&shading=size */
export const photoLink: LinkCodec<PhotoFilterSettings> = {
  parts: ['kernel', 'mine', 'shading'],
  read(parameters, own) {
    const problems = new Set<LinkedNumberProblem>();
    const kernelOf = <Own>(name: 'kernel' | 'mine', kept: Own): ExactTensor | Own => {
      const text = parameters.get(name);
      if (text === null) return kept;
      const kernel = readKernel(text);
      if (!kernel) problems.add('kernel');
      return kernel ?? kept;
    };
    const shading = parameters.get('shading');
    const read = shading === null ? null : readShading(shading);
    if (read?.success === false) problems.add('shading');
    const settings = {
      ...own,
      kernel: kernelOf('kernel', own.kernel),
      mine: kernelOf('mine', own.mine),
      shading: read?.success ? read.output : own.shading
    };
    return { settings, problems: [...problems] };
  },
  write({ kernel, mine, shading }, own) {
    return [
      ...(kernel ? [`kernel=${writeLinkMatrix(kernel)}`] : []),
      ...(sameTensor(mine, own.mine) ? [] : [`mine=${writeLinkMatrix(mine)}`]),
      ...(shading ? [`shading=${shading}`] : [])
    ];
  }
};
