import type { Page } from '@playwright/test';

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

export const kilobytes = (fetched: readonly Fetched[]) =>
  fetched.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
