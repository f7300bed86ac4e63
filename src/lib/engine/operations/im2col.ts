import { addWindows, copyWindows } from '../definitions/im2col.ts';
import { planMatrixProduct } from '../definitions/matrix-product.ts';
import { during, ShapeError, shapeText } from '../errors.ts';
import { exactField, realField, type Fraction } from '../field.ts';
import { windowsInColumns, windowsInRows, type WindowMatrix } from '../geometry/im2col.ts';
import {
  sizeOfPair,
  windowGeometry,
  type ConvolutionPlan,
  type Pair,
  type WindowOptions
} from '../geometry/index.ts';
import { WINDOW_OPTIONS } from '../geometry/window.ts';
import { optionsAmong, requireKnownOptions } from '../options.ts';
import { cellsOf, requireFinite, sameShape, tensor, zerosLike, type AnyTensor } from '../tensor.ts';
import { planOperands, withBias, type Conv2dOptions } from './convolution-exact.ts';
import { multiplyExactly, multiplyReal } from './matrix-product.ts';
import { rearranged } from './rearranged.ts';
import { sameKind } from './same-kind.ts';

function zeroFractions(shape: readonly number[]): Fraction[] {
  return new Array<Fraction>(cellsOf(shape)).fill(exactField.zero);
}

function laidOut(operation: string, matrix: WindowMatrix, input: AnyTensor): AnyTensor {
  const cells = cellsOf(matrix.shape, operation);
  const { real, exact } = sameKind(operation, { input });
  if (real) {
    const data = zerosLike(real.input.data, cells);
    copyWindows<number>(matrix, real.input.data, data);
    return { shape: matrix.shape, data };
  }
  const data = zeroFractions(matrix.shape);
  copyWindows(matrix, exact.input.data, data);
  return tensor(matrix.shape, data);
}

function addedUp(
  operation: string,
  matrix: WindowMatrix,
  columns: AnyTensor,
  inputShape: readonly number[]
): AnyTensor {
  const cells = cellsOf(inputShape, operation);
  const { shape } = matrix;
  if (!sameShape(columns.shape, shape)) {
    const { height, width } = matrix.plan.geometry.output;
    throw new ShapeError(
      `${operation}: ${height}×${width} windows of ${matrix.plan.taps} taps on ${shapeText(inputShape)} make ` +
        `${shapeText(shape)}; the columns are ${shapeText(columns.shape)}`
    );
  }
  const { real, exact } = sameKind(operation, { columns });
  if (real) {
    const sums = new Float64Array(cells);
    addWindows<number>(realField, matrix, real.columns.data, sums);
    const data = real.columns.data instanceof Float32Array ? Float32Array.from(sums) : sums;
    return requireFinite(operation, 'the result', { shape: inputShape, data });
  }
  const data = zeroFractions(inputShape);
  addWindows(exactField, matrix, exact.columns.data, data);
  return tensor(inputShape, data);
}

/**
 * The windows of a convolution as the rows of a matrix, so that the convolution is one product of matrices; taps on
 * the padding are zero. Rows in reading order of the output, entries channel by channel in reading order of the
 * kernel. The gradient of this is {@link col2im}. Chellapilla, Puri and Simard, "High Performance Convolutional
 * Neural Networks for Document Processing", 2006; row form of Saito, "Deep Learning from Scratch", section 7.4.
 *
 * @param input [N, C, H, W]
 * @returns [N·OH·OW, C·FH·FW]
 * @throws {ShapeError} when the input is not four-dimensional
 * @throws {SettingError} when the kernel size or an option cannot be
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 * @throws {NonFiniteError} when an entry is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function im2col<T extends AnyTensor>(input: T, kernelSize: Pair, options?: WindowOptions): T;
export function im2col(input: AnyTensor, kernelSize: Pair, options: WindowOptions = {}): AnyTensor {
  return laidOut('im2col', windowsInRows('im2col', input.shape, kernelSize, options), input);
}

/**
 * Puts every row of windows back where {@link im2col} took it from and adds what overlaps; what lies on the padding
 * is dropped. The transpose of `im2col`, hence its gradient, and not its inverse: a cell comes back as many times as
 * windows visit it.
 *
 * @param columns [N·OH·OW, C·FH·FW]
 * @param inputShape [N, C, H, W]
 * @returns a tensor of shape `inputShape`
 * @throws {ShapeError} when the columns are not what windows on that shape make
 * @throws what `im2col` throws, and {@link NonFiniteError} when a sum is not finite
 */
export function col2im<T extends AnyTensor>(
  columns: T,
  inputShape: readonly number[],
  kernelSize: Pair,
  options?: WindowOptions
): T;
export function col2im(
  columns: AnyTensor,
  inputShape: readonly number[],
  kernelSize: Pair,
  options: WindowOptions = {}
): AnyTensor {
  const matrix = windowsInRows('col2im', inputShape, kernelSize, options);
  return addedUp('col2im', matrix, columns, inputShape);
}

/**
 * The windows of a convolution as columns, a matrix for each image; for one image the transpose of {@link im2col}.
 * The gradient of this is {@link fold}. `torch.nn.functional.unfold`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Unfold.html
 *
 * @param input [N, C, H, W]
 * @returns [N, C·FH·FW, OH·OW]
 * @throws what `im2col` throws
 */
