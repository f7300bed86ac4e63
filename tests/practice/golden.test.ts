import { LEVELS, type Level } from '$lib/exercise';
import { EXERCISE_NAMES, questionOf, type ExerciseName } from '$lib/practice/exercises';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * A link names a question by its kind, level and seed. What it names is kept here as a hash of the numbers and the
 * answer, so that no release asks something else by the same link.
 */
const FILE = new URL('golden.json', import.meta.url);
const SEEDS = [1, 2, 3];
const ADD = 'GOLDEN=add npx vitest run --project unit tests/practice/golden.test.ts';

/** For each kind and level the hashes of the first seeds. */
type Golden = Record<string, Record<string, string>>;

/** Entries in the order of their names, wherever they stand in an object: their order means nothing. */
function ordered(_: string, value: unknown): unknown {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
}

function hashOfQuestion(name: ExerciseName, level: Level, seed: number): string {
  const { parameters, answer } = questionOf(name, level, seed);
  const text = JSON.stringify([parameters, answer.map((value) => value.toFraction())], ordered);
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

const hashesOf = (name: ExerciseName) =>
  Object.fromEntries(
    LEVELS.map((level) => [`${level}`, SEEDS.map((seed) => hashOfQuestion(name, level, seed)).join(' ')])
  );

/** What is kept; asked to, it takes up the kinds that are new, and leaves the others as they are. */
function readGolden(): Golden {
  const kept = JSON.parse(readFileSync(FILE, 'utf8')) as Golden;
  if (process.env.GOLDEN !== 'add') return kept;
  const all = EXERCISE_NAMES.map((name) => [name, kept[name] ?? hashesOf(name)] as const);
  const golden = Object.fromEntries([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(golden, null, 2)}\n`);
  return golden;
}

const golden = readGolden();

describe('what a seed means', () => {
  it.each(EXERCISE_NAMES)('%s: is what it was', (name) => {
    const kept = golden[name];
    expect(kept, `golden.json does not know ${name} yet. To add it: ${ADD}`).toBeDefined();
    expect(
      hashesOf(name),
      `A seed of ${name} asks something else now, so links that people have kept do too. If no release has had it ` +
        `yet, take ${name} out of golden.json and add it again: ${ADD}`
    ).toEqual(kept);
  });

  it('no kind is gone: links still name it', () => {
    expect(EXERCISE_NAMES).toEqual(expect.arrayContaining(Object.keys(golden)));
  });
});
