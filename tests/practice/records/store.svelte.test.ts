import { forgetAnswers, keepAnswers, loadAnswers, onAnswersChanged } from '$lib/practice/records/store';
import type { AnswerRecord } from '$lib/practice/records/record';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const record = (at: number): AnswerRecord => ({
  ...{ kind: 'output-size', level: 1, seed: at, points: 1, of: 1, rule: null, at, confidence: null }
});

beforeEach(async () => {
  await forgetAnswers();
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the answers of a browser', () => {
  it('are kept, the oldest first, each once', async () => {
    expect(await keepAnswers([record(2)])).toBeNull();
    expect(await keepAnswers([record(1), record(2)])).toBeNull();
    expect(await loadAnswers()).toEqual({ answers: [record(1), record(2)], problem: null });
  });

  it('are told to whoever listens, in other tabs too', async () => {
    let told = 0;
    const forget = onAnswersChanged(() => (told += 1));
    const other = new BroadcastChannel('stride-answers');
    const heard = new Promise((resolve) => (other.onmessage = resolve));
    await keepAnswers([record(1)]);
    await heard;
    expect(told).toBeGreaterThan(0);
    other.close();
    forget();
  });

  it('that are damaged are passed over and stay', async () => {
    await keepAnswers([record(1)]);
    await keepAnswers([{ ...record(2), points: 9 }]);
    expect((await loadAnswers()).answers).toEqual([record(1)]);
  });

  it('are forgotten when that is wanted', async () => {
    await keepAnswers([record(1)]);
    expect(await forgetAnswers()).toBeNull();
    expect((await loadAnswers()).answers).toEqual([]);
  });
});

describe('where nothing can be stored', () => {
  it.each([
    ['SecurityError', 'forbidden'],
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer']
  ])('after a %s it is said why, and answers live as long as the page', async (name, problem) => {
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('no', name);
    });
    expect(await keepAnswers([record(1)])).toBe(problem);
    expect(await keepAnswers([record(2)])).toBe(problem);
    expect(await loadAnswers()).toEqual({ answers: [record(1), record(2)], problem });
    // With the next answer that can be stored they all are.
    vi.restoreAllMocks();
    expect(await keepAnswers([record(3)])).toBeNull();
    expect((await loadAnswers()).answers).toEqual([record(1), record(2), record(3)]);
  });
});
