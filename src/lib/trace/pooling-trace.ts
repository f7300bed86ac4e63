import {
  avgPool2d,
  exactField,
  Fraction,
  maxPool2d,
  sizeOf,
  sizeOfPair,
  sumOf,
  windowGeometry,
  windowOrigin,
  type AvgPool2dOptions,
  type ExactTensor,
  type MaxPool2dOptions,
  type Pair,
  type WindowGeometry
} from '$lib/engine';
import { placeIn } from './place';
import { scheduleOf } from './schedule';
import { cellsUnder, type WindowCell } from './step';
import { traceOver, type WindowedStep, type WindowedTrace } from './trace';

interface Pooled {
  /** [N, C, H, W] */
  readonly input: ExactTensor;
  readonly kernelSize: Pair;
}

/** The operand of `maxPool2d`, and its options. */
export interface MaxPoolSettings extends Pooled, MaxPool2dOptions {}

/** The operand of `avgPool2d`, and its options. */
export interface AvgPoolSettings extends Pooled, AvgPool2dOptions {}

/** A settled state of a pooling. */
export interface PoolingStep extends WindowedStep {
  /** The image of the batch; null at step 0. */
  readonly image: number | null;
  /** The channel, of the input as of the output; null at step 0. */
  readonly channel: number | null;
  /** The cells that take part, in reading order. */
  readonly cells: readonly WindowCell[];
}

/** Padding never wins, so `cells` are those on the input alone. */
export interface MaxPoolStep extends PoolingStep {
  /** Which of the cells is largest, the first of equal ones; null at step 0. */
  readonly winner: number | null;
}

/** Padding is 0 and adds nothing; `cells` has it, because it may count in the divisor. */
export interface AvgPoolStep extends PoolingStep {
  /** Sum of the cells. */
  readonly sum: Fraction;
  /** What it is divided by; null at step 0. */
  readonly divisor: number | null;
}

/**
 * The steps of a pooling: image by image, channel by channel. No weights, no products, so there is one grain. Output
 * [N, C, OH, OW].
 */
export type PoolingTrace<Step extends PoolingStep> = WindowedTrace<Step>;

export type MaxPoolTrace = PoolingTrace<MaxPoolStep>;
export type AvgPoolTrace = PoolingTrace<AvgPoolStep>;

const UNTOUCHED: PoolingStep = {
  index: 0,
  image: null,
  channel: null,
  cell: null,
  window: null,
  cells: [],
  total: exactField.zero,
  finished: 0
};

/** The part of a step that all kinds of pooling have in common. */
type Visit = Omit<PoolingStep, 'cells' | 'total'>;

interface Windows {
  readonly input: ExactTensor;
  readonly output: ExactTensor;
  readonly geometry: WindowGeometry;
}

function poolingTrace<Step extends PoolingStep>(
  { input, output, geometry }: Windows,
  untouched: Step,
  stepOf: (visit: Visit, under: readonly WindowCell[]) => Step
): PoolingTrace<Step> {
  const schedule = scheduleOf([1], output.data.length);
  function placeOf(outputCell: number) {
    const shape = output.shape as readonly [number, number, number, number];
    const [image, channel, row, column] = placeIn(shape, outputCell);
    const cell = { row, column };
    return { image, channel, cell, window: windowOrigin(geometry, cell) };
  }
  return {
    ...traceOver(schedule, untouched, ({ cell: outputCell, finished }, index) => {
      const place = placeOf(outputCell);
      const planes = { image: place.image, firstChannel: place.channel, channels: 1 };
      const under = cellsUnder(input, geometry, planes, place.window);
      return stepOf({ index, ...place, finished }, under);
    }),
    geometry,
    input,
    windowAt(index) {
      const moment = schedule.at(index);
      return moment && placeOf(moment.cell).window;
    },
    output: () => output
  };
}

/**
 * The trace of `maxPool2d`.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `maxPool2d`
 */
export function maxPoolTrace({ input, kernelSize, ...options }: MaxPoolSettings): MaxPoolTrace {
  const output = maxPool2d(input, kernelSize, options);
  const { stride = kernelSize, padding = 0, dilation = 1, ceilMode } = options;
  const windowOptions = { stride, padding, dilation };
  const geometry = windowGeometry(sizeOf(input), sizeOfPair(kernelSize), windowOptions, ceilMode);
  const untouched = { ...UNTOUCHED, winner: null };
  return poolingTrace<MaxPoolStep>({ input, output, geometry }, untouched, (visit, under) => {
    const cells = under.filter(({ isPadding }) => !isPadding);
    const largest = cells.reduce((best, cell) => (cell.value.compare(best.value) > 0 ? cell : best));
    return { ...visit, cells, winner: cells.indexOf(largest), total: largest.value };
  });
}

/**
 * The trace of `avgPool2d`. Where `ceilMode` lets a window reach beyond the padding, the cells out there do not
 * exist: they are in neither sum nor divisor.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} as `avgPool2d`
 */
export function avgPoolTrace({ input, kernelSize, ...options }: AvgPoolSettings): AvgPoolTrace {
  const output = avgPool2d(input, kernelSize, options);
  const { stride = kernelSize, padding = 0, ceilMode, countIncludePad = true, divisorOverride } = options;
  const geometry = windowGeometry(sizeOf(input), sizeOfPair(kernelSize), { stride, padding }, ceilMode);
  const { padded } = geometry;
  const untouched = { ...UNTOUCHED, sum: exactField.zero, divisor: null };
  return poolingTrace<AvgPoolStep>({ input, output, geometry }, untouched, (visit, under) => {
    const cells = under.filter((cell) => cell.paddedRow < padded.height && cell.paddedColumn < padded.width);
    const counted = countIncludePad ? cells : cells.filter(({ isPadding }) => !isPadding);
    const divisor = divisorOverride ?? counted.length;
    const sum = sumOf(cells.map(({ value }) => value));
    return { ...visit, cells, sum, divisor, total: sum.div(new Fraction(divisor)) };
  });
}
