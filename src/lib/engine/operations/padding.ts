import { during, SettingError } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import { sidesOf, type Pair, type Sides, type Size } from '../geometry/index.ts';
import { planesOf } from '../geometry/planes.ts';
import { cellsOf, requireFinite, tensor, zerosLike, type AnyTensor, type RealData } from '../tensor.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

/**
 * What stands in the cells around an image: zeros, its mirror image without the edge itself, its edge again and
 * again, or its opposite side. 'zero' is PyTorch's 'constant', with the constant 0.
 */
export type PaddingMode = 'zero' | 'reflect' | 'replicate' | 'circular';

/** Which cell of an axis a cell outside of it repeats. */
const repeated: Record<Exclude<PaddingMode, 'zero'>, (cell: number, length: number) => number> = {
  reflect: (cell, length) => (cell < 0 ? -cell : 2 * (length - 1) - cell),
  replicate: (cell, length) => (cell < 0 ? 0 : length - 1),
  circular: (cell, length) => (cell < 0 ? cell + length : cell - length)
};

/** For each cell of a padded axis the cell of the input that it repeats, −1 for a zero. */
function sourcesAlong(length: number, before: number, after: number, mode: PaddingMode): Int32Array {
  const sources = new Int32Array(before + length + after);
  for (let index = 0; index < sources.length; index++) {
    const cell = index - before;
    if (cell >= 0 && cell < length) sources[index] = cell;
    else sources[index] = mode === 'zero' ? -1 : repeated[mode](cell, length);
  }
  return sources;
}

/** How many cells each mode can add to a side: it repeats every cell of the input at most once. */
function requireRoom(operation: string, mode: PaddingMode, sides: Sides, { height, width }: Size): void {
  const lengths = { top: height, bottom: height, left: width, right: width };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    if (mode === 'reflect' && sides[side] >= lengths[side]) {
      throw new SettingError(
        `${operation}: reflect needs a padding smaller than the input; ${side} is ${sides[side]}, the input has ${lengths[side]} cells`
      );
    }
    if (mode === 'circular' && sides[side] > lengths[side]) {
      throw new SettingError(
        `${operation}: circular needs a padding no larger than the input; ${side} is ${sides[side]}, the input has ${lengths[side]} cells`
      );
    }
  }
}

interface PaddingPlan {
  readonly planes: number;
  readonly planeLength: number;
  /** For each cell of a padded plane the flat index in the plane that it repeats, −1 for a zero. */
  readonly sources: Int32Array;
  readonly outputShape: readonly number[];
}

function planPadding(
  operation: string,
  inputShape: readonly number[],
  padding: Pair | Sides,
  mode: PaddingMode
): PaddingPlan {
  const { planes, size } = planesOf(operation, 'input', inputShape);
  if (mode !== 'zero' && !Object.hasOwn(repeated, mode)) {
    throw new SettingError(
      `${operation}: the mode is 'zero', 'reflect', 'replicate' or 'circular', not ${String(mode)}`
    );
  }
  // Words such as 'same' are for windows; around an image alone they would mean nothing.
  if (typeof padding === 'string') {
    throw new SettingError(
      `${operation}: padding is a number of cells, [vertical, horizontal] or the four sides, not '${String(padding)}'`
    );
  }
  const sides = during(operation, () => sidesOf(padding, size, { height: 1, width: 1 }));
  requireRoom(operation, mode, sides, size);
  const { top, bottom, left, right } = sides;
  const height = top + size.height + bottom;
  const width = left + size.width + right;
  const outputShape = [inputShape[0] as number, inputShape[1] as number, height, width];
  cellsOf(outputShape, operation);
  const rows = sourcesAlong(size.height, top, bottom, mode);
  const columns = sourcesAlong(size.width, left, right, mode);
  const sources = new Int32Array(height * width);
  for (let row = 0; row < height; row++) {
    const start = (rows[row] as number) * size.width;
    for (let column = 0; column < width; column++) {
      const cell = columns[column] as number;
      sources[row * width + column] = start < 0 || cell < 0 ? -1 : start + cell;
    }
  }
  return { planes, planeLength: size.height * size.width, sources, outputShape };
}

