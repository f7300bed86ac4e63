import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PlaneStackTest from './PlaneStackTest.svelte';

beforeEach(() => overwriteGetLocale(() => 'en'));

const grid = (name: string) => page.getByRole('grid', { name });

/** The number that is seen in the middle of a plane's first cell. */
function seenAt(name: string): string {
  const cell = grid(name).element().querySelector('[role=gridcell]') as HTMLElement;
  const { x, y, width, height } = cell.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2)?.textContent?.trim() ?? '';
}

it('shows one plane in front, and any other when its name is pressed', async () => {
  render(PlaneStackTest);
  expect(seenAt('Red')).toBe('0');
  for (const [index, name] of ['Red', 'Green', 'Blue'].entries()) {
    await page.getByRole('button', { name }).click();
    await expect.element(page.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
    expect(seenAt(name)).toBe(`${index}`);
  }
});

it('keeps every plane where it is, and in reach of the keyboard and of assistive technology', async () => {
  render(PlaneStackTest);
  const places = () =>
    ['Red', 'Green', 'Blue'].map((name) => {
      const { x, y } = grid(name).element().getBoundingClientRect();
      return `${x},${y}`;
    });
  const before = places();
  expect(new Set(before).size).toBe(3);
  await page.getByRole('button', { name: 'Red' }).click();
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.tab();
  expect(document.activeElement?.textContent?.trim()).toBe('0');
  await userEvent.tab();
  expect(document.activeElement?.textContent?.trim()).toBe('1');
  expect(seenAt('Green')).toBe('1');
  await expect.element(page.getByRole('button', { name: 'Green' })).toHaveAttribute('aria-pressed', 'true');
  expect(places()).toEqual(before);
});
