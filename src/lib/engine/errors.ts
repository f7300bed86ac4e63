/** What went wrong in the arithmetic, named, with the shapes in the message. Words for readers live elsewhere. */
export class EngineError extends Error {
  override name = 'EngineError';
}

/** Data and shape do not belong together, or an operand has the wrong number of dimensions. */
export class ShapeError extends EngineError {
  override name = 'ShapeError';
}

/** A stride or a padding that no window can have. */
export class SettingError extends EngineError {
  override name = 'SettingError';
}

/** The kernel does not fit into the padded input, so there is no position for it at all. */
export class KernelTooLargeError extends EngineError {
  override name = 'KernelTooLargeError';

  constructor(
    /** Length of the kernel along the axis that does not fit, in cells. */
    readonly kernelLength: number,
    /** Length of the padded input along the same axis, in cells. */
    readonly paddedLength: number
  ) {
    super(
      `a kernel of length ${kernelLength} does not fit into a padded input of length ${paddedLength}; ` +
        'enlarge the input or the padding, or shrink the kernel'
    );
  }
}

/** Why a typed number could not be read. */
export type NumberProblem = 'empty' | 'unreadable' | 'division-by-zero' | 'too-many-digits' | 'too-long';

/** A typed number that could not be read; `problem` is a code, sentences are made at the edge. */
export class NumberError extends EngineError {
  override name = 'NumberError';

  constructor(readonly problem: NumberProblem) {
    super(`a typed number could not be read: ${problem}`);
  }
}
