import type { ExactTensor } from '$lib/engine';
import type { SceneRun } from '../shared/model';
import type { KernelName } from './kernels';

/** What a step shows: a kernel, and where its window lies. */
export interface PhotoStop {
  /** `mine` is the learner's own, from another scene. */
  readonly kernel: KernelName | 'mine';
  /** The pixel in the middle of the window, in shares of the picture's sides, so that it fits pictures of any size. */
  readonly row: number;
  readonly column: number;
  /** Whether the map is there; without it the kernel is only seen. */
  readonly filtered: boolean;
}

/** A photograph, and the kernels that pass over it. */
export interface PhotoFilterSettings {
  readonly photo: 'chelsea' | 'coffee';
  /** Whether the learner may bring a picture. */
  readonly own: boolean;
  readonly stops: readonly PhotoStop[];
  /** The kernels to choose from. */
  readonly presets: readonly KernelName[];
  /** The grey of an even wall, which predictions are about. */
  readonly wall: number;
  /** [1, 1, 3, 3]: what the learner made elsewhere, or what the lesson has in its place. */
  readonly mine: ExactTensor;
  /** [1, 1, 3, 3]: what the learner put in the place of the kernels of all steps; null where nothing was. */
  readonly kernel: ExactTensor | null;
  /** How the learner wants sums to be painted; null leaves it to the kernel. */
  readonly shading: 'value' | 'size' | null;
}

export interface PhotoFilterRun extends SceneRun {
  readonly settings: PhotoFilterSettings;
}

/** The stop of a step; the last one where there are not so many. */
export function stopAt({ stops }: PhotoFilterSettings, step: number): PhotoStop {
  return stops[Math.min(step, stops.length - 1)] as PhotoStop;
}
