import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import Scrubber from '$lib/player/Scrubber.svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

beforeEach(async () => {
  overwriteGetLocale(() => 'en');
  await page.viewport(414, 700);
});

async function show(step: number, length: number) {
  const onstep = vi.fn<(step: number) => void>();
  const screen = await render(Scrubber, { step, length, onstep });
  const root = screen.container;
  root.style.padding = '0 20px';
  const slider = root.querySelector('input') as HTMLInputElement;
  const box = (selector: string) => (root.querySelector(selector) as Element).getBoundingClientRect();
  /** What is left of the bar between its gaps, on the page. */
  function notches(): { left: number; right: number }[] {
    const drawn = root.querySelector('path')?.getAttribute('d') ?? '';
    const gaps = [...drawn.matchAll(/M([\d.]+) 5h([\d.]+)/g)].map((found) => found.slice(1).map(Number));
    const { left, width } = box('.line');
    const onPage = (percent: number) => left + (percent / 100) * width;
    const starts = [0, ...gaps.map(([from = 0, size = 0]) => from + size)];
    const ends = [...gaps.map(([from = 0]) => from), 100];
    return starts.map((start, index) => ({ left: onPage(start), right: onPage(ends[index] ?? 100) }));
  }
  /** Clicks a place of the page, given across. */
  async function click(x: number): Promise<void> {
    const { left, height } = slider.getBoundingClientRect();
    await userEvent.click(slider, { position: { x: x - left, y: height / 2 } });
  }
  const middle = ({ left, right }: { left: number; right: number }) => (left + right) / 2;
  return { screen, slider, onstep, notches, click, middle, box };
}

describe('the slider over the steps', () => {
  it('says where it is, and of how many', async () => {
    const { screen, slider } = await show(3, 16);
    await expect.element(screen.getByRole('slider', { name: 'Step', exact: true })).toBeInTheDocument();
    expect(slider.getAttribute('aria-valuetext')).toBe('3 / 16');
    expect([slider.min, slider.max, slider.value]).toEqual(['0', '16', '3']);
    await screen.rerender({ step: 16, length: 16, onstep: () => undefined });
    expect(slider.getAttribute('aria-valuetext')).toBe('16 / 16');
    expect(slider.value).toBe('16');
  });

  it('has a notch for every step', async () => {
    const { notches } = await show(0, 16);
    expect(notches()).toHaveLength(16);
  });

  it.each([2, 9, 16, 36])('goes to the notch whose middle is clicked, of %d', async (length) => {
    const { notches, click, middle, onstep } = await show(0, length);
    for (const notch of notches()) await click(middle(notch));
    const all = [...Array(length).keys()].map((index) => index + 1);
    expect(onstep.mock.calls.map(([step]) => step)).toEqual(all);
  });

  it.each([1, 2, 9])('goes to the last notch at its far right, of %d', async (length) => {
    const { click, onstep, slider } = await show(0, length);
    await click(slider.getBoundingClientRect().right - 2);
    expect(onstep.mock.calls).toEqual([[length]]);
  });

  it('stays at its track, however few steps there are', async () => {
    const { slider, box } = await show(0, 1);
    const { left, right, top, height } = box('.track');
    const isHit = (x: number) => document.elementFromPoint(x, top + height / 2) === slider;
    expect([left + 1, right - 1].map(isHit)).toEqual([true, true]);
    expect([left - 12, right + 12].map(isHit)).toEqual([false, false]);
  });

  it('goes to step 0 right before its first notch, where nothing is drawn', async () => {
    const { click, onstep, notches, box } = await show(9, 16);
    const track = box('.track');
    expect(notches()[0]?.left).toBeCloseTo(track.left, 0);
    await click(track.left - 4);
    expect(onstep.mock.calls).toEqual([[0]]);
  });

  it('goes by the keys of a slider', async () => {
    const { slider, onstep } = await show(5, 16);
    slider.focus();
    await userEvent.keyboard('{ArrowRight}{End}{Home}');
    expect(onstep.mock.calls.map(([step]) => step)).toEqual([6, 16, 0]);
  });

  it('marks the notch of the step, and fills those before it', async () => {
    const { screen, notches, middle, box } = await show(0, 16);
    expect(middle(box('.now'))).toBeLessThan(middle(notches()[0] as DOMRect));
    for (const step of [1, 7, 16]) {
      await screen.rerender({ step, length: 16, onstep: () => undefined });
      const notch = notches()[step - 1] as DOMRect;
      expect(middle(box('.now'))).toBeCloseTo(middle(notch), 0);
      expect(box('.done').right).toBeCloseTo(notch.left, 0);
    }
  });

  it('draws one bar where notches would be too thin', async () => {
    const { notches, box, middle } = await show(500, 1000);
    expect(notches()).toHaveLength(1);
    expect(middle(box('.now'))).toBeCloseTo(middle(box('.line')), 0);
  });
});
