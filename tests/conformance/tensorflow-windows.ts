// Windows as TensorFlow.js needs them to be put: it pads, spreads and groups in fewer ways than the engine.
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyKind, bothOf, entriesSeed, pairOf, type Pair } from './tensorflow';

export interface Sides {
  top: number;
  bottom: number;
  left: number;
  right: number;
}
export type Padding = Pair | Sides | 'valid' | 'same';

export interface Window {
  height: number;
  width: number;
  kernelHeight: number;
  kernelWidth: number;
  stride: Pair;
  dilation: Pair;
  padding: Padding;
}

const cells = fc.nat(3);
const side = fc.integer({ min: 1, max: 8 });
const kernelSide = fc.integer({ min: 1, max: 4 });
const padding = fc.oneof<fc.Arbitrary<Padding>[]>(
  pairOf(0, 3),
  fc.record({ top: cells, bottom: cells, left: cells, right: cells }),
  fc.constantFrom('valid', 'same')
);

/** The four sides of an explicit padding. */
function sidesOf(explicit: Pair | Sides): Sides {
  if (typeof explicit === 'object' && 'top' in explicit) return explicit;
  const [vertical, horizontal] = bothOf(explicit);
  return { top: vertical, bottom: vertical, left: horizontal, right: horizontal };
}

/** Whether the kernel, with its gaps, fits into the padded input: else there is no output on either side. */
export function fits({ height, width, kernelHeight, kernelWidth, dilation, padding }: Window): boolean {
  if (padding === 'same') return true;
  const { top, bottom, left, right } = sidesOf(padding === 'valid' ? 0 : padding);
  const [down, across] = bothOf(dilation);
  return (
    (kernelHeight - 1) * down < top + height + bottom && (kernelWidth - 1) * across < left + width + right
  );
}

export const windowFields = {
  height: side,
  width: side,
  kernelHeight: kernelSide,
  kernelWidth: kernelSide,
  stride: pairOf(1, 3),
  dilation: pairOf(1, 3),
  padding
};

export const operandFields = {
  images: fc.integer({ min: 1, max: 2 }),
  hasBias: fc.boolean(),
  kind: anyKind,
  seed: entriesSeed
};

/**
 * [FH, FW, ...] with zeros between the taps, so that an undilated kernel of theirs is a dilated one: they refuse a
 * dilation together with a stride, and have no gradient of it.
 */
export function spread(filters: tf.Tensor4D, dilation: Pair): tf.Tensor4D {
  const spreadRows = (rows: tf.Tensor4D, step: number): tf.Tensor4D => {
    const [length, ...rest] = rows.shape;
    const alone = tf.reshape(rows, [length, 1, -1]);
    const withGaps = tf.pad(alone, [
      [0, 0],
      [0, step - 1],
      [0, 0]
    ]);
    const whole = tf.reshape(withGaps, [length * step, ...rest]) as tf.Tensor4D;
    return tf.slice(whole, 0, (length - 1) * step + 1);
  };
  const turned = (any: tf.Tensor4D) => tf.transpose<tf.Tensor4D>(any, [1, 0, 2, 3]);
  const [down, across] = bothOf(dilation);
  return turned(spreadRows(turned(spreadRows(filters, down)), across));
}

/**
 * What they can pad themselves is left to them; other padding is written out as zeros first. With a number they
 * find the output's width from the *height* of kernel and stride (`getPadAndOutInfo` in their ops/conv_util.ts), so
 * a number is theirs only where the axes are alike.
 *
 * @param image [N, H, W, C]
 */
export function padThere(
  image: tf.Tensor4D,
  { padding, stride, dilation, kernelHeight, kernelWidth }: Window
): { image: tf.Tensor4D; pad: number | 'valid' | 'same' } {
  if (typeof padding === 'string') return { image, pad: padding };
  const alike = [stride, dilation, [kernelHeight, kernelWidth] as const].every((pair) => {
    const [vertical, horizontal] = bothOf(pair);
    return vertical === horizontal;
  });
  if (typeof padding === 'number' && alike) return { image, pad: padding };
  const { top, bottom, left, right } = sidesOf(padding);
  const zeros: [number, number][] = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0]
  ];
  return { image: tf.pad(image, zeros), pad: 'valid' };
}

/** Rounding for explicit padding; with 'same' and 'valid' there is nothing to round. */
export const roundingOf = (pad: number | 'valid' | 'same') => (typeof pad === 'number' ? 'floor' : undefined);

/**
 * A grouped operation as one operation a group, for they have no groups. Channels come last, in the filters behind
 * those of the input.
 */
export function byGroups<T extends tf.Tensor3D | tf.Tensor4D>(
  groups: number,
  image: T,
  filters: T,
  operation: (image: T, filters: T) => T
): T {
  // One part alone has no gradient there (gradients/SplitV_grad.ts).
  if (groups === 1) return operation(image, filters);
  const last = image.rank - 1;
  const images = tf.split(image, groups, last);
  const parts = tf.split(filters, groups, last);
  return tf.concat(
    images.map((part, group) => operation(part as T, parts[group] as T)),
    last
  );
}
