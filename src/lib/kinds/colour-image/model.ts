import { Fraction, matrix, sameShape, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import { writeLinkMatrix } from '../shared/matrix-text';
import { isLightness } from '../shared/lightness';
import {
  plainRun,
  type LinkCodec,
  type LinkedNumberProblem,
  type SceneModel,
  type SceneRun
} from '../shared/model';
import { readMatrixPart } from '../shared/window/link';

/** The planes of a colour image, in their order. */
export const PLANES = ['red', 'green', 'blue'] as const;
export type PlaneName = (typeof PLANES)[number];

/** The numbers of a small colour image: one matrix a plane, all of one size, whole numbers from 0 to 255. */
export type ColourImageSettings = Readonly<Record<PlaneName, ExactTensor>>;

/** The same as a lesson has them. */
export type RawColourImage = Readonly<Record<PlaneName, readonly (readonly number[])[]>>;

/** Step 0 is the image; then its planes come one by one, and at the last step their numbers are counted. */
export interface ColourImageRun extends SceneRun {
  /** [H, W, C] */
  readonly shape: readonly [number, number, number];
}

/** red=255,0;0,255&green=... */
const link: LinkCodec<ColourImageSettings> = {
  parts: PLANES,
  read(parameters, own) {
    const problems = new Set<LinkedNumberProblem>();
    const read = (name: PlaneName): ExactTensor => {
      const plane = readMatrixPart(parameters.get(name), own[name]);
      if (plane && sameShape(plane.shape, own[name].shape) && plane.data.every(isLightness)) return plane;
      problems.add('plane');
      return own[name];
    };
    const settings = { red: read('red'), green: read('green'), blue: read('blue') };
    return { settings, problems: [...problems] };
  },
  write: (settings, own) =>
    PLANES.filter((name) => !sameTensor(settings[name], own[name])).map(
      (name) => `${name}=${writeLinkMatrix(settings[name])}`
    )
};

/** A colour image small enough to read all its numbers. */
export const model: SceneModel<RawColourImage, ColourImageSettings, ColourImageRun> = {
  grains: ['cell'],
  read: ({ red, green, blue }) => ({ red: matrix(red), green: matrix(green), blue: matrix(blue) }),
  same: (left, right) => PLANES.every((name) => sameTensor(left[name], right[name])),
  run({ red }) {
    const { height, width } = sizeOf(red);
    return { ...plainRun(PLANES.length + 1), shape: [height, width, PLANES.length] };
  },
  link,
  /** Whatever the cell: how many numbers the image is. */
  value: ({ shape: [height, width, planes] }) => new Fraction(height * width * planes)
};
