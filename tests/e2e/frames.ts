import type { Page } from '@playwright/test';

/**
 * Looks at the page in every frame from now on, in the page itself: what moves does not wait for a test that asks from
 * outside.
 *
 * @param look runs in the page, and can use nothing but what is there; null is passed over
 * @returns tells all that was seen until then
 */
export async function recordFrames<Seen>(
  page: Page,
  look: () => Seen | null
): Promise<() => Promise<Seen[]>> {
  await page.evaluate(`(() => {
    const look = ${look.toString()};
    const seen = (window.seen = []);
    const next = () => {
      const found = look();
      if (found !== null) seen.push(found);
      requestAnimationFrame(next);
    };
    next();
  })()`);
  return () => page.evaluate(() => Reflect.get(window, 'seen') as Seen[]);
}
