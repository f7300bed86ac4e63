import type { Fraction } from '$lib/engine';
import { Draw } from './draw';
import { hashOf } from './hash';
import type { Answer, ExerciseKind, Level, Question, Target } from './question';

/** After so many unlucky draws a kind is at fault, not chance. */
const MOST_DRAWS = 2_000;
const LEAST_TARGETS = 2;

export function sameAnswer(one: readonly (Fraction | null)[], other: Answer): boolean {
  return one.length === other.length && other.every((value, index) => one[index]?.equals(value) === true);
}

/** What the rules of a kind make of a question; null where one of them comes to the right answer. */
function outcomesOf<Parameters>(
  kind: ExerciseKind<Parameters>,
  parameters: Parameters,
  answer: Answer
): Target[] | null {
  const outcomes = Object.entries(kind.wrong).flatMap(([rule, wrong]) =>
    wrong(parameters).map((wrongAnswer) => ({ rule, answer: wrongAnswer }))
  );
  return outcomes.some((outcome) => sameAnswer(outcome.answer, answer)) ? null : outcomes;
}

/** What only one rule comes to: of the rest nobody could say which rule it was. */
function unmistakable(outcomes: readonly Target[]): Target[] {
  return outcomes.filter(
    ({ rule, answer }, index) =>
      !outcomes.some((other) => other.rule !== rule && sameAnswer(other.answer, answer)) &&
      outcomes.findIndex((other) => sameAnswer(other.answer, answer)) === index
  );
}

/**
 * The question that belongs to a seed: the same one on every machine and in every release. Parameters are drawn again
 * until no misconception of the kind comes to the right answer, and enough of them can be told from each other.
 *
 * @param id the name of the kind
 * @param seed any whole number
 * @throws {RangeError} when a kind finds no parameters
 */
export function generateQuestion<Parameters>(
  id: string,
  kind: ExerciseKind<Parameters>,
  level: Level,
  seed: number
): Question<Parameters> {
  const draw = new Draw(hashOf(`${id}/${level}/${seed}`));
  for (let tried = 0; tried < MOST_DRAWS; tried++) {
    const parameters = kind.draw(draw, level);
    if (parameters === null) continue;
    const answer = kind.answer(parameters);
    const outcomes = outcomesOf(kind, parameters, answer);
    if (!outcomes) continue;
    const targets = unmistakable(outcomes);
    const rules = new Set(targets.map(({ rule }) => rule));
    if (rules.size < (kind.leastTargets ?? LEAST_TARGETS)) continue;
    return { kind: id, level, seed, parameters, form: kind.form(parameters), answer, targets };
  }
  throw new RangeError(`${id}, level ${level}: no question for seed ${seed}`);
}
