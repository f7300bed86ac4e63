import {
  matrix,
  pad,
  sameTensor,
  sizeOf,
  windowGeometry,
  type ExactTensor,
  type Fraction,
  type PaddingMode,
  type Sides
} from '$lib/engine';
import { windowTrace, type WindowTrace } from '$lib/trace';
import {
  plainRun,
  type LinkCodec,
  type LinkedNumberProblem,
  type SceneModel,
  type SceneRun
} from '../shared/model';
import { writeLinkMatrix } from '../shared/matrix-text';
import { readMatrixPart } from '../shared/window/link';

/** What can stand around the input, in the order in which it is shown. */
export const MODES = ['zero', 'reflect', 'replicate'] as const satisfies readonly PaddingMode[];
export type Mode = (typeof MODES)[number];

/** The numbers as a lesson has them. */
export interface RawModes {
  readonly input: readonly (readonly (number | string)[])[];
  readonly kernel: readonly (readonly (number | string)[])[];
}

export interface ModeSettings {
  readonly input: ExactTensor;
  readonly kernel: ExactTensor;
}

/** The same window over the same input, padded in several ways so that its size stays. A cell is one of each output. */
export interface ModeRun extends SceneRun {
  /** Cells around the input on each side. */
  readonly sides: Sides;
  /** For each way to pad a window over the input that has its padding already. */
  readonly traces: Readonly<Record<Mode, WindowTrace>>;
}

export const readModes = ({ input, kernel }: RawModes): ModeSettings => ({
  input: matrix(input),
  kernel: matrix(kernel)
});

/** @throws {EngineError} when a mirror image of the input is too small to fill the padding */
export function runModes({ input, kernel }: ModeSettings): ModeRun {
  const sides = windowGeometry(sizeOf(input), sizeOf(kernel), { padding: 'same' }).padding;
  const traceOf = (mode: Mode) =>
    windowTrace({ input: pad(input, sides, mode), kernel, stride: 1, padding: 0 }, 'cell');
  const traces = { zero: traceOf('zero'), reflect: traceOf('reflect'), replicate: traceOf('replicate') };
  return { ...plainRun(traces.zero.length), sides, traces };
}

function fits(settings: ModeSettings): boolean {
  try {
    runModes(settings);
    return true;
  } catch {
    return false;
  }
}

/** input=5,6,8&kernel=-1,0,1 */
const modeLink: LinkCodec<ModeSettings> = {
  parts: ['input', 'kernel'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const input = readMatrixPart(parameters.get('input'), own.input);
    const kernel = readMatrixPart(parameters.get('kernel'), own.kernel);
    if (!input) problems.push('input');
    if (!kernel) problems.push('kernel');
    const settings = { input: input ?? own.input, kernel: kernel ?? own.kernel };
    if (fits(settings)) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write({ input, kernel }, own) {
    const parts: string[] = [];
    if (!sameTensor(input, own.input)) parts.push(`input=${writeLinkMatrix(input)}`);
    if (!sameTensor(kernel, own.kernel)) parts.push(`kernel=${writeLinkMatrix(kernel)}`);
    return parts;
  }
};

/** What stands around the input, and what it makes of the outputs at the border. */
export const model: SceneModel<RawModes, ModeSettings, ModeRun> = {
  grains: ['cell'],
  read: readModes,
  same: (left, right) => sameTensor(left.input, right.input) && sameTensor(left.kernel, right.kernel),
  run: runModes,
  link: modeLink,
  things: [
    ...MODES.flatMap((mode) => [`input-${mode}`, `output-${mode}`]),
    'kernel',
    'output-R-C',
    'equation'
  ],
  /** The output with zeros around the input. */
  value({ traces }, cell) {
    const value: Fraction | undefined = traces.zero.output().data[cell - 1];
    if (value === undefined) throw new RangeError(`there is no cell ${cell}`);
    return value;
  }
};
