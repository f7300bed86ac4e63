/** What went wrong in the arithmetic, named, with the shapes in the message. Words for readers live elsewhere. */
export class EngineError extends Error {
  override name = 'EngineError';
}

/** Data and shape do not belong together, or operands have shapes that do not fit each other. */
export class ShapeError extends EngineError {
  override name = 'ShapeError';
}

/** A stride, padding, dilation, number of groups or other parameter that the operation cannot have. */
export class SettingError extends EngineError {
  override name = 'SettingError';
}

/** A value that is not a finite number, given or computed. */
export class NonFiniteError extends EngineError {
  override name = 'NonFiniteError';
}

/** A tensor of more cells than this engine holds; see `MOST_CELLS`. */
export class TooLargeError extends EngineError {
  override name = 'TooLargeError';
}

/** The kernel does not fit into the padded input, so there is no position for it at all. */
export class KernelTooLargeError extends EngineError {
  override name = 'KernelTooLargeError';
  /** Cells that the kernel spans along the axis that does not fit, the gaps of dilation included. */
  readonly kernelLength: number;
  /** Length of the padded input along the same axis, in cells. */
  readonly paddedLength: number;

  constructor(kernelLength: number, paddedLength: number) {
    super(
      `a kernel of length ${kernelLength} does not fit into a padded input of length ${paddedLength}; ` +
        'enlarge the input or the padding, or shrink the kernel'
    );
    this.kernelLength = kernelLength;
    this.paddedLength = paddedLength;
  }
}

/** Why a typed number could not be read. */
export type NumberProblem = 'empty' | 'unreadable' | 'division-by-zero' | 'too-many-digits' | 'too-long';

/** A typed number that could not be read; `problem` is a code, sentences are made at the edge. */
export class NumberError extends EngineError {
  override name = 'NumberError';
  readonly problem: NumberProblem;

  constructor(problem: NumberProblem) {
    super(`a typed number could not be read: ${problem}`);
    this.problem = problem;
  }
}

/**
 * Runs a part of an operation that does not know whose part it is: what it throws then begins with the operation.
 *
 * @param about what else the message should say, such as the shapes
 */
export function during<Result>(operation: string, action: () => Result, about = ''): Result {
  try {
    return action();
  } catch (error) {
    if (error instanceof EngineError) error.message = `${operation}: ${error.message}${about}`;
    throw error;
  }
}

/** A shape as messages write it: [1, 3, 6, 6]. */
export function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
