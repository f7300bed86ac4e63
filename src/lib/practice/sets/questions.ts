import { Draw, hashOf, type Level, type Question } from '$lib/exercise';
import { questionOf, type ExerciseName } from '../exercises';
import type { BegunSet } from './begin';
import type { QuestionResult } from './result-code';
import type { PracticeSet, SetKind } from './set';
import { normalisedVariant } from './variant';

/** A question by what it is made from. */
export interface SetQuestion {
  readonly name: ExerciseName;
  readonly level: Level;
  readonly seed: number;
}

/** A question of a set with its numbers. */
export interface DrawnQuestion {
  readonly name: ExerciseName;
  readonly question: Question;
}

/** A kind may have fewer questions than a set asks for: after so many draws one may come twice. */
const MOST_DRAWS = 40;

/** As many questions of each kind as of the others, the first kinds one more where they do not share out evenly. */
function kindsInTurn({ kinds, number, shuffled }: PracticeSet, draw: Draw): SetKind[] {
  const order = shuffled ? draw.shuffled(kinds) : kinds;
  const share = (index: number) => Math.floor((number + order.length - 1 - index) / order.length);
  const turns = order.flatMap((kind, index) => Array.from({ length: share(index) }, () => kind));
  return shuffled ? draw.shuffled(turns) : turns;
}

/**
 * The questions of a set with their numbers, in the order in which they are asked: the same ones on every machine. No
 * question stands twice as long as its kind has others.
 *
 * @param variant whose questions (a name or number, in any spelling); null for those that all have in common
 */
export function drawSet(set: PracticeSet, variant: string | null): DrawnQuestion[] {
  const own = variant === null ? '' : (normalisedVariant(variant) ?? '');
  const base = `${set.seed}/${own}`;
  const asked = new Set<string>();
  const counts = new Map<string, number>();
  return kindsInTurn(set, new Draw(hashOf(`${base}/order`))).map(({ name, level }) => {
    const kind = `${name}.${level}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    for (let tried = 1; ; tried++) {
      const question = questionOf(name, level, hashOf(`${base}/${kind}/${count}/${tried}`));
      const text = `${name} ${JSON.stringify(question.parameters)}`;
      if (asked.has(text) && tried < MOST_DRAWS) continue;
      asked.add(text);
      return { name, question };
    }
  });
}

/** The questions of a set by what they are made from: see `drawSet`. */
export function questionsOfSet(set: PracticeSet, variant: string | null): SetQuestion[] {
  return drawSet(set, variant).map(({ name, question: { level, seed } }) => ({ name, level, seed }));
}

/** How many points a question is worth: as many as it has entries that count one by one. */
export function pointsOf({ form, answer }: Question): number {
  return form.form === 'fields' || form.form === 'grid' ? answer.length : 1;
}

/** The questions of a set that somebody has begun, in their order. */
export function questionsOfBegun({ set, name }: BegunSet): SetQuestion[] {
  return questionsOfSet(set, set.perStudent ? name : null);
}

/** What the questions came to, all of them: those that nobody came to have no points. */
export function resultsOf(
  questions: readonly SetQuestion[],
  done: readonly QuestionResult[]
): QuestionResult[] {
  return questions.map(({ name, level, seed }, index) => {
    const result = done[index];
    if (!result) return { points: 0, of: pointsOf(questionOf(name, level, seed)), rule: null };
    return { points: result.points, of: result.of, rule: result.rule };
  });
}
