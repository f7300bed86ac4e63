import { exactTensor, Fraction, matrix, sameTensor, sumOf, type ExactTensor } from '$lib/engine';
import type { EvenArea } from '$lib/exercise';
import { plainRun, type SceneModel } from '../shared/model';
import { reached } from './goal';
import type { PhotoGoal } from './goal-schema';
import { isThreeByThree, kernelNamed, type KernelName } from './kernels';
import { photoLink } from './link';
import { stopAt, type PhotoFilterRun, type PhotoFilterSettings, type PhotoStop } from './settings';

/** What a lesson writes down of a photograph under kernels. */
interface RawPhotoFilter {
  readonly photo: PhotoFilterSettings['photo'];
  readonly own: boolean;
  readonly stops: readonly PhotoStop[];
  readonly presets: readonly KernelName[];
  readonly wall: number;
  readonly mine: readonly (readonly (number | string)[])[];
}

type PhotoFilterModel = SceneModel<RawPhotoFilter, PhotoFilterSettings, PhotoFilterRun>;

/** The kernel of a step. */
export function kernelAt(settings: PhotoFilterSettings, step: number): ExactTensor {
  if (settings.kernel) return settings.kernel;
  const { kernel } = stopAt(settings, step);
  return kernel === 'mine' ? settings.mine : kernelNamed(kernel);
}

/** An even wall under the kernel of a step: what a prediction is about. */
export function wallUnder({ settings, length }: PhotoFilterRun, step: number): EvenArea {
  if (step > length) throw new RangeError(`there is no step ${step}, the last is ${length}`);
  return { value: new Fraction(settings.wall), weights: kernelAt(settings, step).data };
}

const sameOrNone = (left: ExactTensor | null, right: ExactTensor | null) =>
  left === right || (left !== null && right !== null && sameTensor(left, right));

/** What the learner changed here, apart from what came along from elsewhere. */
const unchangedHere: NonNullable<PhotoFilterModel['fits']> = (left, right) =>
  sameOrNone(left.kernel, right.kernel) && left.shading === right.shading;

/**
 * A photograph under a kernel. What its pixels are is known to the page that shows it and not here, for browsers differ in
 * them: so a prediction is about an even wall.
 */
export const model: PhotoFilterModel = {
  grains: ['cell'],
  read: (raw) => ({ ...raw, mine: matrix(raw.mine), kernel: null, shading: null }),
  same: (left, right) => unchangedHere(left, right) && sameTensor(left.mine, right.mine),
  fits: unchangedHere,
  takes: (settings, { kernel }) =>
    kernel && isThreeByThree(kernel) ? { ...settings, mine: kernel } : settings,
  run: (settings) => ({ ...plainRun(settings.stops.length - 1), settings }),
  link: photoLink,
  things: ['photo', 'input', 'kernel', 'product', 'grey', 'output', 'equation'],
  reached: (goal, settings) => reached(goal as PhotoGoal, settings),
  value(run, cell) {
    const { value, weights } = wallUnder(run, cell);
    return sumOf(weights.map((weight) => weight.mul(value)));
  }
};

/** The pixels under a window as the engine takes them, [1, 1, 3, 3]. */
export const patchOf = (greys: readonly number[]) => exactTensor([1, 1, 3, 3], greys);
