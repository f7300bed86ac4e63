import { sameShape, sameTensor } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec } from '../shared/model';
import { readMatrixPart } from '../shared/window/link';
import type { ShiftSettings } from './run';

/** input=1,0;0,1: of the lesson's own size. */
export const shiftLink: LinkCodec<ShiftSettings> = {
  parts: ['input'],
  read(parameters, own) {
    const input = readMatrixPart(parameters.get('input'), own.input);
    if (input && sameShape(input.shape, own.input.shape))
      return { settings: { ...own, input }, problems: [] };
    return { settings: own, problems: ['input'] };
  },
  write: ({ input }, own) => (sameTensor(input, own.input) ? [] : [`input=${writeLinkMatrix(input)}`])
};
