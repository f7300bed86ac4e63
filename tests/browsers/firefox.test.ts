import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Driver } from './drivers/driver';
import { startFirefox } from './drivers/firefox';
import { Site } from './site';
import { walk } from './walk';

const missing = process.env.FIREFOX_PATH === undefined;

describe.skipIf(missing)('Firefox', () =>
  walk(
    () => startFirefox(),
    (index) => (index % 2 === 0 ? 'en' : 'ko')
  )
);

describe.skipIf(missing)('Firefox that alters pixels against tracking', () => {
  let driver: Driver;
  beforeAll(async () => {
    driver = await startFirefox({ 'privacy.resistFingerprinting': true });
  });
  afterAll(() => driver.close());

  it('is named above the picture', async () => {
    const site = new Site(driver);
    await site.open('en/lessons/pixels/');
    await site.until('the sentence', () => document.querySelector('.trouble') !== null);
    const sentence = await driver.run(() => document.querySelector('.trouble')?.textContent);
    expect(sentence).toContain('alters the pixels');
  });
});
