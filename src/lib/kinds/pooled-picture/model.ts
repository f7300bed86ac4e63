import { plainRun, type SceneModel, type SceneRun } from '../shared/model';

/** A photograph of the site, sub-sampled more and more. */
export interface PooledPictureSettings {
  readonly photo: 'chelsea' | 'coffee';
  /** The side of the window at each step: 1 is the photograph itself. */
  readonly factors: readonly number[];
}

export interface PooledPictureRun extends SceneRun {
  readonly settings: PooledPictureSettings;
}

/** A photograph whose pixels become fewer. No words name a number of it, so nothing is predicted. */
export const model: SceneModel<PooledPictureSettings, PooledPictureSettings, PooledPictureRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: (left, right) => left === right,
  run: (settings) => ({ ...plainRun(settings.factors.length - 1), settings }),
  link: { parts: [], read: (_, settings) => ({ settings, problems: [] }), write: () => [] },
  things: ['equation'],
  value(_, cell) {
    throw new RangeError(`a picture has no cell ${cell} to predict`);
  }
};
