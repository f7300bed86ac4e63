import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import { LessonPlayer, Player } from '$lib/player';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HIDDEN, KINDS, LESSON } from './made-up-lesson';
import { wantReducedMotion } from './reduced-motion';

let locale: Locale;
let player: Player;

beforeEach(async () => {
  locale = 'en';
  overwriteGetLocale(() => locale);
  await wantReducedMotion(true);
  player = new Player(LESSON, KINDS);
});

afterEach(() => {
  player.dispose();
});

const answer = () => page.getByRole('textbox');
const button = (name: string) => page.getByRole('button', { name, exact: true });

/** The card, at the question before the second output. */
async function showQuestion() {
  const screen = await render(LessonPlayer, { player, lesson: LESSON, formula: '' });
  /** The question, or what became of the answer. */
  const text = () =>
    [...screen.container.querySelectorAll('form, .outcome')]
      .map((card) => card.textContent)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  player.next();
  await tick();
  return { text, root: screen.container };
}

describe('a question', () => {
  it('stands before its cell, with a field that it names', async () => {
    const { text, root } = await showQuestion();
    expect(text()).toContain('What comes next?');
    await expect
      .element(page.getByRole('textbox', { name: 'Predict first What comes next?' }))
      .toBeInTheDocument();
    await expect.element(button('Check')).toBeInTheDocument();
    await expect.element(button('Skip')).toBeInTheDocument();
    for (const value of HIDDEN) expect(root.innerHTML).not.toContain(value);
    expect(player.step).toBe(1);
  });

  it('is not there at other steps, nor where the address leads to', async () => {
    const { root } = await showQuestion();
    for (const step of [0, 2, 3]) {
      player.goTo(step);
      await tick();
      expect(root.querySelector('form')).toBeNull();
    }
    player.open(new URLSearchParams('scene=asking&step=1'));
    await tick();
    expect(root.querySelector('form')).toBeNull();
  });

  it('is asked in Korean, with the same words as elsewhere', async () => {
    locale = 'ko';
    await showQuestion();
    await expect.element(button('확인')).toBeInTheDocument();
    await expect.element(button('건너뛰기')).toBeInTheDocument();
  });
});

describe('a first wrong answer', () => {
  it('leaves the question open, with the hint and a second try', async () => {
    const { text, root } = await showQuestion();
    expect(text()).not.toContain('Look at the window.');
    await answer().fill('1');
    await button('Check').click();
    await expect.poll(text).toContain('Not yet. Try once more.');
    expect(text()).toContain('Look at the window.');
    await expect.poll(() => player.said).toContain('Not yet.');
    expect([player.step, player.scene.outcomes.size]).toEqual([1, 0]);
    for (const value of HIDDEN) expect(root.innerHTML).not.toContain(value);
    await answer().fill('935');
    await button('Check').click();
    await expect.poll(text).toContain('Yes, it is 935.');
  });

  it('need not be made for the hint to be seen', async () => {
    const { text } = await showQuestion();
    await button('Hint').click();
    await expect.poll(text).toContain('Look at the window.');
    expect(player.missed).toBe(false);
  });
});

describe('the cell in question', () => {
  it('carries a question mark as long as it is asked for', async () => {
    const { root } = await showQuestion();
    const cells = () =>
      [...root.querySelectorAll('.output [role=gridcell]')].map((cell) => cell.textContent.trim());
    expect(cells()).toEqual(['913', '?', '']);
    player.goTo(1);
    await tick();
    expect(cells()).toEqual(['913', '', '']);
  });
});

describe('an answer', () => {
  it.each(['935', ' 935 ', '1870/2', '935.0'])('that is right is met with the value: %s', async (typed) => {
    const { text } = await showQuestion();
    await answer().fill(typed);
    await button('Check').click();
    await expect.poll(text).toContain('Yes, it is 935.');
    expect(player.step).toBe(2);
    expect(player.asked).toBeNull();
    expect(player.playing).toBe(false);
  });

  it('is taken with Enter as well', async () => {
    const { text } = await showQuestion();
    await answer().fill('935');
    await userEvent.keyboard('{Enter}');
    await expect.poll(text).toContain('Yes, it is 935.');
  });

  it('that is wrong in a known way is explained by it', async () => {
    const { text } = await showQuestion();
    await answer().fill('210');
    await button('Check').click();
    await expect.poll(text).toContain('Not yet.');
    await button('Check').click();
    await expect.poll(text).toContain('You said 210: that is the sum of the numbers under the window.');
    expect(text()).toContain('The value is 935.');
  });

  it('that is wrong in another way is met with the value, and a way to watch it', async () => {
    const { text } = await showQuestion();
    await answer().fill('-7/2');
    await button('Check').click();
    await expect.poll(text).toContain('Not yet.');
    await button('Check').click();
    await expect.poll(text).toContain('You said −7/2; it is 935.');
    await button('Watch it product by product').click();
    expect(player.scene.grain).toBe('product');
    expect(player.scene.run.stepAfter(2)).toBe(4);
    await expect.poll(() => player.step).toBe(4);
  });

  it.each([
    ['', 'Write a number first, or skip.'],
    ['  ', 'Write a number first, or skip.'],
    ['nine', '“nine” cannot be read as an answer.']
  ])('that cannot be read leaves the question open: "%s"', async (typed, words) => {
    const { text, root } = await showQuestion();
    await answer().fill(typed);
    await button('Check').click();
    await expect.poll(text).toContain(words);
    expect(answer().element().getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => player.said).toContain(words);
    expect(player.step).toBe(1);
    for (const value of HIDDEN) expect(root.innerHTML).not.toContain(value);
  });

  it('is kept, and not asked for again on the way back', async () => {
    const { text, root } = await showQuestion();
    await answer().fill('935');
    await button('Check').click();
    await expect.poll(text).toContain('Yes, it is 935.');
    player.goTo(0);
    await tick();
    expect(text()).toBe('');
    player.next();
    player.next();
    await tick();
    expect(text()).toContain('Yes, it is 935.');
    expect(root.querySelector('form')).toBeNull();
  });
});

describe('a question that is skipped', () => {
  it('goes on, says nothing of it, and does not come back', async () => {
    const { root, text } = await showQuestion();
    await button('Skip').click();
    expect(player.step).toBe(2);
    expect(text()).toBe('');
    player.back();
    player.next();
    await tick();
    expect(root.querySelector('form')).toBeNull();
  });

  it('is skipped by a step forward too', async () => {
    const { root } = await showQuestion();
    player.perform('next');
    await tick();
    expect(player.step).toBe(2);
    expect(root.querySelector('form')).toBeNull();
  });
});
