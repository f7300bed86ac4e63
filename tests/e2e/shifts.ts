import type { Page } from '@playwright/test';

/**
 * Counts every layout shift from the first moment on, also those that follow an input, and tells them when they
 * add up to more than 0.00: a label that grows by a pixel when its font arrives is not what a reader calls moving.
 */
export async function watchShifts(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    let total = 0;
    const note = (list: { getEntries(): PerformanceEntry[] }) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
      })[]) {
        const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x},${y} ${width}×${height}`;
        const nodes = entry.sources.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = element ? element.className || element.tagName : 'what is gone';
          return `${name} (${place(previousRect)} -> ${place(currentRect)})`;
        });
        total += entry.value;
        shifts.push(`${entry.value.toFixed(4)} by ${nodes.join(', ')}`);
      }
    };
    const observer = new PerformanceObserver(note);
    observer.observe({ type: 'layout-shift', buffered: true });
    Object.assign(window, {
      shiftsSoFar: () => {
        note({ getEntries: () => observer.takeRecords() });
        return total < 0.005 ? [] : shifts;
      }
    });
  });
  return async () => {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    );
    return page.evaluate(() => (Reflect.get(window, 'shiftsSoFar') as () => string[])());
  };
}
