import { during, ShapeError, shapeText } from '../errors.ts';
import { isReal, requireFilled, type AnyTensor } from '../tensor.ts';

/** Tensors by name, for each layer: parameters, their gradients, or what an optimizer remembers of each of them. */
export type ParameterSet<T extends AnyTensor> = readonly Readonly<Record<string, T>>[];

/** A set of the same layers and names, each tensor made of the one in its place. */
export function mapParameters<T extends AnyTensor, Result extends AnyTensor>(
  parameters: ParameterSet<T>,
  make: (parameter: T, layer: number, name: string) => Result
): ParameterSet<Result> {
  return parameters.map((named, layer) =>
    Object.fromEntries(Object.entries(named).map(([name, parameter]) => [name, make(parameter, layer, name)]))
  );
}

/** @throws {ShapeError} when the data of a tensor do not fill its shape */
export function requireFilledSet(operation: string, set: ParameterSet<AnyTensor>): void {
  set.forEach((named, layer) => {
    for (const [name, { shape, data }] of Object.entries(named)) {
      during(`${operation}: ${name} of layer ${layer}`, () => requireFilled(shape, data.length));
    }
  });
}

/**
 * The tensor of a set that belongs to a parameter.
 *
 * @param what names the set in the message: 'the gradient'
 * @throws {ShapeError} when there is none, or it has another shape or belongs to the other number system
 */
export function counterpart<T extends AnyTensor>(
  operation: string,
  what: string,
  set: ParameterSet<T>,
  parameter: T,
  layer: number,
  name: string
): T {
  const found = set[layer]?.[name];
  const wanted = `${operation}: parameter ${name} of layer ${layer} is ${shapeText(parameter.shape)}`;
  if (found === undefined) throw new ShapeError(`${wanted}, but ${what} has none such`);
  if (shapeText(found.shape) !== shapeText(parameter.shape)) {
    throw new ShapeError(`${wanted}, but ${what} is ${shapeText(found.shape)}; they must be equal`);
  }
  if (isReal(found) !== isReal(parameter)) {
    const kind = (any: AnyTensor) => (isReal(any) ? 'real' : 'exact');
    throw new ShapeError(
      `${wanted} and ${kind(parameter)}, but ${what} is ${kind(found)}; both must be of one number system`
    );
  }
  return found;
}
