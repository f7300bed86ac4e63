import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { NO_PROGRESS, type ComingLesson, type MappedLesson, type Progress } from '$lib/course';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import CourseMap from '../../src/routes/[lang=language]/CourseMap.svelte';

/** Lessons that no folder holds: of 3, 4, 5 scenes in turn, six to a chapter. */
const course = (count: number): MappedLesson[] =>
  Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    slug: `lesson-${index + 1}`,
    chapter: Math.floor(index / 6) + 1,
    title: index % 2 ? 'Backpropagation through a convolution, slowly' : 'Bias',
    summary:
      index % 3
        ? 'A sum is one cell.'
        : 'A longer summary, of which nobody knows how many lines it takes here.',
    sceneIds: ['one', 'two', 'three', 'four', 'five'].slice(0, 3 + (index % 3)),
    picture: {
      input: 4 + (index % 3),
      kernel: index % 4,
      stride: 1 + (index % 2),
      padding: index % 2,
      channels: 1 + (index % 3),
      maps: index % 5
    }
  }));
const NOTHING: readonly ComingLesson[] = [];

const PROGRESS: Progress = {
  ...NO_PROGRESS,
  scenes: Object.fromEntries(
    ['one', 'two', 'three'].map((id) => [`lesson-1/${id}`, { step: 4, length: 4, outcomes: {} }])
  )
};

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

describe('the course map', () => {
  it('has a heading for each chapter, with its number and name', async () => {
    await render(CourseMap, { lessons: course(24), coming: NOTHING, progress: NO_PROGRESS });
    const headings = page.getByRole('heading', { level: 3 }).elements();
    expect(headings.map(({ textContent }) => textContent.trim())).toEqual([
      'Chapter 1 · Convolution',
      'Chapter 2 · Sizes and channels',
      'Chapter 3 · Features',
      'Chapter 4 · Networks'
    ]);
    expect(page.getByRole('list').elements()).toHaveLength(4);
  });

  it.each([
    [1, 390],
    [4, 1240],
    [24, 1240],
    [24, 390]
  ])('of %i lessons lies well in %i px, and no progress changes its size', async (count, width) => {
    await page.viewport(width, 800);
    const { container, rerender } = await render(CourseMap, {
      lessons: course(count),
      coming: NOTHING,
      progress: NO_PROGRESS
    });
    const boxes = () =>
      [...container.querySelectorAll('a, a *')]
        .filter((part) => !part.matches('.filled, .count, .count *, .bar, .bar *, .visually-hidden'))
        .map((part) => JSON.stringify(part.getBoundingClientRect()));
    const cards = [...container.querySelectorAll('a')];
    expect(cards).toHaveLength(count);
    for (const card of cards) {
      expect(card.scrollWidth).toBeLessThanOrEqual(card.clientWidth);
      expect(card.getBoundingClientRect().right).toBeLessThanOrEqual(width);
      const [bar, said] = ['.bar', '.count'].map((part) => card.querySelector(part)?.getBoundingClientRect());
      expect(bar?.right).toBeLessThanOrEqual(said?.left ?? 0);
    }
    const before = boxes();
    await rerender({ lessons: course(count), progress: PROGRESS });
    expect(boxes()).toEqual(before);
    await expect.element(page.getByRole('link', { name: /Lesson 1 .*All scenes finished/s })).toBeVisible();
  });

  it('names the lessons that are to come at their places, and leads to none of them', async () => {
    const coming = [{ number: 2, chapter: 1, title: 'Later' }];
    const lessons = course(3).filter(({ number }) => number !== 2);
    await render(CourseMap, { lessons, coming, progress: NO_PROGRESS });
    const items = page.getByRole('listitem').elements();
    expect(items.map(({ textContent }) => /Lesson \d/.exec(textContent)?.[0])).toEqual([
      'Lesson 1',
      'Lesson 2',
      'Lesson 3'
    ]);
    expect(items[1]?.textContent).toContain('not written yet');
    expect(items[1]?.querySelector('a')).toBeNull();
  });

  it('moves the picture of the lesson that is attended to, and no other', async () => {
    const [first, second] = [
      { kernel: 2, input: 4 },
      { kernel: 2, input: 4 }
    ].map((picture, index) => ({
      ...(course(2)[index] as MappedLesson),
      picture: { stride: 1, padding: 0, channels: 1, maps: 1, ...picture }
    })) as [MappedLesson, MappedLesson];
    const { container } = await render(CourseMap, {
      lessons: [first, second],
      coming: NOTHING,
      progress: NO_PROGRESS
    });
    const places = () => [...container.querySelectorAll('.window')].map((window) => window.getAttribute('x'));
    const rest = places();
    container.querySelector('a')?.focus();
    await expect.poll(() => places()[0]).not.toBe(rest[0]);
    expect(places()[1]).toBe(rest[1]);
    container.querySelector('a')?.blur();
    await expect.poll(places).toEqual(rest);
  });
});
