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

  it('come to sight at the end of the lesson, with what the next one is about', async () => {
    await page.viewport(1280, 700);
    const { container } = await show({ ...LESSON, previous: PREVIOUS, next: NEXT });
    const stage = () => JSON.stringify(container.querySelector('.stage-block')?.getBoundingClientRect());
    player.enter(1, 3);
    await tick();
    const before = stage();
    expect(container.querySelector('.ending')).toBeNull();
    player.next();
    await tick();
    // The ending is fetched when the last scene begins.
    await expect.poll(() => container.querySelector('.ending .next')).not.toBeNull();
    const next = container.querySelector('.ending .next') as HTMLElement;
    expect(next.textContent).toContain('43 After');
    expect(next.textContent).toContain('What comes after.');
    const { x, y, width, height } = next.getBoundingClientRect();
    expect(next.contains(document.elementFromPoint(x + width / 2, y + height / 2))).toBe(true);
    expect(stage()).toBe(before);
    // The keys still stay in the lesson, and lead to the ending.
    await userEvent.keyboard('{ArrowRight}');
    expect([player.sceneIndex, player.step]).toEqual([1, 4]);
    await expect.poll(() => document.activeElement?.classList.contains('ending')).toBe(true);
    player.back();
    await tick();
    expect(container.querySelector('.ending')).toBeNull();
  });

  it('are the course map at the end of the last one', async () => {
    const { container } = await show(LESSON);
    player.enter(1, 4);
    await expect.poll(() => container.querySelector('.ending a')?.getAttribute('href')).toBe('/en/#course');
  });
});
