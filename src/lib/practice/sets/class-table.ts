/** The results of a class as one table, and what stands beside it: who is missing, who is there twice, what is wrong. */
import { exerciseKind } from '../exercises';
import { questionsOfSet, type SetQuestion } from './questions';
import { ruleOfMark, shownName, type QuestionResult, type ReadResult } from './result-code';
import type { FoundResult } from './result-lines';
import { setMark, type PracticeSet } from './set';
import { normalisedVariant } from './variant';

/** A student's result, with the questions that were theirs. */
export interface ClassRow {
  readonly name: string;
  readonly points: number;
  readonly of: number;
  readonly results: readonly QuestionResult[];
  readonly questions: readonly SetQuestion[];
  /** Whether another, different result has the same name. */
  readonly twice: boolean;
  /** Whether the roster, if there is one, knows the name. */
  readonly listed: boolean;
}

/** A misconception, by kind of exercise: how many answers it explains, of how many students, and one of the questions. */
export interface Misconception {
  readonly rule: string;
  readonly example: SetQuestion;
  readonly answers: number;
  readonly students: number;
}

export interface ClassTable {
  readonly rows: readonly ClassRow[];
  /** Names of the roster without a result. */
  readonly missing: readonly string[];
  /** Names that have several different results. */
  readonly repeated: readonly string[];
  /** Results of other sets: whose they are, and where they stand. */
  readonly foreign: readonly { readonly line: number; readonly name: string }[];
  /** The most frequent first. */
  readonly misconceptions: readonly Misconception[];
}

const keyOf = (name: string) => normalisedVariant(name) ?? '';
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The names of a roster, one a line, none twice. */
export function readRoster(text: string): string[] {
  const names = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const name = shownName(line);
    if (name !== '' && !names.has(keyOf(name))) names.set(keyOf(name), name);
  }
  return [...names.values()];
}

function nameRules(results: ReadResult['questions'], questions: readonly SetQuestion[]): QuestionResult[] {
  return results.map(({ points, of, ruleMark }, index) => {
    const question = questions[index];
    const rules = question ? Object.keys(exerciseKind(question.name).wrong) : [];
    return { points, of, rule: ruleMark === null ? null : ruleOfMark(rules, ruleMark) };
  });
}

/** Each code once: the same one that was sent twice is one result. */
function different(found: readonly FoundResult[]): FoundResult[] {
  return [...new Map(found.map((each) => [JSON.stringify(each.result), each])).values()];
}

function countMisconceptions(rows: readonly ClassRow[]): Misconception[] {
  const counted = new Map<
    string,
    { rule: string; example: SetQuestion; answers: number; names: Set<string> }
  >();
  for (const { name, results, questions } of rows) {
    for (const [index, { rule }] of results.entries()) {
      const example = questions[index];
      if (rule === null || !example) continue;
      const key = `${example.name}/${rule}`;
      const entry = counted.get(key) ?? { rule, example, answers: 0, names: new Set() };
      entry.answers += 1;
      entry.names.add(keyOf(name));
      counted.set(key, entry);
    }
  }
  return [...counted.values()]
    .map(({ names, ...entry }) => ({ ...entry, students: names.size }))
    .sort((one, other) => other.students - one.students || other.answers - one.answers);
}

/**
 * Puts the results of a class together.
 *
 * @param set the one that was given out
 * @param roster the names that should be there; empty where none was given
 */
export function classTable(
  set: PracticeSet,
  found: readonly FoundResult[],
  roster: readonly string[]
): ClassTable {
  const mark = setMark(set);
  const own = (each: FoundResult) => each.result.set === mark && each.result.questions.length === set.number;
  const results = different(found.filter(own)).map(({ result }) => result);
  const counts = new Map<string, number>();
  for (const { name } of results) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const listed = new Set(roster.map(keyOf));
  const rows = results.map(({ name, questions: marks }) => {
    const questions = questionsOfSet(set, set.perStudent ? name : null);
    return {
      name,
      points: sum(marks.map(({ points }) => points)),
      of: sum(marks.map(({ of }) => of)),
      results: nameRules(marks, questions),
      questions,
      twice: (counts.get(keyOf(name)) ?? 0) > 1,
      listed: roster.length === 0 || listed.has(keyOf(name))
    };
  });
  rows.sort((one, other) => one.name.localeCompare(other.name, 'ko', { numeric: true }));
  const repeated = rows.filter(({ twice }) => twice).map(({ name }) => [keyOf(name), name] as const);
  return {
    rows,
    missing: roster.filter((name) => !counts.has(keyOf(name))),
    repeated: [...new Map(repeated).values()],
    foreign: found.filter((each) => !own(each)).map(({ line, result }) => ({ line, name: result.name })),
    misconceptions: countMisconceptions(rows)
  };
}
