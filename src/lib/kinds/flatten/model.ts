import { flatten, Fraction, matrix, sameTensor, sizeOf, type ExactTensor, type Size } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import { isLightness } from '../shared/lightness';
import {
  plainRun,
  type LinkCodec,
  type LinkedNumberProblem,
  type SceneModel,
  type SceneRun
} from '../shared/model';
import { linkedNumber } from '../shared/limits';
import { readMatrixPart } from '../shared/window/link';
import { denseUnit, MOST_SHUFFLES, shuffled, templateOf, type DenseUnit } from './dense-unit';

/** What moves in one step. */
type Portion = 'pixel' | 'row';

/** A grey image as a lesson has it. */
export interface RawFlatten {
  readonly image: readonly (readonly number[])[];
  readonly by: Portion;
  /** A dense unit that looks for this image: its weights are 1 where it is lighter than so much, and −1 elsewhere. */
  readonly unit?: { readonly lighterThan: number } | undefined;
}

export interface FlattenSettings {
  readonly image: ExactTensor;
  readonly by: Portion;
  /** The weights of a dense unit, one for each pixel; null where there is none, and nothing to shuffle. */
  readonly unit: ExactTensor | null;
  /** The seed of the order in which pixels and weights stand; 0 for their own. */
  readonly shuffle: number;
}

/** An image that is unrolled into one row, row by row. A cell of the run is a pixel, or a row of pixels. */
export interface FlattenRun extends SceneRun {
  /** As it is shown: shuffled, if it is. */
  readonly image: ExactTensor;
  readonly size: Size;
  /** The image as one row. */
  readonly flat: ExactTensor;
  /** How many pixels move in one step. */
  readonly portion: number;
  readonly shuffle: number;
  readonly unit: DenseUnit | null;
}

const readShuffle = linkedNumber(1, MOST_SHUFFLES);

/** input=0,255;255,0 or, where there is a dense unit, shuffle=7: its weights belong to the lesson's own image. */
const flattenLink: LinkCodec<FlattenSettings> = {
  parts: ['input', 'shuffle'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const image = readMatrixPart(parameters.get('input'), own.image);
    const usable = image?.data.every(isLightness) === true && (own.unit === null || !parameters.has('input'));
    if (!usable) problems.push('input');
    const seed =
      own.unit === null ? { success: false as const } : readShuffle(parameters.get('shuffle') ?? '');
    if (!seed.success && parameters.has('shuffle')) problems.push('shuffle');
    return {
      settings: { ...own, image: usable ? image : own.image, shuffle: seed.success ? seed.output : 0 },
      problems
    };
  },
  write: ({ image, shuffle }, own) => [
    ...(sameTensor(image, own.image) ? [] : [`input=${writeLinkMatrix(image)}`]),
    ...(shuffle === own.shuffle ? [] : [`shuffle=${shuffle}`])
  ]
};

/** An image becomes a row of pixels. */
export const model: SceneModel<RawFlatten, FlattenSettings, FlattenRun> = {
  grains: ['cell'],
  read({ image: raw, by, unit }) {
    const image = matrix(raw);
    return { image, by, unit: unit ? templateOf(image, unit.lighterThan) : null, shuffle: 0 };
  },
  same: (left, right) =>
    left.by === right.by && left.shuffle === right.shuffle && sameTensor(left.image, right.image),
  run({ image: own, by, unit, shuffle }) {
    const image = shuffled(own, shuffle);
    const size = sizeOf(image);
    const portion = by === 'pixel' ? 1 : size.width;
    return {
      ...plainRun(image.data.length / portion),
      image,
      size,
      flat: flatten(image),
      portion,
      shuffle,
      unit: unit && denseUnit(own, unit, shuffle)
    };
  },
  link: flattenLink,
  things: ['input', 'row', 'unit', 'equation', 'input-R-C'],
  values: ['height', 'width', 'pixels'],
  /** The place of the cell's last pixel in the row, counted from 1. */
  value: ({ portion, stepAfter }, cell) => new Fraction(stepAfter(cell) * portion)
};
