import { expect, it } from 'vitest';
import { LESSONS } from './lessons';
import { EDITABLE, type Site } from './site';

/** A picture of two pixels. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVQI12P8z8DAwMAAAAYIAQHDmmDFAAAAAElFTkSuQmCC';

/** Where a scene of some kind, with some settings, is first met. */
function sceneWith(holds: (scene: (typeof LESSONS)[number]['scenes'][number]) => boolean): string {
  const found = LESSONS.flatMap(({ slug, scenes }) =>
    scenes.filter(holds).map(({ id }) => ({ slug, id }))
  )[0];
  if (!found) throw new Error('no lesson has such a scene');
  return `en/lessons/${found.slug}/?scene=${found.id}&step=0`;
}

/** What is done with a hand, a clipboard or a file. */
export function handle(siteOf: () => Site): void {
  it('what is copied in one cell can be pasted into another', async () => {
    const site = siteOf();
    await site.open(sceneWith(({ kind, editable }) => kind === 'sliding-window' && editable === true));
    const texts = () =>
      site.driver.run((cells) => {
        const row = document.querySelector(cells)?.parentElement;
        return [...(row?.children ?? [])].map((cell) => cell.textContent.trim());
      }, EDITABLE);
    const [first] = await texts();
    await site.focus(EDITABLE);
    await site.press('F2');
    await site.driver.control('a');
    await site.driver.control('c');
    await site.press('Escape', 'ArrowRight');
    await site.driver.control('v');
    await expect.poll(async () => (await texts())[1]).toBe(first);
  });

  it('a photograph is drawn, and moves with the steps', async () => {
    const site = siteOf();
    await site.open(sceneWith(({ kind }) => kind === 'picture'));
    const look = () =>
      site.driver.run(() => {
        const [from, to] = [document.querySelector('.picture canvas'), document.createElement('canvas')];
        const context = to.getContext('2d');
        if (!(from instanceof HTMLCanvasElement) || !context) return '';
        context.drawImage(from, 0, 0, 99, 99);
        // Nothing is drawn yet where every point is clear.
        return context.getImageData(0, 0, 99, 99).data.some((value) => value > 0) ? to.toDataURL() : '';
      });
    await expect.poll(look, { timeout: 8_000 }).not.toBe('');
    const before = await look();
    await site.press('End');
    await expect.poll(look, { timeout: 8_000 }).not.toBe(before);
    const colours = await site.driver.run(() => document.querySelector('.trouble')?.textContent ?? '');
    expect(colours, 'trouble over the picture').toBe('');
    expect(await site.faults()).toEqual([]);
  });

  it('a picture of one’s own is dropped on the page', async () => {
    const site = siteOf();
    await site.open(sceneWith(({ settings }) => 'own' in settings && settings.own === true));
    await site.driver.run((base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'mine.png', { type: 'image/png' }));
      for (const name of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      }
    }, PNG);
    await site.until('the shape of the picture', () =>
      (document.querySelector('.shape')?.textContent ?? '').includes('(1, 2, 3)')
    );
    expect(await site.faults()).toEqual([]);
  });

  it('the search closes when one clicks beside it', async () => {
    const site = siteOf();
    await site.open('en/');
    await site.click('header [aria-keyshortcuts="/"]');
    await site.until('the search', () => document.querySelector('dialog[open]') !== null);
    await site.driver.click({ x: 20, y: 500 });
    await site.until('the search to close', () => document.querySelector('dialog[open]') === null);
  });

  it('a page that one comes back to has the theme that was chosen meanwhile', async () => {
    const site = siteOf();
    await site.open('en/glossary/');
    await site.open('en/');
    await site.driver.run(() => {
      const select = document.querySelector<HTMLSelectElement>('header select');
      if (select) select.value = 'dark';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await site.until('the dark theme', () => document.documentElement.dataset.theme === 'dark');
    await site.driver.run(() => history.back());
    await site.until(
      'the dark theme, chosen',
      () =>
        location.pathname === '/en/glossary/' &&
        document.documentElement.dataset.theme === 'dark' &&
        document.querySelector<HTMLSelectElement>('header select')?.value === 'dark'
    );
    await site.driver.run(() => localStorage.clear());
  });
}
