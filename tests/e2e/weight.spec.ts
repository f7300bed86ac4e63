import type { Page } from '@playwright/test';
import { expect, test } from './lesson';

interface Fetched {
  readonly url: string;
  readonly type: string;
  /** Bytes on the wire, headers and all. */
  readonly bytes: number;
}

/** Loads a page with an empty cache and tells all that it fetched until it was still. */
async function visit(page: Page, path: string): Promise<Fetched[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const known = new Map<string, { url: string; type: string }>();
  const fetched: Fetched[] = [];
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    known.set(requestId, { url: response.url, type });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = known.get(requestId);
    if (one) fetched.push({ ...one, bytes: encodedDataLength });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return fetched;
}

const kilobytes = (fetched: readonly Fetched[]) => fetched.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

const isPicture = ({ url }: Fetched) => url.includes('/photos/');

for (const [slug, script, language, budget] of [
  ['convolution', 120, 'ko', 260],
  ['convolution', 120, 'en', 180],
  ['pixels', 120, 'ko', 260],
  ['pixels', 120, 'en', 180],
  ['why-convolution', 120, 'ko', 260],
  ['why-convolution', 120, 'en', 180],
  ['bias', 120, 'ko', 260],
  ['bias', 120, 'en', 180]
] as const) {
  test(`the first visit of ${slug} fetches at most ${script} kB of script and ${budget} kB in all (${language})`, async ({
    page,
    baseURL
  }) => {
    const fetched = await visit(page, `/${language}/lessons/${slug}/`);
    const scripts = fetched.filter(({ type }) => type === 'Script');
    expect(scripts.length).toBeGreaterThan(0);
    expect(kilobytes(scripts)).toBeLessThanOrEqual(script);
    expect(kilobytes(fetched.filter((one) => !isPicture(one)))).toBeLessThanOrEqual(budget);
    for (const picture of fetched.filter(isPicture)) expect(picture.bytes, picture.url).toBeLessThan(60_000);
    expect(new Set(fetched.map(({ url }) => new URL(url).origin))).toEqual(
      new Set([new URL(baseURL ?? '').origin])
    );
    const hangul = fetched.filter(({ url }) => /hangul/i.test(url));
    expect(hangul.length).toBe(language === 'ko' ? 1 : 0);
  });
}

// Chromium heeds the line only at the very beginning of a file: below it, functions are compiled one by one in the long
// task in which the page wakes up, and again at the first key.
test('Chromium is told to compile every script of a lesson while it arrives', async ({ page }) => {
  const scripts = (await visit(page, '/ko/lessons/convolution/')).filter(({ type }) => type === 'Script');
  expect(scripts.length).toBeGreaterThan(0);
  for (const { url } of scripts) {
    const text = await (await page.request.get(url)).text();
    expect(text.split('\n', 1)[0], url).toBe('//# allFunctionsCalledOnLoad');
  }
});

test('the reader of expressions is fetched with the first expression, not before', async ({
  page,
  lesson
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await lesson.open('?scene=your-own&step=0');
  await lesson.type('Input', [1, 1], '1/3');
  await expect(lesson.cell('Input', [1, 1])).toHaveAccessibleName('1/3');
  const before = scripts.length;
  await lesson.type('Input', [1, 1], '(1+2)/4');
  await expect(lesson.cell('Input', [1, 1])).toHaveAccessibleName('3/4');
  expect(scripts.length).toBeGreaterThan(before);
});
