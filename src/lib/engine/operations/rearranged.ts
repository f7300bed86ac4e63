import { exactField, type Fraction } from '../field.ts';
import { cellsOf, isReal, tensor, zerosLike, type AnyTensor, type RealTensor } from '../tensor.ts';

/** A tensor filled with entries of another one; zero where `source` names none. */
export function rearranged<T extends AnyTensor>(
  any: T,
  shape: readonly number[],
  source: (cell: number) => number | null
): T;
export function rearranged(
  any: AnyTensor,
  shape: readonly number[],
  source: (cell: number) => number | null
): AnyTensor {
  const cells = cellsOf(shape);
  const fill = <Scalar>(from: ArrayLike<Scalar>, to: { [cell: number]: Scalar }) => {
    for (let cell = 0; cell < cells; cell++) {
      const index = source(cell);
      if (index !== null) to[cell] = from[index] as Scalar;
    }
  };
  if (isReal(any)) {
    const data = zerosLike(any.data, cells);
    fill<number>(any.data, data);
    return { shape, data } satisfies RealTensor;
  }
  const data = new Array<Fraction>(cells).fill(exactField.zero);
  fill(any.data, data);
  return tensor(shape, data);
}
