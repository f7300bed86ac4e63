/**
 * The arithmetic. Pure: it knows numbers, shapes and windows, and nothing of pages, languages or time.
 * Tensors are row-major (N, C, H, W); names and defaults follow `torch.nn.functional`.
 * Geometry (what falls where) lives in one module and is integer arithmetic; values are written once over a
 * `Field` of scalars, so that the same loop computes exactly (fractions) or in floating point.
 */
export { EngineError, KernelTooLargeError, NumberError, SettingError, ShapeError } from './errors';
export type { NumberProblem } from './errors';
export { exactField, realField, Fraction } from './field';
export type { Field } from './field';
export { outputLength, outputsFedBy, windowGeometry, windowOrigin } from './geometry';
export type { Pair, Position, Size, WindowGeometry, WindowOptions } from './geometry';
export { conv2d, conv2dOver, convolve2d, rotateHalfTurn } from './convolution';
export { readNumber, readPlainNumber } from './read-number';
export { matrix, rowsOf, sameTensor, sizeOf, tensor } from './tensor';
export type { ExactTensor, Tensor } from './tensor';
