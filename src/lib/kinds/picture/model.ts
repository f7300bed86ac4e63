import { plainRun, type SceneModel, type SceneRun } from '../shared/model';

/** What a step shows of a picture, in shares of its sides, so that it fits pictures of any size. */
export interface PictureStop {
  readonly plane: 'colour' | 'grey' | 'red' | 'green' | 'blue';
  /** Whether red, green and blue stand apart. */
  readonly apart: boolean;
  /** The middle of what is seen: 0 is the upper or left edge, 1 the lower or right one. */
  readonly row: number;
  readonly column: number;
  /** How many columns of pixels are seen, or rows where the picture is higher than wide; null for the whole picture. */
  readonly columns: number | null;
}

/** A photograph of the site or the learner's own picture, and what the steps show of it. */
export interface PictureSettings {
  /** What is shown, as long as the learner has brought nothing. */
  readonly photo: 'chelsea' | 'coffee';
  /** Whether the learner may bring a picture. */
  readonly own: boolean;
  readonly stops: readonly PictureStop[];
}

/** From one view of a picture to the next. */
export interface PictureRun extends SceneRun {
  readonly stops: readonly PictureStop[];
}

/** A picture, seen from near and far. Nothing is computed, so nothing is predicted; no address holds a picture. */
export const model: SceneModel<PictureSettings, PictureSettings, PictureRun> = {
  grains: ['cell'],
  read: (raw) => raw,
  same: (left, right) => left === right,
  run: ({ stops }) => ({ ...plainRun(stops.length - 1), stops }),
  link: { parts: [], read: (_, settings) => ({ settings, problems: [] }), write: () => [] },
  value(_, cell) {
    throw new RangeError(`a picture has no cell ${cell} to predict`);
  }
};
