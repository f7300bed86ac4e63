import type { SetResult } from '$lib/practice/sets/result-code';
import fc from 'fast-check';

const question = fc
  .tuple(
    fc.integer({ min: 1, max: 150 }),
    fc.nat(),
    fc.option(fc.constantFrom('ignored-stride', 'rounded-up'))
  )
  .map(([of, points, rule]) => ({ of, points: points % (of + 1), rule }));

/** Any result that a set can come to. */
export const results: fc.Arbitrary<SetResult> = fc.record({
  set: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  name: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 50 }), fc.constantFrom('김하나', '7', 'Zoë')),
  questions: fc.array(question, { maxLength: 60 })
});
