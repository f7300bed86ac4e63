import { exactField } from '$lib/engine';
import {
  missingWeight,
  MISSING_WEIGHT_RULES,
  numberRules,
  type ExerciseKind,
  type MissingWeight
} from '$lib/exercise';
import { mapOf, windowAsked, type WindowParameters } from '../shared/window';

/** A window whose output is known, and which of its weights is not: its place in reading order, counted from 0. */
export interface MissingParameters extends WindowParameters {
  readonly missing: number;
}

/** What is known: the kernel without the weight that is asked for. */
export function knownOf(parameters: MissingParameters): MissingWeight {
  const { cell, missing } = parameters;
  const { trace } = windowAsked(parameters);
  const { terms } = trace.step(cell + 1);
  return {
    output: mapOf(parameters).data[cell] ?? exactField.zero,
    values: terms.map(({ value }) => value),
    weights: terms.map(({ weight }, index) => (index === missing ? exactField.zero : weight)),
    missing
  };
}

/** One weight of the kernel, from the output. */
export const exercise = {
  draw(draw, level) {
    const length = level === 3 ? 3 : 2;
    const least = level === 1 ? 0 : -3;
    const parameters = {
      input: draw.matrix(length, length, least, 4),
      kernel: draw.matrix(2, 2, level === 1 ? 1 : -3, 4),
      stride: 1,
      padding: 0,
      // Not the first place, where there are several.
      cell: level === 3 ? draw.whole(1, 3) : 0,
      missing: draw.whole(0, 3)
    };
    const { values, missing } = knownOf(parameters);
    // Under a 0 any weight would do.
    return values[missing]?.equals(0) ? null : parameters;
  },
  form: () => ({ form: 'number' }),
  answer: (parameters) => [missingWeight(knownOf(parameters))],
  wrong: numberRules(MISSING_WEIGHT_RULES, knownOf)
} satisfies ExerciseKind<MissingParameters>;
