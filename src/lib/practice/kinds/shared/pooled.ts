import {
  avgPool2d,
  exactField,
  matrix,
  maxPool2d,
  rowsOf,
  windowGeometry,
  type ExactTensor,
  type Size
} from '$lib/engine';
import type { PooledCell } from '$lib/exercise';

/** A square window that pools one plane. */
export interface PooledParameters {
  readonly input: readonly (readonly number[])[];
  /** Cells along one side of the window. */
  readonly size: number;
  readonly stride: number;
}

type Operation = PooledCell['operation'];

/** Rows and columns of what is pooled. */
export function pooledSize({ input, size, stride }: PooledParameters): Size {
  const plane = { height: input.length, width: input[0]?.length ?? 0 };
  return windowGeometry(plane, { height: size, width: size }, { stride }).output;
}

function pool(operation: Operation, plane: ExactTensor, size: number, stride: number): ExactTensor {
  return operation === 'max' ? maxPool2d(plane, size, { stride }) : avgPool2d(plane, size, { stride });
}

/** The pooled map. */
export function pooledMap({ input, size, stride }: PooledParameters, operation: Operation): ExactTensor {
  return pool(operation, matrix(input), size, stride);
}

/** All output cells in reading order, as the wrong rules of pooling take them. */
export function pooledCells(parameters: PooledParameters, operation: Operation): PooledCell[] {
  const { input, size, stride } = parameters;
  const plane = matrix(input);
  const { height, width } = pooledSize(parameters);
  const everyPlace = rowsOf(pool(operation, plane, size, 1));
  const at = (by: number, row: number, column: number) =>
    by === stride ? null : (everyPlace[row * by]?.[column * by] ?? null);
  const numbers = rowsOf(plane);
  return Array.from({ length: height * width }, (_, cell) => {
    const [row, column] = [Math.floor(cell / width), cell % width];
    const values = Array.from({ length: size * size }, (_, tap) => {
      const from = numbers[row * stride + Math.floor(tap / size)];
      return from?.[column * stride + (tap % size)] ?? exactField.zero;
    });
    return {
      operation,
      values,
      others: [],
      movedByOne: at(1, row, column),
      movedBySize: at(size, row, column),
      side: size
    };
  });
}
