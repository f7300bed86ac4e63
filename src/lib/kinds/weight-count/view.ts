import type { WeightCountRun } from './model';
import { glide } from '$lib/stage';

/** What is drawn at a moment: a layer that makes output after output, and what has been counted. */
export interface WeightPicture {
  readonly layer: 'dense' | 'filter' | null;
  /** Outputs that this layer has made; the newest one is drawn with its connections. */
  readonly outputs: number;
  /** Outputs whose weights the dense layer has been counted for. */
  readonly denseOutputs: number;
  /** Whether the filter has been counted. */
  readonly filterCounted: boolean;
}

/** The picture at a time: whole at a settled step, in between the outputs run on. */
export function weightPicture({ moments }: WeightCountRun, time: number): WeightPicture {
  const step = Math.ceil(time);
  const moment = moments[step - 1];
  if (!moment) return { layer: null, outputs: 0, denseOutputs: 0, filterCounted: false };
  const before = moments[step - 2];
  const from = before?.layer === moment.layer ? before.outputs : 0;
  const outputs = Math.max(1, Math.round(glide(from, moment.outputs, 1 - (step - time))));
  const dense = moments.slice(0, step).findLast(({ layer }) => layer === 'dense');
  return {
    layer: moment.layer,
    outputs,
    denseOutputs: moment.layer === 'dense' ? outputs : (dense?.outputs ?? 0),
    filterCounted: moment.layer === 'filter'
  };
}
