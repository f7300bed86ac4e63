import { Fraction, type ConvolutionOptions, type ExactTensor, type Pair, type Sides } from '$lib/engine';
import fc from 'fast-check';
import { everyday, tensorsOf } from './arbitraries';
import { range, sidesMeant, spanOf, type Spelled } from './brute-convolution';

type Two = readonly [vertical: number, horizontal: number];

/** Operands of a convolution, its options as a caller writes them, and the same spelled out. */
export interface ConvolutionCase {
  readonly input: ExactTensor;
  readonly weight: ExactTensor;
  readonly bias: ExactTensor;
  readonly options: Required<ConvolutionOptions>;
  readonly spelled: Spelled;
}

export const upTo = (most: number) => fc.integer({ min: 1, max: most });
export const pairOf = (value: fc.Arbitrary<number>): fc.Arbitrary<Pair> =>
  fc.oneof(value, fc.tuple(value, value));
export const bothOf = (pair: Pair): Two => (typeof pair === 'number' ? [pair, pair] : pair);

/** Fractions whose products leave the whole numbers that doubles hold, but whose sums stay short. */
export const large = fc
  .tuple(fc.integer({ min: -(2 ** 40), max: 2 ** 40 }), upTo(7))
  .map(([n, d]) => new Fraction(n, d));

/** Every way to write a padding in cells. */
export const cellsOfPadding: fc.Arbitrary<Pair | Sides> = fc.oneof(
  pairOf(fc.nat(2)),
  fc.record({ top: fc.nat(2), bottom: fc.nat(2), left: fc.nat(2), right: fc.nat(2) })
);

/** The sizes that groups, channels and filters have: up to five filters a group, for kernels that take four at once. */
export const partsOf = fc.record({
  images: upTo(2),
  groups: upTo(3),
  groupChannels: upTo(2),
  groupFilters: upTo(5)
});

/** Convolutions of every setting in which the kernel fits, 'same' and 'valid' included. */
export function convolutionCases(entry: fc.Arbitrary<Fraction> = everyday): fc.Arbitrary<ConvolutionCase> {
  return fc
    .record({
      parts: partsOf,
      size: fc.tuple(upTo(6), upTo(6)),
      kernel: fc.tuple(upTo(3), upTo(3)),
      stride: pairOf(upTo(3)),
      dilation: pairOf(upTo(2)),
      padding: fc.oneof(cellsOfPadding, fc.constantFrom('same' as const, 'valid' as const))
    })
    .map((setting) => {
      const stride = bothOf(setting.stride);
      const dilation = bothOf(setting.dilation);
      const span = [spanOf(setting.kernel[0], dilation[0]), spanOf(setting.kernel[1], dilation[1])] as const;
      return {
        ...setting,
        span,
        spelled: {
          stride,
          dilation,
          groups: setting.parts.groups,
          sides: sidesMeant(setting.padding, setting.size, span, stride)
        }
      };
    })
    .filter(
      ({ size, span, spelled: { sides } }) =>
        span[0] <= size[0] + sides.top + sides.bottom && span[1] <= size[1] + sides.left + sides.right
    )
    .chain(
      ({
        parts: { images, groups, groupChannels, groupFilters },
        size,
        kernel,
        stride,
        dilation,
        padding,
        spelled
      }) =>
        fc.record({
          input: tensorsOf([images, groups * groupChannels, ...size], entry),
          weight: tensorsOf([groups * groupFilters, groupChannels, ...kernel], entry),
          bias: tensorsOf([groups * groupFilters], entry),
          options: fc.constant({ stride, padding, dilation, groups }),
          spelled: fc.constant(spelled)
        })
    );
}

/** A number between −1 and 1 that no short binary fraction is, always the same for the same place. */
function wild(cell: number): number {
  return Math.sin(cell * 12.9898 + 78.233);
}

/** So many of them. */
export const wildData = (length: number, from = 0) => range(length).map((cell) => wild(cell + from));
