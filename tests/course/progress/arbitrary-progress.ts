import { NO_PROGRESS, type Progress } from '$lib/course';
import fc from 'fast-check';

const word = fc.stringMatching(/^[a-z]{1,3}(-[a-z\d]{1,2})?$/);
const reach = fc.nat(40).chain((length) => fc.record({ step: fc.nat(length), length: fc.constant(length) }));
const outcomes = fc.dictionary(
  fc.nat(9).map(String),
  fc.constantFrom('correct' as const, 'wrong' as const, 'skipped' as const)
);

/** Few lessons and scenes, so that two records often speak of the same one. */
const key = fc
  .tuple(fc.constantFrom('a', 'constructor', 'c-1'), fc.constantFrom('x', 'y'))
  .map(([lesson, scene]) => `${lesson}/${scene}`);

export const arbitraryProgress: fc.Arbitrary<Progress> = fc
  .record({
    scenes: fc.dictionary(
      key,
      fc.tuple(reach, outcomes).map(([reached, found]) => ({ ...reached, outcomes: found }))
    ),
    last: fc.option(
      fc.record({
        lesson: word,
        query: word.map((scene) => `?scene=${scene}&step=1`),
        at: fc.oneof(fc.nat(3), fc.nat())
      })
    )
  })
  // Made of plain objects, as what is read from a text is.
  .map((parts) => JSON.parse(JSON.stringify({ ...NO_PROGRESS, ...parts })));
