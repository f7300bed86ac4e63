import {
  conv2dExactly,
  Fraction,
  matrix,
  sameTensor,
  sizeOf,
  windowGeometry,
  type ExactTensor
} from '$lib/engine';
import type { WindowGeometry } from '$lib/engine';
import { plainRun, type SceneModel, type SceneRun } from '../shared/model';
import { unseenLines, type UnseenLines } from '../shared/window/unseen';

/** What is drawn: the maps of all strides side by side, or all places, and of the stride on show where it stands. */
export type StripDrawing = 'maps' | 'places';

/** One input and one kernel, both square, and the strides to compare, as a lesson has them. */
export interface RawStripSettings {
  readonly input: readonly (readonly (number | string)[])[];
  readonly kernel: readonly (readonly (number | string)[])[];
  /** In cells, both ways alike; the first is 1. */
  readonly strides: readonly number[];
  readonly drawn: StripDrawing;
}

/** The same as the engine takes them. */
export interface StripSettings extends Pick<RawStripSettings, 'strides' | 'drawn'> {
  readonly input: ExactTensor;
  readonly kernel: ExactTensor;
}

/** The map of one stride. */
export interface StripPart {
  readonly stride: number;
  readonly geometry: WindowGeometry;
  readonly output: ExactTensor;
  readonly unseen: UnseenLines;
}

/** For each stride two steps: its map, and what is left over at the edge. */
export interface StripRun extends SceneRun {
  readonly parts: readonly StripPart[];
}

/** What a step is about: which of the strides, counted from 0, and whether its leftover is told. */
export interface StripMoment {
  readonly part: number;
  readonly leftover: boolean;
}

/** @param step from 1 on; also the number of a cell, for each step is one */
export function momentOf(step: number): StripMoment {
  return { part: Math.ceil(step / 2) - 1, leftover: step % 2 === 0 };
}

/** @throws {RangeError} when the strip has no such step */
export function partAt({ parts }: StripRun, step: number): StripPart {
  const part = parts[momentOf(step).part];
  if (!part) throw new RangeError(`there is no step ${step} of ${parts.length} strides`);
  return part;
}

/** The maps that one kernel makes of one input with several strides. */
export const model: SceneModel<RawStripSettings, StripSettings, StripRun> = {
  grains: ['cell'],
  read: ({ input, kernel, ...rest }) => ({ ...rest, input: matrix(input), kernel: matrix(kernel) }),
  same: (left, right) => sameTensor(left.input, right.input) && sameTensor(left.kernel, right.kernel),
  run({ input, kernel, strides }) {
    const parts = strides.map((stride): StripPart => {
      const geometry = windowGeometry(sizeOf(input), sizeOf(kernel), { stride });
      return {
        stride,
        geometry,
        output: conv2dExactly(input, kernel, { stride }),
        unseen: unseenLines(geometry)
      };
    });
    return { ...plainRun(2 * parts.length), parts };
  },
  link: { parts: [], read: (_, settings) => ({ settings, problems: [] }), write: () => [] },
  things: ['input', 'kernel', 'map-1', 'map-2', 'map-3', 'equation'],
  values: ['input-side', 'kernel-side'],
  /** Along one side: how many places the window finds; at a stride's second step, how many cells are left over. */
  value(run, cell) {
    const { geometry, unseen } = partAt(run, cell);
    return new Fraction(momentOf(cell).leftover ? unseen.columns.length : geometry.output.width);
  }
};
