import type { Page } from '@playwright/test';

// What looks for faults runs in the page, with nothing but what is there.

/** What is wrong with how a page lies in its window: what leaves it, is cut off, or lies on another. */
export function windowFaults(): string[] {
  const found: string[] = [];
  const name = (element: Element) =>
    element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
  const area = document.querySelector('.area');
  // A picture of very many cells scrolls inside its own area.
  const scrolls = area !== null && area.scrollWidth > area.clientWidth;
  const grids = [...document.querySelectorAll('[role=grid]')];
  for (const element of document.querySelectorAll('button, a.button, nav a, select, .bar > *, [role=grid]')) {
    if (!element.checkVisibility() || element.closest('.visually-hidden, .scrolls, .box')) continue;
    if (scrolls && grids.includes(element)) continue;
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > clientWidth + 1) found.push(`${name(element)} leaves the window`);
  }
  for (const button of document.querySelectorAll<HTMLElement>('button, a.button, nav a')) {
    if (!button.checkVisibility()) continue;
    if (button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 1) {
      found.push(`${name(button)} does not show all of its text`);
    }
  }
  for (const [index, one] of grids.entries()) {
    for (const other of grids.slice(index + 1)) {
      // Planes of a stack lie on one another by design; the focus brings each of them to the front.
      const stack = one.closest('[data-stack]');
      if (stack !== null && stack === other.closest('[data-stack]')) continue;
      const [first, second] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      const across = Math.min(first.right, second.right) - Math.max(first.left, second.left);
      const down = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top);
      if (across > 1 && down > 1) found.push(`${name(one)} lies on ${name(other)}`);
    }
  }
  return found;
}

/** What of the stage and the bar cannot be seen without scrolling: grids, sum and bar, or only the last two. */
export function outOfSight(selector = '[role=grid], .box, .bar'): string[] {
  const area = document.querySelector('.area')?.getBoundingClientRect();
  const parts = [...document.querySelectorAll(selector)];
  return parts
    .filter((part) => {
      // One of several filters that share a place is not there while another stands in it.
      if (!part.checkVisibility({ visibilityProperty: true })) return false;
      const { top, bottom, left, right } = part.getBoundingClientRect();
      const box = part.matches('[role=grid]') && area ? area : new DOMRect(0, 0, innerWidth, innerHeight);
      return top < box.top - 1 || left < box.left - 1 || bottom > box.bottom + 1 || right > box.right + 1;
    })
    .map((part) => `${part.getAttribute('aria-label') ?? part.className} is out of sight`);
}

/** What a finger or a shaking hand would miss: at least 24 px, in the bar 44. */
export function targetFaults(): string[] {
  const found: string[] = [];
  const targets = 'a[href], button, select, summary, input, [role=gridcell]';
  for (const element of document.querySelectorAll<HTMLElement>(targets)) {
    const target = element.closest('label') ?? element;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('.visually-hidden')) continue;
    // Pixels of a photograph are as small as they are; one is found by keys as well.
    if (Number(element.closest('[role=grid]')?.getAttribute('aria-rowcount')) > 12) continue;
    const { width, height } = target.getBoundingClientRect();
    const least = element.closest('.bar') ? 44 : 24;
    if (width < least - 0.01 || height < least - 0.01) {
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
      found.push(`${element.tagName} ${name} is ${width.toFixed(1)}×${height.toFixed(1)}`);
    }
  }
  return found;
}

/** What lies under something else, or outside the window, when the focus comes to it. */
export function coveredWhenFocused(): string[] {
  const found: string[] = [];
  const stops = 'a[href], button, select, summary, input, textarea, [role=gridcell][tabindex="0"]';
  for (const element of document.querySelectorAll<HTMLElement>(`main :is(${stops})`)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0) continue;
    element.focus();
    if (document.activeElement !== element) continue;
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const clear = top !== null && (element.contains(top) || top.contains(element));
    const field = element.closest('label');
    if (!clear && !(field && top && field.contains(top))) {
      const name = element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 40) ?? '';
      found.push(
        `${name} is covered by ${top === null ? 'the edge of the window' : top.className || top.tagName}`
      );
    }
  }
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  for (const part of document.querySelectorAll('main, main *')) part.scrollTop = 0;
  scrollTo(0, 0);
  return found;
}

/** Digits of cells and equations that are smaller than they may be, in pixels, corners under 12, and cut ones. */
export function smallDigits(smallest: number): string[] {
  const found = new Set<string>();
  const check = (element: Element, what: string, limit: number) => {
    if (!/\d/.test(element.textContent ?? '') || !element.checkVisibility()) return;
    const size = parseFloat(getComputedStyle(element).fontSize);
    if (size < limit - 0.01) found.add(`${what}: digits of ${size.toFixed(1)} px`);
  };
  for (const grid of document.querySelectorAll('[role=grid]')) {
    const name = grid.getAttribute('aria-label') ?? '';
    for (const cell of grid.querySelectorAll('[role=gridcell]')) {
      check(cell, name, smallest);
      if (cell.scrollWidth > cell.clientWidth + 1) found.add(`${name} cuts ${cell.textContent?.trim()}`);
    }
  }
  for (const corner of document.querySelectorAll('.corner')) check(corner, 'a corner', 12);
  for (const digits of document.querySelectorAll('[data-term], [role=math] ~ * b')) {
    check(digits, 'the equation', 14);
  }
  return [...found];
}

/** Whether what sticks to the window's edges takes more than half of it from what is scrolled. */
export function stuckParts(): string[] {
  let height = 0;
  for (const element of document.querySelectorAll('body *')) {
    if (!['sticky', 'fixed'].includes(getComputedStyle(element).position) || !element.checkVisibility())
      continue;
    const { top, bottom, width } = element.getBoundingClientRect();
    if (width < innerWidth / 2) continue;
    height += Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
  }
  const share = Math.round((100 * height) / innerHeight);
  return share > 50 ? [`what sticks to the window takes ${share} % of it`] : [];
}

export const faults = (page: Page): Promise<string[]> => page.evaluate(windowFaults);
export const smallTargets = (page: Page): Promise<string[]> => page.evaluate(targetFaults);
