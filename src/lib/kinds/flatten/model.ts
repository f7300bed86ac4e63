import { flatten, Fraction, matrix, sameTensor, sizeOf, type ExactTensor, type Size } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import { isLightness } from '../shared/lightness';
import { plainRun, type LinkCodec, type SceneModel, type SceneRun } from '../shared/model';
import { readMatrixPart } from '../shared/window/link';

/** What moves in one step. */
type Portion = 'pixel' | 'row';

/** A grey image as a lesson has it. */
export interface RawFlatten {
  readonly image: readonly (readonly number[])[];
  readonly by: Portion;
}

export interface FlattenSettings {
  readonly image: ExactTensor;
  readonly by: Portion;
}

/** An image that is unrolled into one row, row by row. A cell of the run is a pixel, or a row of pixels. */
export interface FlattenRun extends SceneRun {
  readonly image: ExactTensor;
  readonly size: Size;
  /** The image as one row. */
  readonly flat: ExactTensor;
  /** How many pixels move in one step. */
  readonly portion: number;
}

const flattenLink: LinkCodec<FlattenSettings> = {
  parts: ['input'],
  read(parameters, own) {
    const image = readMatrixPart(parameters.get('input'), own.image);
    return image?.data.every(isLightness)
      ? { settings: { ...own, image }, problems: [] }
      : { settings: own, problems: ['input'] };
  },
  write: ({ image }, own) => (sameTensor(image, own.image) ? [] : [`input=${writeLinkMatrix(image)}`])
};

/** An image becomes a row of pixels. */
export const model: SceneModel<RawFlatten, FlattenSettings, FlattenRun> = {
  grains: ['cell'],
  read: ({ image, by }) => ({ image: matrix(image), by }),
  same: (left, right) => left.by === right.by && sameTensor(left.image, right.image),
  run({ image, by }) {
    const size = sizeOf(image);
    const portion = by === 'pixel' ? 1 : size.width;
    return { ...plainRun(image.data.length / portion), image, size, flat: flatten(image), portion };
  },
  link: flattenLink,
  /** The place of the cell's last pixel in the row, counted from 1. */
  value: ({ portion, stepAfter }, cell) => new Fraction(stepAfter(cell) * portion)
};
