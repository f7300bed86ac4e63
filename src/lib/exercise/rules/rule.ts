import type { Fraction } from '$lib/engine';

/**
 * What somebody answers who follows a wrong rule: one number, several where it could have gone wrong in several
 * ways, none where the rule has no answer.
 *
 * @param asked what the question is about
 */
export type WrongRule<Asked> = (asked: Asked) => readonly Fraction[];

/** Wrong rules for one kind of question, by name. */
export type WrongRules<Asked, Name extends string = string> = Readonly<Record<Name, WrongRule<Asked>>>;

/** The same rules for another way to ask: `askedOf` finds what they need to know. */
export function adaptRules<Asked, Name extends string, Question extends readonly unknown[]>(
  rules: WrongRules<Asked, Name>,
  askedOf: (...question: Question) => Asked
): Readonly<Record<Name, (...question: Question) => readonly Fraction[]>> {
  const adapted = Object.entries<WrongRule<Asked>>(rules).map(([name, rule]) => [
    name,
    (...question: Question) => rule(askedOf(...question))
  ]);
  return Object.fromEntries(adapted);
}

/**
 * Rules that come to one number, for the questions of a kind of exercise: each wrong number is a wrong answer.
 *
 * @param askedOf what the rules need to know, from the parameters of a question
 * @param applies whether a rule says anything about a question; all others always do
 */
export function numberRules<Asked, Name extends string, Parameters>(
  rules: WrongRules<Asked, Name>,
  askedOf: (parameters: Parameters) => Asked,
  applies?: Readonly<Partial<Record<NoInfer<Name>, (asked: Asked) => boolean>>>
): Readonly<Record<Name, (parameters: Parameters) => readonly (readonly Fraction[])[]>> {
  const says: Readonly<Record<string, ((asked: Asked) => boolean) | undefined>> = applies ?? {};
  const adapted = Object.entries<WrongRule<Asked>>(rules).map(([name, rule]) => [
    name,
    (parameters: Parameters) => {
      const asked = askedOf(parameters);
      return says[name]?.(asked) === false ? [] : rule(asked).map((number) => [number]);
    }
  ]);
  return Object.fromEntries(adapted);
}
