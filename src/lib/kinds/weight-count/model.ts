import { convolutionCost, Fraction, linearCost } from '$lib/engine';
import { linkedNumber } from '../shared/limits';
import {
  plainRun,
  type LinkCodec,
  type LinkedNumberProblem,
  type SceneModel,
  type SceneRun
} from '../shared/model';

/** The bounds of the sides, in cells. */
export const SIDE_BOUNDS = {
  side: { least: 2, most: 64 },
  kernel: { least: 1, most: 11 }
} as const;

/** A square grey image and a square filter. */
export interface WeightCountSettings {
  /** Cells along one side of the image. */
  readonly side: number;
  /** Cells along one side of the filter. */
  readonly kernel: number;
}

/** What one step counts: the weights with which a layer makes so many outputs. */
export interface WeightMoment {
  readonly layer: 'dense' | 'filter';
  readonly outputs: number;
}

/** The weights of a dense layer and of a filter that make outputs of the same size. */
export interface WeightCountRun extends SceneRun {
  readonly inputs: number;
  /** Cells along one side of the output. */
  readonly outputSide: number;
  readonly outputs: number;
  /** Weights that a dense layer of so many outputs has. */
  denseWeights(outputs: number): number;
  /** Weights that the filter has, however many outputs it makes. */
  readonly filterWeights: number;
  /** What the steps count, from step 1 on. */
  readonly moments: readonly WeightMoment[];
}

const readSide = linkedNumber(SIDE_BOUNDS.side.least, SIDE_BOUNDS.side.most);
const readKernel = linkedNumber(SIDE_BOUNDS.kernel.least, SIDE_BOUNDS.kernel.most);

/** side=28&kernel=3 */
const weightCountLink: LinkCodec<WeightCountSettings> = {
  parts: ['side', 'kernel'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const side = readSide(parameters.get('side') ?? `${own.side}`);
    const kernel = readKernel(parameters.get('kernel') ?? `${own.kernel}`);
    if (!side.success) problems.push('size');
    if (!kernel.success) problems.push('kernel');
    const settings = {
      side: side.success ? side.output : own.side,
      kernel: kernel.success ? kernel.output : own.kernel
    };
    if (settings.kernel <= settings.side) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write({ side, kernel }, own) {
    const parts: string[] = [];
    if (side !== own.side) parts.push(`side=${side}`);
    if (kernel !== own.kernel) parts.push(`kernel=${kernel}`);
    return parts;
  }
};

/** Without biases: they are added, one an output or one a filter, and have a lesson of their own. */
export const model: SceneModel<WeightCountSettings, WeightCountSettings, WeightCountRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: (left, right) => left.side === right.side && left.kernel === right.kernel,
  run({ side, kernel }) {
    const filter = convolutionCost([1, side, side], { filters: 1, kernelSize: kernel, bias: false });
    const [, outputSide = 0] = filter.outputShape;
    const inputs = side * side;
    const outputs = outputSide * outputSide;
    // A first output, a second one, and then all of them: an output of one cell has only the first.
    const counts = outputs === 1 ? [1] : [1, 2, outputs];
    const layers = ['dense', 'filter'] as const;
    const moments = layers.flatMap((layer) => counts.map((count) => ({ layer, outputs: count })));
    return {
      ...plainRun(moments.length),
      inputs,
      outputSide,
      outputs,
      denseWeights: (count) => linearCost([inputs], { outFeatures: count, bias: false }).parameters,
      filterWeights: filter.parameters,
      moments
    };
  },
  link: weightCountLink,
  things: ['equation'],
  values: ['side', 'kernel', 'inputs', 'outputs', 'dense-weights', 'filter-weights'],
  /** How many weights are needed at the cell's step. */
  value({ moments, denseWeights, filterWeights }, cell) {
    const moment = moments[cell - 1];
    if (!moment) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(moment.layer === 'dense' ? denseWeights(moment.outputs) : filterWeights);
  }
};
