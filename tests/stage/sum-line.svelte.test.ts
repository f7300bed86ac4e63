import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { matrix, type Position } from '$lib/engine';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import SumLine from '$lib/stage/SumLine.svelte';
import { convolutionSum } from '$lib/describe';
import { Pointing } from '$lib/stage/pointing.svelte';
import { windowTrace, type Grain, type WindowSettings } from '$lib/trace';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

const SMALL: WindowSettings = {
  input: matrix([
    [1, -2, 3],
    [0, 5, '1/3']
  ]),
  kernel: matrix([
    [1, 2],
    [-1, 1]
  ]),
  stride: 1,
  padding: 0
};
const LARGE: WindowSettings = {
  input: matrix(Array.from({ length: 5 }, (_, row) => [1, 2, 3, 4, row])),
  kernel: matrix(Array.from({ length: 4 }, (_, row) => [row + 1, 0, 1, 2])),
  stride: 1,
  padding: 0
};

let pointing: Pointing;

beforeEach(() => {
  overwriteGetLocale(() => 'en');
  pointing = new Pointing();
});

/** The equation of a step, and a way to another step. */
async function show(
  settings: WindowSettings,
  index: number,
  grain: Grain = 'cell',
  besides: { cell?: Position | null } = {}
) {
  const trace = windowTrace(settings, grain);
  const at = (step: number) => ({
    sum: convolutionSum(trace.step(step)),
    cell: trace.step(step).cell,
    isLit: () => false,
    long: trace.taps > 12,
    pointing
  });
  const screen = await render(SumLine, { ...at(index), ...besides });
  const root = screen.container;
  return {
    root,
    trace,
    to: (step: number) => screen.rerender(at(step)),
    rerender: (props: { cell: Position }) => screen.rerender(props),
    terms: () => [...root.querySelectorAll<HTMLElement>('button.term')],
    math: () => root.querySelector('[role=math]')?.textContent
  };
}

/** The equation of the first step, ahead of it. */
async function showAhead() {
  const { root, terms, math, rerender } = await show(SMALL, 1, 'cell', { cell: null });
  return { root, terms, math, show: () => rerender({ cell: { row: 0, column: 0 } }) };
}

const tabStops = (terms: readonly HTMLElement[]) =>
  terms.flatMap((term, index) => (term.tabIndex === 0 ? [index] : []));
const focusIn = (terms: readonly HTMLElement[]) => terms.findIndex((term) => term === document.activeElement);

describe('the text of an equation', () => {
  it('is one line with every product and the total', async () => {
    const { math, to } = await show(SMALL, 1);
    expect(math()).toBe('1×1 + (−2)×2 + 0×(−1) + 5×1 = 2');
    await to(2);
    expect(math()).toBe('(−2)×1 + 3×2 + 5×(−1) + (1/3)×1 = −2/3');
  });

  it('grows with the products that are done', async () => {
    const { math, terms, to } = await show(SMALL, 2, 'product');
    expect(math()).toBe('1×1 + (−2)×2 = −3');
    expect(terms().map((term) => term.textContent.trim())).toEqual(['1×1', '(−2)×2']);
    await to(4);
    expect(math()).toBe('1×1 + (−2)×2 + 0×(−1) + 5×1 = 2');
    expect(terms()).toHaveLength(4);
  });

  it('is not there before the first step', async () => {
    const { root, terms, math } = await show(SMALL, 0);
    expect(math()).toBeUndefined();
    expect(terms()).toEqual([]);
    expect(root.querySelector('[role=group]')?.textContent).toContain('Press Forward');
  });

  it('is made ready before the first step, and nobody sees or reaches it', async () => {
    const { terms, math, show: first } = await showAhead();
    expect(terms().map((term) => getComputedStyle(term).visibility)).toEqual(Array(4).fill('hidden'));
    expect(math()).toBeUndefined();
    const made = terms();
    await first();
    expect(terms()).toEqual(made);
    expect(terms().map((term) => getComputedStyle(term).visibility)).toEqual(Array(4).fill('visible'));
  });

  it('is in a group with a name, and says which cell it is of', async () => {
    const { root } = await show(SMALL, 2);
    expect(root.querySelector('[role=group]')?.getAttribute('aria-label')).toBe('Equation');
    expect(root.textContent).toContain('row 1, column 2');
  });
});

