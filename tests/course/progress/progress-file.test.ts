import { NO_PROGRESS, progressFileName, readProgressFile } from '$lib/course';
import { describe, expect, it } from 'vitest';

describe('a file of progress', () => {
  it('is named by the learner’s own date', () => {
    expect(progressFileName(new Date(2031, 2, 4, 23, 59))).toBe('stride-progress-2031-03-04.json');
    expect(progressFileName(new Date(2031, 10, 22, 0, 0))).toBe('stride-progress-2031-11-22.json');
  });

  it('is read, with or without a mark of its encoding', async () => {
    const text = JSON.stringify(NO_PROGRESS);
    for (const file of [new Blob([text]), new Blob(['\uFEFF', text])]) {
      expect(await readProgressFile(file)).toEqual({ ok: true, progress: NO_PROGRESS });
    }
  });

  it('of more than 1 MB is not even opened, and one that cannot be opened is told apart', async () => {
    const ofSize = (size: number) =>
      Object.defineProperties(new Blob(), {
        size: { value: size },
        text: { value: () => Promise.reject(new Error('NotReadableError')) }
      });
    expect(await readProgressFile(ofSize(1_000_001))).toMatchObject({ problem: 'too-large' });
    expect(await readProgressFile(ofSize(1_000_000))).toMatchObject({ problem: 'closed' });
  });
});
