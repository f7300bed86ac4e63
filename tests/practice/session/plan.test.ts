import {
  freshVariant,
  nextTurn,
  type DoneTurn,
  type SessionPlan,
  type Turn
} from '$lib/practice/session/plan';
import { describe, expect, it } from 'vitest';

const PLAN: SessionPlan = {
  mode: 'lesson',
  items: [
    { kind: 'one', level: 1 },
    { kind: 'two', level: 2 }
  ],
  seed: 40,
  count: 4
};
const done = (turn: Turn, right = true): DoneTurn => ({ ...turn, right });

/** Answers a session to its end, or so many questions of it. */
function walk(plan: SessionPlan, right: (turn: Turn, index: number) => boolean, most = 100): Turn[] {
  const all: DoneTurn[] = [];
  for (let turn = nextTurn(plan, all); turn && all.length < most; turn = nextTurn(plan, all)) {
    all.push(done(turn, right(turn, all.length)));
  }
  return all;
}

describe('the questions of a session', () => {
  it('come in turn, each with a seed of its own, and end', () => {
    const turns = walk(PLAN, () => true);
    expect(turns.map(({ kind }) => kind)).toEqual(['one', 'two', 'one', 'two']);
    expect(turns.map(({ seed }) => seed)).toEqual([40, 41, 42, 43]);
  });

  it('are the same for everybody who has the link, mixed too', () => {
    const plan = { ...PLAN, mode: 'mixed', count: 10 } as const;
    const turns = walk(plan, () => true);
    expect(walk(plan, () => false).map(({ kind, seed }) => `${kind} ${seed}`)).toEqual(
      turns.map(({ kind, seed }) => `${kind} ${seed}`)
    );
    expect(turns.filter(({ kind }) => kind === 'one')).toHaveLength(5);
  });

  it('have fresh variants that count for nothing, and whose seeds come nowhere else', () => {
    const first = nextTurn(PLAN, []) as Turn;
    const variant = freshVariant(PLAN, [done(first)], first);
    const again = freshVariant(PLAN, [done(first), done(variant)], variant);
    expect([variant.kind, variant.level]).toEqual([first.kind, first.level]);
    const seeds = [...walk(PLAN, () => true), variant, again].map(({ seed }) => seed);
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(nextTurn(PLAN, [done(first), done(variant)])).toMatchObject({ kind: 'two', seed: 41 });
  });
});

describe('mastery', () => {
  const plan: SessionPlan = { mode: 'mastery', items: [{ kind: 'one', level: 1 }], seed: 0, count: 10 };

  it('takes nine right answers, three at each level', () => {
    const turns = walk(plan, () => true);
    expect(turns.map(({ level }) => level)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });

  it('begins the row anew after a wrong answer', () => {
    const turns = walk(plan, (_, index) => index !== 2);
    expect(turns.map(({ level }) => level).slice(0, 7)).toEqual([1, 1, 1, 1, 1, 1, 2]);
  });

  it('goes back a level after two wrong answers in a row, never below the first', () => {
    const right = [true, true, true, false, false, false, false, false];
    const turns = walk(plan, (_, index) => right[index] ?? true, 8);
    expect(turns.map(({ level }) => level)).toEqual([1, 1, 1, 2, 2, 1, 1, 1]);
  });

  it('never asks the same variant twice', () => {
    const turns = walk(plan, (_, index) => index % 3 === 0, 30);
    expect(new Set(turns.map(({ seed }) => seed)).size).toBe(30);
  });

  it('goes from kind to kind', () => {
    const two = { ...plan, items: [{ kind: 'one', level: 3 } as const, { kind: 'two', level: 3 } as const] };
    expect(walk(two, () => true).map(({ kind }) => kind)).toEqual(['one', 'one', 'one', 'two', 'two', 'two']);
  });
});
