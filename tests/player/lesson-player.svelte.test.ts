import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { LessonPlayer, Player } from '$lib/player';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { HIDDEN, KINDS, LESSON } from './made-up-lesson';
import { wantReducedMotion } from './reduced-motion';

let player: Player;

beforeEach(async () => {
  overwriteGetLocale(() => 'en');
  localStorage.clear();
  await page.viewport(1200, 700);
  await wantReducedMotion(true);
  player = new Player(LESSON, KINDS);
});

afterEach(() => {
  player.dispose();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

async function show() {
  const { container } = await render(LessonPlayer, { player, lesson: LESSON, formula: '' });
  const cells = (grid: string) =>
    [...container.querySelectorAll(`[role=grid][aria-label^="${grid}"] [role=gridcell]`)].map((cell) =>
      cell.textContent.trim()
    );
  return {
    root: container,
    output: () => cells('Feature map'),
    cells,
    said: () => container.querySelector('[role=status]')?.textContent
  };
}

describe('a lesson', () => {
  it('shows its words, its scenes and the stage before the first step', async () => {
    const { root, output, cells } = await show();
    await expect.element(page.getByRole('heading', { name: 'Made up', level: 1 })).toBeInTheDocument();
    for (const words of ['Lesson 42', 'Words of the scene.', 'Words of step 0.', 'To remember.']) {
      expect(root.textContent).toContain(words);
    }
    expect(output()).toEqual(['', '', '']);
    expect(cells('Input')).toEqual(['101', '103', '107', '109']);
    expect(cells('Kernel')).toEqual(['7', '2']);
    await expect
      .element(page.getByRole('grid', { name: 'Feature map 1×3', exact: true }))
      .toBeInTheDocument();
  });

  it('holds nothing of a value that is to be predicted until it is answered', async () => {
    const { root, output } = await show();
    const expectHidden = () => {
      for (const value of HIDDEN) expect(root.innerHTML).not.toContain(value);
    };
    expectHidden();
    await button('Forward').click();
    expect(root.textContent).toContain('What comes next?');
    expect(output()).toEqual(['913', '?', '']);
    expectHidden();
    await page.getByRole('textbox').fill('1');
    expectHidden();
    await button('Check').click();
    await expect.poll(() => player.missed).toBe(true);
    expectHidden();
    await button('Check').click();
    await expect.poll(output).toEqual(['913', '935', '']);
    for (const value of HIDDEN) expect(root.innerHTML).toContain(value);
  });

  it('says each step in the one live region, with the lesson’s own words, and that a question is waiting', async () => {
    const { said } = await show();
    await button('Forward').click();
    await expect
      .poll(said)
      .toBe(
        'Step 1, row 1, column 1: 101×7 + 103×2 = 913 Words of step 1. ' +
          'A question is waiting: predict the next value, or skip it with the right arrow key.'
      );
    await button('Forward').click();
    await expect.poll(said).toBe('Step 2, row 1, column 2: 103×7 + 107×2 = 935');
  });
});

describe('the buttons of the transport', () => {
  it('step, go to the ends and on into the next scene', async () => {
    const { output } = await show();
    const press = async (name: string) => {
      await button(name).click();
    };
    await press('Last step');
    expect(output()).toEqual(['913', '935', '967']);
    await press('Back');
    expect(output()).toEqual(['913', '935', '']);
    await press('First step');
    expect(output()).toEqual(['', '', '']);
    await press('Last step');
    await press('Forward');
    expect([player.sceneIndex, player.step]).toEqual([1, 0]);
    await press('Back');
    expect([player.sceneIndex, player.step]).toEqual([0, 3]);
  });

  it('play up to a question, and pause there', async () => {
    const { root } = await show();
    await button('Play').click();
    expect(root.textContent).toContain('What comes next?');
    await expect.poll(() => player.playing).toBe(false);
    await expect.element(button('Play')).toBeInTheDocument();
  });

  it('change the detail and keep the moment', async () => {
    const { output } = await show();
    player.goTo(2);
    await page.getByRole('combobox', { name: 'Detail', exact: true }).selectOptions('product');
    expect([player.step, player.scene.length]).toEqual([4, 6]);
    await expect.poll(output).toEqual(['913', '935', '']);
  });

  it('say at the beginning that there is nothing before, and lead on at the end', async () => {
    const { root } = await show();
    const disabled = (name: string) => button(name).element().getAttribute('aria-disabled');
    expect([disabled('Back'), disabled('First step'), disabled('Forward')]).toEqual(['true', 'true', null]);
    player.enter(1, 4);
    await tick();
    expect([disabled('Back'), disabled('Last step')]).toEqual(['false', 'true']);
    await expect.element(button('Forward')).not.toBeInTheDocument();
    await button('See the summary').click();
    await expect.poll(() => document.activeElement?.classList.contains('ending')).toBe(true);
    expect(root.querySelector('.ending')?.textContent).toContain('To remember.');
    expect([player.sceneIndex, player.step]).toEqual([1, 4]);
  });
});

describe('the keys', () => {
  it('step, unless somebody types', async () => {
    const { root } = await show();
    await userEvent.keyboard('{ArrowRight}');
    expect(player.step).toBe(1);
    root.querySelector<HTMLInputElement>('form input')?.focus();
    await userEvent.keyboard('12{ArrowLeft}{ArrowRight}');
    expect(player.step).toBe(1);
    expect(root.querySelector<HTMLInputElement>('form input')?.value).toBe('12');
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard('{ArrowLeft}');
    expect(player.step).toBe(0);
  });

  it('move in a grid that has the focus, where the page keys still step', async () => {
    const { root } = await show();
    root.querySelector<HTMLElement>('[role=grid][aria-label^="Input"] [role=gridcell]')?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(document.activeElement?.textContent.trim()).toBe('103');
    expect(player.step).toBe(0);
    await userEvent.keyboard('{PageDown}');
    expect(player.step).toBe(1);
  });
});

describe('a scene of one’s own numbers', () => {
  it('computes with what is typed, and gives the lesson’s numbers back', async () => {
    const { root, output } = await show();
    player.enter(1, 4);
    await tick();
    expect(output()).toEqual(['5', '10', '15', '20']);
    root.querySelector<HTMLElement>('[role=grid][aria-label^="Kernel"] [role=gridcell]')?.focus();
    await userEvent.keyboard('1/2{Enter}');
    await expect.poll(output).toEqual(['1/2', '1', '3/2', '2']);
    expect(player.query()).toBe('?scene=free&step=4&kernel=1/2');
    await button('Sizes').click();
    await button('Reset').click();
    expect(output()).toEqual(['5', '10', '15', '20']);
    expect(player.query()).toBe('?scene=free&step=4');
  });

  it('keeps the last good numbers, and says why', async () => {
    const { root, cells } = await show();
    player.enter(1);
    await tick();
    root.querySelector<HTMLElement>('[role=grid][aria-label^="Kernel"] [role=gridcell]')?.focus();
    await userEvent.keyboard('1/0{Enter}');
    await expect.poll(() => player.notice).toContain('“1/0” divides by zero');
    expect(cells('Kernel')).toEqual(['5']);
    await button('Dismiss').click();
    expect(player.notice).toBe('');
  });
});
