import { comingLessons } from '$lib/course/coming.server';
import { lessonSummaries } from '$lib/course/library.server';
import { expect, it } from 'vitest';

it.each(['ko', 'en'] as const)(
  'lessons that are there and lessons to come make twenty-four (%s)',
  (language) => {
    const coming = comingLessons(language);
    const numbers = [...lessonSummaries(language), ...coming].map(({ number }) => number);
    expect(numbers.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 24 }, (_, index) => index + 1)
    );
    for (const { title } of coming) expect(title).not.toBe('');
  }
);
