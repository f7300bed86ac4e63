import { exactTensor, type ExactTensor } from '$lib/engine';
import fc from 'fast-check';
import { whole } from './arbitraries';

type Two = readonly [vertical: number, horizontal: number];

/** A pooling with every option spelled out. */
export interface PoolingSettings {
  readonly input: ExactTensor;
  readonly kernelSize: Two;
  readonly options: { stride: Two; padding: Two; ceilMode: boolean };
  readonly dilation: Two;
}

/**
 * Where the windows along one axis begin, by what they are rather than by a formula: they begin a stride apart, the
 * first at the beginning of the padding. Without ceilMode each of them lies inside the padded axis; with it, there
 * is one more as long as the last did not reach the end, unless it would begin behind the input.
 */
export function beginningsAlong(
  length: number,
  span: number,
  stride: number,
  padding: number,
  ceilMode: boolean
): number[] {
  const end = length + padding;
  const beginnings: number[] = [];
  for (let begin = -padding; begin < end; begin += stride) {
    const isIn = ceilMode ? begin - stride + span < end && begin < length : begin + span <= end;
    if (isIn) beginnings.push(begin);
  }
  return beginnings;
}

const spanOf = (kernel: number, dilation: number) => (kernel - 1) * dilation + 1;

/** Taps of each window along one axis, those on the padding left out. */
export function tapsAlong(
  { input, kernelSize, options, dilation }: PoolingSettings,
  axis: 0 | 1
): number[][] {
  const length = input.shape[2 + axis] as number;
  const { stride, padding, ceilMode } = options;
  const span = spanOf(kernelSize[axis], dilation[axis]);
  return beginningsAlong(length, span, stride[axis], padding[axis], ceilMode).map((begin) =>
    Array.from({ length: kernelSize[axis] }, (_, tap) => begin + tap * dilation[axis]).filter(
      (cell) => cell >= 0 && cell < length
    )
  );
}

/** Whole numbers in a tensor of one shape. */
export function wholeTensors(shape: readonly number[]): fc.Arbitrary<ExactTensor> {
  const cells = shape.reduce((product, length) => product * length, 1);
  return fc
    .array(whole, { minLength: cells, maxLength: cells })
    .map((entries) => exactTensor(shape, entries));
}

/** Whole numbers that are all different, in any order. */
export function differentNumbers(shape: readonly number[]): fc.Arbitrary<ExactTensor> {
  const cells = shape.reduce((product, length) => product * length, 1);
  const numbers = Array.from({ length: cells }, (_, index) => index - Math.floor(cells / 2));
  return fc
    .shuffledSubarray(numbers, { minLength: cells, maxLength: cells })
    .map((entries) => exactTensor(shape, entries));
}

const two = (entry: fc.Arbitrary<number>) => fc.tuple(entry, entry);

/** Every setting that PyTorch takes, on small inputs; `dilations` as far as this. */
export function poolings(
  entries: (shape: readonly number[]) => fc.Arbitrary<ExactTensor> = wholeTensors,
  dilations = 1
): fc.Arbitrary<PoolingSettings> {
  return fc
    .record({
      planes: two(fc.integer({ min: 1, max: 2 })),
      size: two(fc.integer({ min: 1, max: 7 })),
      kernelSize: two(fc.integer({ min: 1, max: 4 })),
      stride: two(fc.integer({ min: 1, max: 4 })),
      dilation: two(fc.integer({ min: 1, max: dilations })),
      paddingShare: two(fc.nat(2)),
      ceilMode: fc.boolean()
    })
    .chain(({ planes, size, kernelSize, stride, dilation, paddingShare, ceilMode }) => {
      const most = (axis: 0 | 1) => Math.floor(spanOf(kernelSize[axis], dilation[axis]) / 2);
      const padding: Two = [Math.min(paddingShare[0], most(0)), Math.min(paddingShare[1], most(1))];
      return entries([...planes, ...size]).map((input) => ({
        input,
        kernelSize,
        options: { stride, padding, ceilMode },
        dilation
      }));
    })
    .filter((settings) =>
      ([0, 1] as const).every((axis) => {
        const windows = tapsAlong(settings, axis);
        return windows.length > 0 && windows.every((taps) => taps.length > 0);
      })
    );
}
