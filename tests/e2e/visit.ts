import { expect, type Page } from '@playwright/test';

/** Kilobytes that the first visit of a page may fetch: scripts, fonts, and all but pictures. */
const SCRIPT = 120;
const FONTS = 80;
const IN_ALL = { ko: 260, en: 180 } as const;

export interface Fetched {
  readonly url: string;
  readonly type: string;
  /** Bytes on the wire, headers and all. */
  readonly bytes: number;
}

/** Loads a page with an empty cache and tells all that it fetched until it was still. */
export async function visit(page: Page, path: string): Promise<Fetched[]> {
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

export const isPicture = ({ url }: Fetched) => url.includes('/photos/');

/**
 * Holds what was fetched against what a first visit may weigh. Pictures have a budget of their own.
 *
 * @param most kilobytes of scripts and of fonts, where a page is known to have more
 */
export function expectLight(
  fetched: readonly Fetched[],
  language: keyof typeof IN_ALL,
  { script = SCRIPT, fonts: mostFonts = FONTS }: { script?: number; fonts?: number } = {}
): void {
  const scripts = fetched.filter(({ type }) => type === 'Script');
  expect(scripts.length).toBeGreaterThan(0);
  expect(kilobytes(scripts)).toBeLessThanOrEqual(script);
  const fonts = fetched.filter(({ type }) => type === 'Font');
  expect(fonts.length).toBeGreaterThan(0);
  expect(kilobytes(fonts)).toBeLessThanOrEqual(mostFonts);
  expect(kilobytes(fetched.filter((one) => !isPicture(one)))).toBeLessThanOrEqual(IN_ALL[language]);
}
