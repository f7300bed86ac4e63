import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { LessonPlayer, Player } from '$lib/player';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { KINDS, LESSON } from './made-up-lesson';
import { wantReducedMotion } from './reduced-motion';

const PREVIOUS = { number: 41, slug: 'before', title: 'Before', summary: 'What came before.' };
const NEXT = { number: 43, slug: 'after', title: 'After', summary: 'What comes after.' };

let player: Player;

beforeEach(async () => {
  overwriteGetLocale(() => 'en');
  await wantReducedMotion(true);
  player = new Player(LESSON, KINDS);
});

afterEach(() => {
  player.dispose();
});

const show = (lesson: typeof LESSON) => render(LessonPlayer, { player, lesson, formula: '' });
const link = (name: RegExp) => page.getByRole('link', { name });

describe('the lessons before and after', () => {
  it('are links with number and title, and only those that exist', async () => {
    const { rerender } = await show({ ...LESSON, previous: PREVIOUS, next: NEXT });
    await expect.element(link(/Previous lesson.*41 Before/)).toHaveAttribute('href', '/en/lessons/before/');
    await expect.element(link(/Next lesson.*43 After/)).toHaveAttribute('href', '/en/lessons/after/');
    await rerender({ lesson: { ...LESSON, next: NEXT } });
    expect(link(/Previous lesson/).elements()).toHaveLength(0);
    await rerender({ lesson: LESSON });
    expect(link(/lesson/).elements()).toHaveLength(0);
  });

  it.each([
    ['a low screen', 1280, 600],
    ['a phone', 390, 844]
  ])('come to sight at the end of the lesson, and nothing else moves (%s)', async (_, width, height) => {
    await page.viewport(width, height);
    const scenes = LESSON.scenes.map((scene) => ({ ...scene, html: '<p>Words.</p>'.repeat(20) }));
    player = new Player({ ...LESSON, scenes }, KINDS);
    const { container } = await show({ ...LESSON, scenes, previous: PREVIOUS, next: NEXT });
    player.enter(1, 3);
    await tick();
    const boxes = () =>
      [...container.querySelectorAll('.prose > :not(.room), .stage-block, .bar')].map((part) =>
        JSON.stringify(part.getBoundingClientRect())
      );
    const inSight = () => {
      const next = link(/Next lesson/).element();
      const { x, y, width: wide, height: high } = next.getBoundingClientRect();
      return next.contains(document.elementFromPoint(x + wide / 2, y + high / 2));
    };
    const before = boxes();
    expect(inSight()).toBe(false);
    player.next();
    await expect.poll(inSight).toBe(true);
    expect(boxes()).toEqual(before);
    // The keys still stay in the lesson.
    await userEvent.keyboard('{ArrowRight}');
    expect([player.sceneIndex, player.step]).toEqual([1, 4]);
    player.back();
    await expect.poll(inSight).toBe(false);
    expect(boxes()).toEqual(before);
  });
});
