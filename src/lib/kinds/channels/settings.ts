import type { ExactTensor, Fraction } from '$lib/engine';
import type { SlidingTrace } from '$lib/trace';
import type { SceneRun } from '../shared/model';

type RawPlanes = readonly (readonly (readonly (number | string)[])[])[];

/** What the channels stand for: nothing in particular; red, green and blue; these, as the light of a picture. */
export type Colours = 'none' | 'named' | 'painted';

/** The numbers of one filter over several channels as a lesson has them. */
export interface RawChannelsSettings {
  readonly input: RawPlanes;
  readonly filter: RawPlanes;
  readonly bias: number | string;
  readonly colours: Colours;
  readonly counted: boolean;
}

/** The numbers of one filter over several channels. */
export interface ChannelsSettings {
  /** (1, C, H, W) */
  readonly input: ExactTensor;
  /** (1, C, FH, FW) */
  readonly filter: ExactTensor;
  readonly bias: Fraction;
  readonly colours: Colours;
  /** Whether the numbers of the filter are counted in the end. */
  readonly counted: boolean;
}

/** One filter over several channels and, where they are counted, one more step for the numbers of the filter. */
export interface ChannelsRun extends SceneRun {
  readonly trace: SlidingTrace;
  readonly bias: Fraction;
  readonly channels: number;
  /** Weights that lie on one channel. */
  readonly area: number;
  readonly counted: boolean;
}
