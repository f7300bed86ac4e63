import { Fraction } from '$lib/engine';
import { plainRun, type SceneModel } from '../shared/model';
import { costOf } from './cost';
import { reached } from './goal';
import type { LayerGoal } from './goal-schema';
import { layerLink } from './link';
import { MOMENTS, type LayerRun, type Moment } from './run';
import { LAYER_NUMBERS, type LayerSettings } from './settings';

/** A layer that is known by its shapes. */
export const model: SceneModel<LayerSettings, LayerSettings, LayerRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: (left, right) => LAYER_NUMBERS.every((name) => left[name] === right[name]),
  run(settings) {
    const [one, all] = [costOf(settings, 1), costOf(settings)];
    const [, outputHeight = 0, outputWidth = 0] = all.outputShape;
    const taps = settings.channels * settings.kernel * settings.kernel;
    return { ...plainRun(MOMENTS.length), settings, one, all, taps, outputHeight, outputWidth };
  },
  link: layerLink,
  things: ['input', 'kernel', 'bias', 'output', 'equation', 'chosen', 'learned', 'multiply-adds'],
  values: [
    ...LAYER_NUMBERS,
    ...['taps', 'weights', 'biases', 'parameters', 'map-height', 'map-width', 'maps', 'multiply-adds']
  ],
  reached: (goal, _, run) => reached(goal as LayerGoal, run),
  /** What is counted at the cell's step; of the maps, how many rows each has. */
  value({ one, all, taps, outputHeight }, cell) {
    const counts: Record<Moment, number> = {
      weights: taps,
      bias: one.parameters,
      map: outputHeight,
      parameters: all.parameters,
      maps: outputHeight,
      'multiply-adds': all.multiplyAdds
    };
    const moment = MOMENTS[cell - 1];
    if (!moment) throw new RangeError(`there is no cell ${cell}`);
    return new Fraction(counts[moment]);
  }
};
