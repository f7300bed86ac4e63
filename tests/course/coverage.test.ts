import { placeInCourse } from '$lib/course/glossary.server';
import { isThere } from '$lib/course/library.server';
import { describe, expect, it } from 'vitest';
import { COVERAGE, WRITTEN, SHOWN } from '../data/coverage';
import { WORKED_EXAMPLES } from '../data/worked-examples';

describe('the coverage of the documents behind the course', () => {
  it('knows five documents, each item once', () => {
    expect(new Set(COVERAGE.map(({ source }) => source)).size).toBe(5);
    expect(new Set(COVERAGE.map(({ id }) => id)).size).toBe(COVERAGE.length);
  });

  // That every place of every lesson opens in a browser is tested with the lessons.
  it('shows items only at places that exist, as far as their lesson is written', () => {
    for (const { id, shown } of COVERAGE) {
      if (shown === 'open') continue;
      expect(isThere(shown, id), id).toBe(WRITTEN.has(shown.lesson));
    }
  });

  it('shows each item in the lesson of the course that is named', () => {
    for (const { id, lesson, shown } of COVERAGE) {
      if (shown !== 'open') expect(placeInCourse(shown.lesson)?.number, id).toBe(lesson);
    }
  });

  it('leaves nothing open that belongs to the first chapter', () => {
    expect(COVERAGE.filter(({ lesson, shown }) => lesson <= 4 && shown === 'open')).toEqual([]);
  });

  it('has every value of the worked examples of the first chapter in a scene', () => {
    const numbers = SHOWN.filter(({ kind }) => kind === 'number').map(({ en }) => en);
    const first = WORKED_EXAMPLES.find(({ id }) => id === 'four-by-four');
    for (const value of first?.output.flat() ?? []) {
      expect(numbers.some((words) => words.includes(`${value}`) && words.includes('4×4'))).toBe(true);
    }
  });

  it('says how much is shown and how much is open', ({ annotate }) => {
    const shown = SHOWN.length;
    const pending = COVERAGE.filter((item) => item.shown !== 'open').length - shown;
    const open = COVERAGE.length - shown - pending;
    const sentence = `coverage: ${COVERAGE.length} items, ${shown} shown, ${pending} in lessons to come, ${open} open`;
    process.stdout.write(`${sentence}\n`);
    expect(shown + pending + open).toBe(COVERAGE.length);
    return annotate(sentence);
  });
});
