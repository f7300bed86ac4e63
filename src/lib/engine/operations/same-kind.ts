import { during, ShapeError } from '../errors.ts';
import {
  isReal,
  requireFilled,
  requireFinite,
  type AnyTensor,
  type ExactTensor,
  type RealTensor
} from '../tensor.ts';

type Operands = Record<string, AnyTensor | null>;
type As<Kind, O extends Operands> = { [Name in keyof O]: null extends O[Name] ? Kind | null : Kind };

/**
 * What is written down by hand, `{ shape, data }`, may hold other numbers than its shape says, or none that this engine
 * computes with. An operation would read past the end of it, or leave half of it unread.
 */
function requireWellFormed(operation: string, name: string, operand: AnyTensor): void {
  const { shape, data } = operand;
  during(`${operation}: ${name}`, () => requireFilled(shape, data.length));
  if (!isReal(operand) && !(Array.isArray(data) && typeof data[0] === 'object')) {
    throw new ShapeError(
      `${operation}: ${name} must hold a Float64Array, a Float32Array or an array of fractions; ` +
        'make it with realTensor or exactTensor'
    );
  }
}

/**
 * The operands of an operation in the number system that they all belong to; the other one is null. Operands that
 * are null (no bias) stay null.
 *
 * @throws {ShapeError} when some are exact and some real, or the data of one do not fill its shape
 * @throws {NonFiniteError} when a number of a real one is not finite
 */
export function sameKind<O extends Operands>(
  operation: string,
  operands: O
): { real: As<RealTensor, O>; exact: null } | { real: null; exact: As<ExactTensor, O> } {
  const given = Object.entries(operands).filter((entry): entry is [string, AnyTensor] => entry[1] !== null);
  for (const [name, operand] of given) requireWellFormed(operation, name, operand);
  const reals = given.filter(([, operand]) => isReal(operand));
  if (reals.length === 0) return { real: null, exact: operands as As<ExactTensor, O> };
  if (reals.length < given.length) {
    const exact = given.find(([, operand]) => !isReal(operand))?.[0];
    throw new ShapeError(
      `${operation}: ${reals[0]?.[0]} is real and ${exact} is exact; all operands must be of one number system`
    );
  }
  for (const [name, operand] of given) requireFinite(operation, name, operand);
  return { real: operands as As<RealTensor, O>, exact: null };
}

/**
 * The operands of an operation that knows only fractions. Types say so already; this is for callers without types.
 *
 * @throws {ShapeError} when an operand is real, or its data do not fill its shape
 */
export function requireExact(operation: string, operands: Record<string, ExactTensor | null>): void {
  const { real } = sameKind(operation, operands as Record<string, AnyTensor | null>);
  if (real)
    throw new ShapeError(`${operation}: this one takes exact tensors only; make one with exactTensor`);
}
