import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { LessonPlayer, Player } from '$lib/player';
import { particleAfter, withValues } from '$lib/player/live-values';
import { spokenText } from '$lib/player/spoken-text';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { KINDS, LESSON } from './made-up-lesson';
import { wantReducedMotion } from './reduced-motion';

let player: Player;

beforeEach(async () => {
  overwriteGetLocale(() => 'en');
  await page.viewport(1280, 760);
  await wantReducedMotion(true);
  player = new Player(LESSON, KINDS);
  // The scene whose words are alive.
  player.enter(1, 1);
});

afterEach(() => {
  player.dispose();
});

async function show() {
  const { container } = await render(LessonPlayer, { player, lesson: LESSON, formula: '' });
  const find = <Found extends HTMLElement>(selector: string) => container.querySelector(selector) as Found;
  return {
    word: find('.explanation .thing'),
    field: find<HTMLInputElement>('.explanation input.live'),
    thing: find('[data-thing=kernel]'),
    goal: () => find('.long-goal').textContent.replace(/\s+/g, ' ').trim(),
    take: (kernel: string) => {
      const read = player.scene.kind.model.read({ ...LESSON.scenes[1]?.settings, kernel: [[kernel]] });
      player.numbersOf(player.scene).take(read);
    }
  };
}

describe('a word that names a thing on stage', () => {
  it('lights it up, and is lit by it', async () => {
    const { word, thing } = await show();
    await userEvent.hover(word);
    expect(thing.dataset.lit).toBe('');
    await userEvent.unhover(word);
    expect(thing.dataset.lit).toBeUndefined();
    await userEvent.hover(thing.querySelector('[role=gridcell]') as Element);
    await expect.poll(() => word.classList.contains('lit')).toBe(true);
  });

  it('does so for the keyboard', async () => {
    const { word, thing } = await show();
    word.focus();
    await tick();
    expect(thing.dataset.lit).toBe('');
    (thing.querySelector('[role=gridcell]') as HTMLElement).focus();
    await tick();
    expect(thing.dataset.lit).toBeUndefined();
    expect(word.classList.contains('lit')).toBe(true);
  });
});

describe('a number of the scene', () => {
  it('is changed in the sentence, and follows when it is changed elsewhere', async () => {
    const { field } = await show();
    expect(field.value).toBe('1');
    await userEvent.fill(field, '2');
    await userEvent.keyboard('{Enter}');
    expect(player.query()).toContain('stride=2');
    player.numbersOf(player.scene).take(player.scene.own);
    await tick();
    expect(field.value).toBe('1');
    field.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(player.query()).toContain('stride=2');
    expect(document.activeElement).toBe(field);
  });

  it('keeps its value when it cannot be taken, and says why', async () => {
    const { field } = await show();
    await userEvent.fill(field, 'many');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => field.value).toBe('1');
    expect(player.notice).toContain('Stride');
  });

  it('is text where the scene keeps its numbers, and never markup', () => {
    const html = '<p>By <span class="live" data-value="a"></span>.</p>';
    const values = { a: { text: '<i>"2"&', set: () => undefined } };
    expect(withValues(html, values, false)).toBe(
      '<p>By <b class="live" data-value="a">&lt;i>&quot;2&quot;&amp;</b>.</p>'
    );
    expect(withValues(html, values, true)).toContain('value="&lt;i>&quot;2&quot;&amp;"');
  });

  it.each([
    ['3', '이/가', '이'],
    ['2', '이/가', '가'],
    ['9', '으로/로', '로'],
    ['3', '을/를', '을'],
    ['1/2', '은/는', '은']
  ])('has the Korean particle that fits its sound: %s, %s', (text, pair, particle) => {
    expect(particleAfter(text, pair)).toBe(particle);
    expect(spokenText(`<span class="live" data-value="n">${pair}</span>`, { n: { text } })).toBe(
      text + particle
    );
  });
});

describe('a goal', () => {
  it('is asked, noticed when it is reached, and remembered', async () => {
    const { goal, take } = await show();
    expect(goal()).toBe('Try it Double the input.');
    take('3');
    await tick();
    expect(goal()).toBe('Try it Double the input.');
    take('2');
    await tick();
    expect(goal()).toBe('✓ Done Doubled.');
    await expect.poll(() => player.said).toBe('Doubled.');
    take('3');
    await tick();
    expect(goal()).toBe('✓ Done Doubled.');
    expect(player.scene.goalReached).toBe(false);
  });

  it('is reached by a link as well', () => {
    player.open(new URLSearchParams('scene=free&step=0&kernel=2'));
    expect(player.scene.goalMet).toBe(true);
  });
});

describe('what is read out', () => {
  it('is text: names without their buttons, a formula once', () => {
    const formula =
      '<span class="katex"><span class="katex-mathml"><math><mi>x</mi><annotation>x</annotation></math></span>' +
      '<span class="katex-html">x</span></span>';
    const named = '<button type="button" class="thing" data-names="kernel">kernel</button>';
    expect(spokenText(`<p>The ${named}\n and ${formula}.</p>`, {})).toBe('The kernel and x.');
  });
});