describe('the terms of an equation', () => {
  it('are one tab stop, and arrows, Home and End go through them', async () => {
    const { terms } = await show(SMALL, 1);
    expect(tabStops(terms())).toEqual([0]);
    terms()[0]?.focus();
    const moves: [key: string, to: number][] = [
      ['{ArrowRight}', 1],
      ['{ArrowRight}', 2],
      ['{ArrowLeft}', 1],
      ['{End}', 3],
      ['{ArrowRight}', 3],
      ['{Home}', 0],
      ['{ArrowLeft}', 0]
    ];
    for (const [key, to] of moves) {
      await userEvent.keyboard(key);
      expect(focusIn(terms())).toBe(to);
      expect(tabStops(terms())).toEqual([to]);
    }
  });

  it('leave keys with a modifier to the browser', async () => {
    const { terms } = await show(SMALL, 1);
    terms()[0]?.focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(focusIn(terms())).toBe(0);
  });

  it('keep a tab stop when there are fewer of them', async () => {
    const { terms, to } = await show(SMALL, 4, 'product');
    terms()[3]?.focus();
    await tick();
    expect(tabStops(terms())).toEqual([3]);
    await to(2);
    expect(tabStops(terms())).toEqual([1]);
  });

  it('are pointed at by the focus', async () => {
    const { terms } = await show(SMALL, 1);
    terms()[2]?.focus();
    expect(pointing.target).toEqual({ kind: 'term', index: 2 });
    terms()[2]?.blur();
    expect(pointing.target).toBeNull();
  });

  it('are pointed at by a mouse or a pen, not by a finger', async () => {
    const { root, terms } = await show(SMALL, 1);
    const enter = (pointerType: string) =>
      terms()[1]?.dispatchEvent(new PointerEvent('pointerover', { pointerType, bubbles: true }));
    enter('touch');
    expect(pointing.hovered).toBeNull();
    enter('mouse');
    expect(pointing.hovered).toEqual({ kind: 'term', index: 1 });
    root
      .querySelector('[role=group]')
      ?.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(pointing.hovered).toBeNull();
  });

  it('are held by a press, one at a time, and released by another', async () => {
    const { terms } = await show(SMALL, 1);
    const held = () => terms().flatMap((term, index) => (term.ariaPressed === 'true' ? [index] : []));
    for (const [press, after] of [
      [1, [1]],
      [3, [3]],
      [3, []]
    ] as const) {
      terms()[press]?.click();
      await tick();
      expect(held()).toEqual(after);
      expect(pointing.held).toEqual(after[0] === undefined ? null : { kind: 'term', index: after[0] });
    }
  });
});

describe('an equation of more than twelve terms', () => {
  it('stands in one row for each row of the kernel, with partial sums that add up', async () => {
    const { root, terms, trace } = await show(LARGE, 1);
    const lines = [...root.querySelectorAll('.line')].map((line) => line.textContent.replace(/\s+/g, ''));
    expect(lines).toEqual([
      '1×1+2×0+3×1+4×2=12',
      '1×2+2×0+3×1+4×2=13',
      '1×3+2×0+3×1+4×2=14',
      '1×4+2×0+3×1+4×2=15',
      '12+13+14+15=54'
    ]);
    expect(trace.step(1).total.toFraction()).toBe('54');
    expect(terms()).toHaveLength(16);
    expect(terms().map((term) => term.dataset['term'])).toEqual([...Array(16).keys()].map(String));
  });

  it('stays one tab stop over all its rows', async () => {
    const { terms } = await show(LARGE, 1);
    terms()[3]?.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(focusIn(terms())).toBe(4);
    await userEvent.keyboard('{End}');
    expect(focusIn(terms())).toBe(15);
    expect(tabStops(terms())).toEqual([15]);
  });
});

describe('the box of an equation', () => {
  it.each([
    ['of four terms', SMALL],
    ['of sixteen', LARGE]
  ])('%s has the same height at every step', async (_, settings) => {
    for (const grain of ['cell', 'product'] as const) {
      const { root, to, trace } = await show(settings, 0, grain);
      const before = root.getBoundingClientRect().height;
      expect(before).toBeGreaterThan(40);
      for (let step = 1; step <= trace.length; step++) {
        await to(step);
        expect(root.getBoundingClientRect().height).toBe(before);
      }
    }
  });
});