export function unfold<T extends AnyTensor>(input: T, kernelSize: Pair, options?: WindowOptions): T;
export function unfold(input: AnyTensor, kernelSize: Pair, options: WindowOptions = {}): AnyTensor {
  return laidOut('unfold', windowsInColumns('unfold', input.shape, kernelSize, options), input);
}

/**
 * Puts every column of windows back where {@link unfold} took it from and adds what overlaps; what lies on the
 * padding is dropped. The transpose of `unfold`, hence its gradient, and not its inverse: fold(unfold(x)) is x times
 * the number of visits. `torch.nn.functional.fold`:
 * https://docs.pytorch.org/docs/stable/generated/torch.nn.Fold.html
 *
 * @param columns [N, C·FH·FW, L]
 * @param outputSize height and width of the image that is put together
 * @returns [N, C, H, W]
 * @throws {ShapeError} when the columns are not what windows on images of that size make
 * @throws what `unfold` throws, and {@link NonFiniteError} when a sum is not finite
 */
export function fold<T extends AnyTensor>(
  columns: T,
  outputSize: Pair,
  kernelSize: Pair,
  options?: WindowOptions
): T;
export function fold(
  columns: AnyTensor,
  outputSize: Pair,
  kernelSize: Pair,
  options: WindowOptions = {}
): AnyTensor {
  requireKnownOptions('fold', options, WINDOW_OPTIONS);
  const [images, taps] = columns.shape;
  if (columns.shape.length !== 3 || images === undefined || taps === undefined) {
    throw new ShapeError(`fold: the columns must be [N, C·FH·FW, L]; they are ${shapeText(columns.shape)}`);
  }
  const { input, kernel } = during('fold', () =>
    windowGeometry(sizeOfPair(outputSize), sizeOfPair(kernelSize), options)
  );
  const area = kernel.height * kernel.width;
  if (taps % area !== 0) {
    throw new ShapeError(
      `fold: a column has ${area} entries for each channel, so its length must be a multiple of that; ` +
        `the columns are ${shapeText(columns.shape)}`
    );
  }
  const inputShape = [images, taps / area, input.height, input.width];
  const matrix = windowsInColumns('fold', inputShape, kernelSize, options);
  return addedUp('fold', matrix, columns, inputShape);
}

/**
 * One row for each filter over all taps of a window, [K, C·FH·FW]. With groups, a filter has zeros where the channels
 * of other groups are: groups make the matrix block-diagonal.
 */
function filterRows<T extends AnyTensor>(
  { filters, channels, groupChannels, groupFilters, taps }: ConvolutionPlan,
  weight: T
): T {
  const rowLength = (taps / groupChannels) * channels;
  return rearranged(weight, [filters, rowLength], (cell) => {
    const filter = Math.floor(cell / rowLength);
    const tap = (cell % rowLength) - Math.floor(filter / groupFilters) * taps;
    return tap >= 0 && tap < taps ? filter * taps + tap : null;
  });
}

/**
 * The same as `conv2d`, computed as one product of matrices: the windows of {@link im2col}, one a row, times the
 * filters, one a column, and the product's columns stood up again as maps.
 *
 * @param input [N, C, H, W]
 * @param weight [K, C / groups, FH, FW]
 * @returns [N, K, OH, OW]
 * @throws what `conv2d` throws; {@link TooLargeError} also when the matrix of windows has more cells than `MOST_CELLS`
 */
export function conv2dByMatrixProduct<T extends AnyTensor>(
  input: T,
  weight: T,
  options?: Conv2dOptions<T>
): T;
export function conv2dByMatrixProduct(
  input: AnyTensor,
  weight: AnyTensor,
  options: Conv2dOptions<AnyTensor> = {}
): AnyTensor {
  const operation = 'conv2dByMatrixProduct';
  const plan = planOperands(operation, input, weight, options);
  const { bias = null } = options;
  // Whatever meets whom later on, a window has all channels.
  const window = optionsAmong<WindowOptions>(options, WINDOW_OPTIONS);
  const { real, exact } = sameKind(operation, { input, weight, bias });
  const { kernel, output } = plan.geometry;
  const kernelSize = [kernel.height, kernel.width] as const;
  const map = output.height * output.width;
  const mapsOf = <T extends AnyTensor>(product: T) =>
    rearranged(product, plan.outputShape, (cell) => {
      const filter = Math.floor(cell / map) % plan.filters;
      const image = Math.floor(cell / (map * plan.filters));
      return (image * map + (cell % map)) * plan.filters + filter;
    });
  if (real) {
    const windows = im2col(real.input, kernelSize, window);
    const filters = filterRows(plan, real.weight);
    const product = planMatrixProduct(windows, { shape: filters.shape, transposed: true });
    return mapsOf(multiplyReal(operation, product, windows, filters, real.bias));
  }
  const windows = im2col(exact.input, kernelSize, window);
  const filters = filterRows(plan, exact.weight);
  const product = planMatrixProduct(windows, { shape: filters.shape, transposed: true });
  const maps = mapsOf(multiplyExactly(product, windows, filters));
  return tensor(plan.outputShape, withBias(plan.outputShape, maps.data, exact.bias));
}