/** Fills the cells of a padded tensor that are not zeros. The same for both number systems: nothing is computed. */
function repeatCells<Scalar>(
  { planes, planeLength, sources }: PaddingPlan,
  values: ArrayLike<Scalar>,
  padded: Record<number, Scalar>
): void {
  let to = 0;
  for (let start = 0; start < planes * planeLength; start += planeLength) {
    for (let index = 0; index < sources.length; index++, to++) {
      const source = sources[index] as number;
      if (source >= 0) padded[to] = values[start + source] as Scalar;
    }
  }
}

/** Adds the gradient of each padded cell to the cell that it repeats. */
function addRepeatsReal({ planes, planeLength, sources }: PaddingPlan, gradient: RealData): Float64Array {
  const sums = new Float64Array(planes * planeLength);
  let from = 0;
  for (let start = 0; start < sums.length; start += planeLength) {
    for (let index = 0; index < sources.length; index++, from++) {
      const source = sources[index] as number;
      if (source < 0) continue;
      sums[start + source] = (sums[start + source] as number) + (gradient[from] as number);
    }
  }
  return sums;
}

/** The same for fractions. */
function addRepeatsExact(plan: PaddingPlan, gradient: readonly Fraction[]): Fraction[] {
  const { planes, planeLength, sources } = plan;
  const sums = new Array<Fraction>(planes * planeLength).fill(exactField.zero);
  gradient.forEach((value, index) => {
    const source = sources[index % sources.length] as number;
    if (source < 0) return;
    const cell = Math.floor(index / sources.length) * planeLength + source;
    sums[cell] = (sums[cell] as Fraction).add(value);
  });
  return sums;
}

/**
 * An image with cells around it. Modes and their limits are those of `torch.nn.functional.pad`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.pad.html
 *
 * @param input [N, C, H, W]
 * @param padding the same number on every side, [vertical, horizontal], or each side on its own
 * @returns [N, C, top + H + bottom, left + W + right]
 * @throws {ShapeError} when the input is not [N, C, H, W]
 * @throws {SettingError} when a number of cells is negative or not whole, the mode is unknown, a reflected padding is
 *   not smaller than the input, or a circular one larger
 * @throws {NonFiniteError} when the input is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function pad<T extends AnyTensor>(input: T, padding: Pair | Sides, mode?: PaddingMode): T;
export function pad(input: AnyTensor, padding: Pair | Sides, mode: PaddingMode = 'zero'): AnyTensor {
  const plan = planPadding('pad', input.shape, padding, mode);
  const cells = plan.planes * plan.sources.length;
  const { real, exact } = sameKind('pad', { input });
  if (real) {
    const data = zerosLike(real.input.data, cells);
    repeatCells(plan, real.input.data, data);
    return { shape: plan.outputShape, data };
  }
  const data = new Array<Fraction>(cells).fill(exactField.zero);
  repeatCells(plan, exact.input.data, data);
  return tensor(plan.outputShape, data);
}

/**
 * The gradient of {@link pad}: each cell of the input gets the sum over all cells that repeat it.
 *
 * @param gradient [N, C, top + H + bottom, left + W + right]
 * @param input [N, C, H, W]; only its shape and precision matter
 * @returns [N, C, H, W]
 * @throws what `pad` throws, and {@link ShapeError} when the gradient has not the shape of its output
 */
export function padBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  padding: Pair | Sides,
  mode?: PaddingMode
): T;
export function padBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  padding: Pair | Sides,
  mode: PaddingMode = 'zero'
): AnyTensor {
  const plan = planPadding('padBackward', input.shape, padding, mode);
  requireOutputShape('padBackward', gradient, plan.outputShape);
  const { real, exact } = sameKind('padBackward', { gradient, input });
  if (exact) return tensor(input.shape, addRepeatsExact(plan, exact.gradient.data));
  const sums = addRepeatsReal(plan, real.gradient.data);
  const data = real.input.data instanceof Float32Array ? new Float32Array(sums) : sums;
  return requireFinite('padBackward', 'the result', { shape: input.shape, data });
}
