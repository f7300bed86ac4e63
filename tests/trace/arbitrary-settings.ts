import type { ExactTensor, Sides } from '$lib/engine';
import fc from 'fast-check';
import { everyday, tensorsOf } from '../data/arbitraries';

const small = fc.integer({ min: 1, max: 2 });
const pair = (least: number, most: number) =>
  fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }));
const sides: fc.Arbitrary<Sides> = fc.record({
  top: fc.nat(2),
  bottom: fc.nat(2),
  left: fc.nat(2),
  right: fc.nat(2)
});

/** An image axis on which a kernel of that size and dilation fits even without padding. */
function axisFor(kernel: number, dilation: number): fc.Arbitrary<number> {
  const span = dilation * (kernel - 1) + 1;
  return fc.integer({ min: span, max: span + 3 });
}

/** Convolutions of every kind, with their operands: batches, groups, uneven sides, each axis on its own. */
export const convolutions = fc
  .record({
    images: small,
    groups: small,
    groupChannels: small,
    groupFilters: small,
    kernel: pair(1, 3),
    stride: pair(1, 3),
    dilation: pair(1, 2),
    padding: fc.oneof(sides, pair(0, 2), fc.constantFrom('same' as const, 'valid' as const, 1))
  })
  .chain(({ images, groups, groupChannels, groupFilters, kernel, ...options }) =>
    fc.tuple(axisFor(kernel[0], options.dilation[0]), axisFor(kernel[1], options.dilation[1])).chain((size) =>
      fc.record({
        input: tensorsOf([images, groups * groupChannels, ...size], everyday),
        weight: tensorsOf([groups * groupFilters, groupChannels, ...kernel], everyday),
        bias: fc.option(tensorsOf([groups * groupFilters], everyday)),
        options: fc.constant({ ...options, groups })
      })
    )
  );

/** Transposed convolutions of every kind, with their operands. */
export const transposedConvolutions = fc
  .record({
    images: small,
    groups: small,
    groupChannels: small,
    groupFilters: small,
    kernel: pair(1, 3),
    size: pair(1, 3),
    stride: pair(1, 3),
    dilation: pair(1, 2),
    cropped: fc.boolean(),
    outputPadding: pair(0, 2)
  })
  .chain(
    ({ images, groups, groupChannels, groupFilters, kernel, size, stride, dilation, cropped, ...rest }) => {
      // Less than stride or dilation, as the operation demands.
      const axes = [0, 1] as const;
      const [extraRows, extraColumns] = axes.map((axis) =>
        Math.min(rest.outputPadding[axis], Math.max(stride[axis], dilation[axis]) - 1)
      ) as [number, number];
      // A cell on every side is cut off where one is left after it.
      const [top, left] = axes.map((axis) => {
        const whole = (size[axis] - 1) * stride[axis] + dilation[axis] * (kernel[axis] - 1) + 1;
        return cropped && whole > 2 ? 1 : 0;
      }) as [number, number];
      return fc.record({
        input: tensorsOf([images, groups * groupChannels, ...size], everyday),
        weight: tensorsOf([groups * groupChannels, groupFilters, ...kernel], everyday),
        bias: fc.option(tensorsOf([groups * groupFilters], everyday)),
        options: fc.constant({
          stride,
          dilation,
          groups,
          padding: [top, left] as const,
          outputPadding: [extraRows, extraColumns] as const
        })
      });
    }
  );

/** Poolings of every kind, with their input. */
export const poolings = fc
  .record({
    images: small,
    channels: small,
    kernelSize: pair(1, 3),
    stride: pair(1, 3),
    padded: fc.boolean(),
    ceilMode: fc.boolean()
  })
  .chain(({ images, channels, kernelSize, stride, padded, ceilMode }) => {
    const padding = kernelSize.map((length) => (padded ? Math.floor(length / 2) : 0)) as [number, number];
    return fc
      .tuple(axisFor(kernelSize[0], 1), axisFor(kernelSize[1], 1))
      .chain((size) => tensorsOf([images, channels, ...size], everyday))
      .map((input: ExactTensor) => ({ input, kernelSize, options: { stride, padding, ceilMode } }));
  });

/** Numbers to visit a trace by, in no order. */
export const wishes = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 });
