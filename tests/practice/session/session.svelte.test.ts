import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { isExercise, loadQuestionKind, Session, type AnswerRecord, type SessionPlan } from '$lib/practice';
import { beforeEach, describe, expect, it } from 'vitest';

const PLAN: SessionPlan = {
  mode: 'lesson',
  items: [
    { kind: 'output-size', level: 1 },
    { kind: 'output-cell', level: 1 }
  ],
  seed: 3,
  count: 2
};

let kept: AnswerRecord[];
const world = {
  load: (name: string) => (isExercise(name) ? loadQuestionKind(name) : Promise.reject(new Error(name))),
  keep: (answers: readonly AnswerRecord[]) => {
    kept.push(...answers);
    return Promise.resolve(null);
  },
  now: () => 1_000
};

beforeEach(() => {
  overwriteGetLocale(() => 'en');
  kept = [];
});

async function begun(plan = PLAN): Promise<Session> {
  const session = new Session(plan, world);
  await session.start();
  return session;
}

async function answer(session: Session, text: string): Promise<void> {
  if (session.asking) session.asking.entries = [text];
  await session.check();
}

const rightAnswer = (session: Session) => session.asking?.question.answer[0]?.toFraction() ?? '';

describe('a session', () => {
  it('keeps the first answer to each question, once and at once', async () => {
    const session = await begun();
    await answer(session, '99');
    expect(kept).toEqual([
      {
        ...{ kind: 'output-size', level: 1, seed: 3, points: 0, of: 1, rule: null },
        ...{ at: 1_000, confidence: null }
      }
    ]);
    await answer(session, rightAnswer(session));
    expect(session.asking?.settled).toBe(true);
    await session.next();
    expect(kept).toHaveLength(1);
    expect(session.done).toMatchObject([{ kind: 'output-size', right: false, points: 0 }]);
  });

  it('keeps nothing that could not be read', async () => {
    const session = await begun();
    await answer(session, 'nine');
    await answer(session, '');
    expect(kept).toEqual([]);
  });

  it('goes on where it was left, and does not keep the same answer twice', async () => {
    const session = await begun();
    await answer(session, '99');
    session.asking?.hint();
    const state = JSON.parse(JSON.stringify(session.state()));
    const again = new Session(PLAN, world);
    await again.restore(state);
    expect(again.asking).toMatchObject({ hints: 1, settled: false });
    expect(again.asking?.marked?.correct).toBe(false);
    await answer(again, '98');
    expect(again.asking?.settled).toBe(true);
    expect(kept).toHaveLength(1);
  });

  it('ends with the last question, and not with a fresh variant', async () => {
    const session = await begun();
    await answer(session, rightAnswer(session));
    await session.variant();
    expect(session.turn).toMatchObject({ kind: 'output-size', seed: 5, extra: true });
    await answer(session, rightAnswer(session));
    await session.next();
    expect(session.turn?.kind).toBe('output-cell');
    await answer(session, rightAnswer(session));
    await session.next();
    expect(session.finished).toBe(true);
    expect(session.done.map(({ right }) => right)).toEqual([true, true, true]);
  });

  it('says when the words of a question cannot be fetched, and tries again', async () => {
    let reachable = false;
    const session = new Session(PLAN, {
      ...world,
      load: (name) => (reachable ? world.load(name) : Promise.reject(new Error('offline')))
    });
    await session.start();
    expect([session.missing, session.asking]).toEqual([true, null]);
    reachable = true;
    await session.retry();
    expect(session.missing).toBe(false);
    expect(session.asking).not.toBeNull();
  });
});
