import { ShapeError } from '../errors.ts';
import { isReal, requireFinite, type AnyTensor, type ExactTensor, type RealTensor } from '../tensor.ts';

type Operands = Record<string, AnyTensor | null>;
type As<Kind, O extends Operands> = { [Name in keyof O]: null extends O[Name] ? Kind | null : Kind };

/**
 * The operands of an operation in the number system that they all belong to; the other one is null. Operands that
 * are null (no bias) stay null.
 *
 * @throws {ShapeError} when some are exact and some real
 * @throws {NonFiniteError} when a number of a real one is not finite
 */
export function sameKind<O extends Operands>(
  operation: string,
  operands: O
): { real: As<RealTensor, O>; exact: null } | { real: null; exact: As<ExactTensor, O> } {
  const given = Object.entries(operands).filter((entry): entry is [string, AnyTensor] => entry[1] !== null);
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
