import { SettingError } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { requireWhole, sizeOfPair, spanOf, type Pair, type Size } from './axis.ts';

/** Cells added on each side of an image. */
export interface Sides {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const SIDES: OptionNames<Sides> = { top: true, bottom: true, left: true, right: true };

/**
 * How an image is padded: the same number on every side, [vertical, horizontal] as in PyTorch, each side on its
 * own, 'valid' for none, or 'same' for an output of ⌈N / S⌉ cells.
 */
export type Padding = Pair | Sides | 'valid' | 'same';

/**
 * Padding for ⌈N / S⌉ outputs along one axis. An odd number of cells puts the extra one behind, as TensorFlow
 * defines SAME: https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2 (PyTorch's 'same' agrees,
 * for the only stride that it allows).
 */
function samePadding(input: number, span: number, stride: number): { before: number; after: number } {
  const total = Math.max((Math.ceil(input / stride) - 1) * stride + span - input, 0);
  const before = Math.floor(total / 2);
  return { before, after: total - before };
}

/**
 * The padding of each side, in cells.
 *
 * @throws {SettingError} when a number of cells is negative or not whole, or the word is unknown
 */
export function sidesOf(
  padding: Padding,
  input: Size,
  kernel: Size,
  stride: Size = { height: 1, width: 1 },
  dilation: Size = { height: 1, width: 1 }
): Sides {
  if (padding === 'valid') return { top: 0, bottom: 0, left: 0, right: 0 };
  if (padding === 'same') {
    requireWhole(stride.height, 1, 'stride');
    requireWhole(stride.width, 1, 'stride');
    const vertical = samePadding(input.height, spanOf(kernel.height, dilation.height), stride.height);
    const horizontal = samePadding(input.width, spanOf(kernel.width, dilation.width), stride.width);
    return {
      top: vertical.before,
      bottom: vertical.after,
      left: horizontal.before,
      right: horizontal.after
    };
  }
  const sides = explicitSides(padding);
  for (const cells of Object.values(sides)) requireWhole(cells, 0, 'padding');
  return sides;
}

function explicitSides(padding: Exclude<Padding, string>): Sides {
  if (typeof padding === 'number' || Array.isArray(padding)) {
    const { height, width } = sizeOfPair(padding as Pair);
    return { top: height, bottom: height, left: width, right: width };
  }
  if (typeof padding === 'object' && (padding as Sides | null) !== null) {
    const sides = padding as Sides;
    requireKnownOptions('padding', sides, SIDES);
    const { top, bottom, left, right } = sides;
    return { top, bottom, left, right };
  }
  throw new SettingError(
    `padding is a number of cells, [vertical, horizontal], the four sides, 'valid' or 'same', not ${String(padding)}`
  );
}
