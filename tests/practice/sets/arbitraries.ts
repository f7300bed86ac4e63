import { LEVELS } from '$lib/exercise';
import { EXERCISE_NAMES } from '$lib/practice/exercises';
import { MOST_MINUTES, MOST_QUESTIONS, MOST_SEED, type PracticeSet } from '$lib/practice/sets/set';
import fc from 'fast-check';

const kind = fc.record({ name: fc.constantFrom(...EXERCISE_NAMES), level: fc.constantFrom(...LEVELS) });

/** Any set that a teacher can build. */
export const sets: fc.Arbitrary<PracticeSet> = fc.record({
  kinds: fc.uniqueArray(kind, {
    minLength: 1,
    maxLength: 6,
    selector: ({ name, level }) => `${name}.${level}`
  }),
  number: fc.integer({ min: 1, max: MOST_QUESTIONS }),
  seed: fc.integer({ min: 0, max: MOST_SEED }),
  feedback: fc.boolean(),
  hints: fc.boolean(),
  shuffled: fc.boolean(),
  perStudent: fc.boolean(),
  minutes: fc.option(fc.integer({ min: 1, max: MOST_MINUTES }))
});
