import { mergeProgress, NO_PROGRESS, type Progress, type SceneProgress } from '$lib/course';
import { partOf } from '$lib/course/progress/progress';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from './arbitrary-progress';

const scene = (step: number, length: number, outcomes: SceneProgress['outcomes'] = {}): Progress => ({
  ...NO_PROGRESS,
  scenes: { 'convolution/six-by-six': { step, length, outcomes } }
});
const merged = (one: Progress, other: Progress) => mergeProgress(one, other).scenes['convolution/six-by-six'];

describe('what two records know together', () => {
  it('does not depend on their order', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (one, other) => {
        expect(mergeProgress(one, other)).toEqual(mergeProgress(other, one));
      })
    );
  });

  it('does not depend on which two are merged first', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, arbitraryProgress, (one, two, three) => {
        expect(mergeProgress(mergeProgress(one, two), three)).toEqual(
          mergeProgress(one, mergeProgress(two, three))
        );
      })
    );
  });

  it('is what one knows, when the other is the same or knows nothing', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (one, other) => {
        expect(mergeProgress(one, one)).toEqual(one);
        expect(mergeProgress(one, NO_PROGRESS)).toEqual(one);
        const both = mergeProgress(one, other);
        expect(mergeProgress(both, other)).toEqual(both);
      })
    );
  });

  it('never goes back in a scene, and forgets none', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (one, other) => {
        const { scenes } = mergeProgress(one, other);
        for (const [key, before] of Object.entries(one.scenes)) {
          const after = scenes[key] as SceneProgress;
          expect(partOf(after)).toBeGreaterThanOrEqual(partOf(before));
          expect(Object.keys(after.outcomes)).toEqual(expect.arrayContaining(Object.keys(before.outcomes)));
        }
      })
    );
  });

  it('leaves both as they were', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (one, other) => {
        const before = JSON.stringify([one, other]);
        mergeProgress(one, other);
        expect(JSON.stringify([one, other])).toBe(before);
      })
    );
  });

  it('is the furthest step, the best outcome and the later place', () => {
    expect(merged(scene(7, 16), scene(12, 16))).toMatchObject({ step: 12, length: 16 });
    // Half of the cells is more than a third of the multiplications.
    expect(merged(scene(8, 16), scene(48, 144))).toMatchObject({ step: 8, length: 16 });
    expect(merged(scene(8, 16, { 8: 'correct' }), scene(9, 16, { 8: 'skipped', 4: 'wrong' }))).toEqual({
      step: 9,
      length: 16,
      outcomes: { 4: 'wrong', 8: 'correct' }
    });
    const at = (moment: number, lesson: string) => ({
      ...NO_PROGRESS,
      last: { lesson, query: '?', at: moment }
    });
    expect(mergeProgress(at(2, 'later'), at(1, 'earlier')).last?.lesson).toBe('later');
  });
});
