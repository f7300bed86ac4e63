import { convolutionCost, Fraction, maxPoolingCost, type LayerCost } from '$lib/engine';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';

/** A pooling layer and the convolution after it, by their sizes. */
export interface PoolingCountSettings {
  /** [C, H, W] of what is pooled. */
  readonly shape: readonly [number, number, number];
  /** Cells along one side of the pooling window; it moves by as much. */
  readonly size: number;
  /** Of the convolution that comes next. */
  readonly filters: number;
  readonly kernel: number;
}

/** What each step counts, from step 1 on. */
export const MOMENTS = ['shape', 'values', 'parameters', 'multiply-adds', 'next-weights'] as const;
export type Moment = (typeof MOMENTS)[number];

export interface PoolingCountRun extends SceneRun {
  readonly settings: PoolingCountSettings;
  readonly pooling: LayerCost;
  /** The next layer on what is pooled, and on what is not. */
  readonly nextPooled: LayerCost;
  readonly nextWhole: LayerCost;
}

/** Why maps are made smaller: values, parameters and the work of the next layer, counted. */
export const model: SceneModel<PoolingCountSettings, PoolingCountSettings, PoolingCountRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: (left, right) => left === right,
  run(settings) {
    const { shape, size, filters, kernel } = settings;
    const pooling = maxPoolingCost(shape, { kernelSize: size });
    const next = { filters, kernelSize: kernel, bias: false };
    return {
      ...plainRun(MOMENTS.length),
      settings,
      pooling,
      nextPooled: convolutionCost(pooling.outputShape, next),
      nextWhole: convolutionCost(shape, next)
    };
  },
  link: { parts: [], read: (_, settings) => ({ settings, problems: [] }), write: () => [] },
  things: ['input', 'output', 'equation'],
  values: ['parameters'],
  /** Whatever the cell: how many parameters the pooling layer has. */
  value: ({ pooling }) => new Fraction(pooling.parameters)
};
