import { SettingError } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import { requireReal } from '../operations/real-only.ts';
import {
  isReal,
  requireFinite,
  tensor,
  zerosLike,
  type AnyTensor,
  type ExactTensor,
  type RealData,
  type RealTensor
} from '../tensor.ts';
import { counterpart, mapParameters, requireFilledSet, type ParameterSet } from './parameters.ts';

/**
 * A rule that makes new parameters of old ones and their gradients. Nothing given is changed; what the rule
 * remembers from step to step is plain data that can be shown.
 */
export interface Optimizer<T extends AnyTensor, State> {
  /** What is remembered before the first step. */
  initial(parameters: ParameterSet<T>): State;
  /**
   * One step.
   *
   * @throws {ShapeError} when the gradients, or what is remembered, do not fit the parameters
   * @throws {SettingError} when what is remembered is none of its own: half a step
   * @throws {NonFiniteError} when a gradient or a new parameter is not finite
   */
  update(
    parameters: ParameterSet<T>,
    gradients: ParameterSet<T>,
    state: State
  ): { parameters: ParameterSet<T>; state: State };
}

/** @throws {SettingError} when the value is not from 0 up to `below`, which it must not reach */
export function requireFactor(
  operation: string,
  name: string,
  value: number,
  below = Number.POSITIVE_INFINITY
): void {
  if (value >= 0 && value < below) return;
  const range = below === Number.POSITIVE_INFINITY ? 'finite and not negative' : `from 0 to below ${below}`;
  throw new SettingError(`${operation}: ${name} must be ${range}, not ${value}`);
}

/** a · left + b · right, in the number system and the precision of the left. */
export function combination<T extends AnyTensor>(a: number, left: T, b: number, right: T): T;
export function combination(a: number, left: AnyTensor, b: number, right: AnyTensor): AnyTensor {
  if (isReal(left)) {
    const { data: other } = right as RealTensor;
    const data = blankLike(left);
    for (let cell = 0; cell < data.length; cell++) {
      data[cell] = a * (left.data[cell] as number) + b * (other[cell] as number);
    }
    return { shape: left.shape, data };
  }
  const { data: other } = right as ExactTensor;
  const [first, second] = [exactField.from(a), exactField.from(b)];
  return tensor(
    left.shape,
    left.data.map((value, cell) => value.mul(first).add((other[cell] as Fraction).mul(second)))
  );
}

/** Room for as many numbers of the same precision. */
export function blankLike({ data }: RealTensor): RealData {
  return zerosLike(data, data.length);
}

/** Zeros for every parameter, in its number system and precision. */
export function zeros<T extends AnyTensor>(parameters: ParameterSet<T>): ParameterSet<T>;
export function zeros(parameters: ParameterSet<AnyTensor>): ParameterSet<AnyTensor> {
  return mapParameters(parameters, ({ shape, data }) =>
    data instanceof Float64Array || data instanceof Float32Array
      ? { shape, data: zerosLike(data, data.length) }
      : tensor(
          shape,
          data.map(() => exactField.zero)
        )
  );
}

/** @throws {ShapeError} when a parameter is exact: the root of a fraction is none */
export function requireRealSet(operation: string, parameters: ParameterSet<RealTensor>): void {
  for (const named of parameters) {
    for (const [name, parameter] of Object.entries(named)) requireReal(operation, { [name]: parameter });
  }
}

/** What is remembered of each parameter, by name of what it is. */
export type Memory<T extends AnyTensor, Name extends string> = Readonly<Record<Name, ParameterSet<T>>>;

/**
 * One step of all parameters.
 *
 * @param memory what is remembered of each parameter
 * @param rule makes the new parameter of the old one, its gradient and what is remembered of it, and gives what is to
 * be remembered next time under the same names
 * @throws {ShapeError} when the gradients or the memory do not fit the parameters
 * @throws {NonFiniteError} when a gradient, a new parameter or what is remembered is not finite
 */
export function advance<T extends AnyTensor, Name extends string>(
  operation: string,
  parameters: ParameterSet<T>,
  gradients: ParameterSet<T>,
  memory: Memory<T, Name>,
  rule: (
    parameter: T,
    gradient: T,
    remembered: Readonly<Record<Name, T>>
  ) => Readonly<Record<Name | 'parameter', T>>
): { parameters: ParameterSet<T>; memory: Memory<T, Name> } {
  for (const set of [parameters, gradients, ...Object.values<ParameterSet<T>>(memory)]) {
    requireFilledSet(operation, set);
  }
  const names = Object.keys(memory) as Name[];
  const results = parameters.map((named, layer) =>
    Object.entries(named).map(([name, parameter]) => {
      const found = (what: string, set: ParameterSet<T>) =>
        counterpart(operation, what, set, parameter, layer, name);
      const finite = (what: string, any: T) =>
        requireFinite(operation, `${what} of ${name} in layer ${layer}`, any);
      const gradient = finite('the gradient', found('the gradient', gradients));
      const remembered = Object.fromEntries(names.map((what) => [what, found(`the ${what}`, memory[what])]));
      const after = rule(parameter, gradient, remembered as Record<Name, T>);
      finite('the new value', after.parameter);
      for (const what of names) finite(`the ${what}`, after[what]);
      return [name, after] as const;
    })
  );
  const part = (what: Name | 'parameter'): ParameterSet<T> =>
    results.map((entries) => Object.fromEntries(entries.map(([name, after]) => [name, after[what]])));
  return {
    parameters: part('parameter'),
    memory: Object.fromEntries(names.map((what) => [what, part(what)])) as Memory<T, Name>
  };
}
