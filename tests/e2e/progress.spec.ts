import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './lesson';
import { file, HALF, KEY } from './progress-files';

const stored = (page: Page, key = KEY) => page.evaluate((name) => localStorage.getItem(name), key);
const store = (page: Page, text: string) =>
  page.evaluate(([key, value]) => localStorage.setItem(key, value), [KEY, text] as const);
/** The lesson as it stands on the course map. */
const entry = (page: Page) => page.locator('#course a[href$="/lessons/convolution/"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const said = (page: Page) => page.getByRole('status');

async function choose(page: Page, text: string | Buffer, name = 'progress.json'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Import from a file').click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test.describe('the course map', () => {
  test('shows how far a lesson has come, in both languages', async ({ page, lesson }) => {
    await page.goto('/en/');
    await expect(entry(page)).toHaveAccessibleName(/Not begun: 0 of 5 scenes finished/);
    await expect(page.getByRole('link', { name: /Continue/ })).toHaveCount(0);
    await lesson.open();
    await lesson.press('End', 'ArrowDown', 'ArrowRight', 'ArrowRight');
    await lesson.expectStep(2, 36);
    await page.getByRole('link', { name: 'Course map' }).click();
    await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5 scenes finished/);
    await expect(entry(page)).toContainText('1 / 5 scenes');
    await page.getByRole('link', { name: '한국어' }).click();
    await expect(entry(page)).toHaveAccessibleName(/장면 5개 가운데 1개를 마쳤습니다/);
    await expect(entry(page)).toContainText('1 / 5 장면');
  });

  test('leads back to lesson, scene and step, with the numbers and the detail that were seen', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=your-own&step=3&kernel=1,-1');
    await lesson.press('2', 'ArrowRight');
    const picture = await lesson.picture();
    await page.goto('/en/');
    const link = page.getByRole('link', { name: /Continue where you left off/ });
    await expect(link).toContainText('Lesson 3, Convolution · scene 3');
    await link.click();
    await lesson.awake();
    await expect.poll(() => lesson.picture()).toEqual(picture);
  });

  test('counts a lesson as done when all its scenes were followed to the end', async ({ page, lesson }) => {
    await lesson.open();
    await lesson.press('End', 'ArrowDown', 'End', 'ArrowDown');
    // What writes is fetched with the first step.
    await expect.poll(() => stored(page)).not.toBeNull();
    await lesson.press('End', 'ArrowDown', 'End', 'ArrowDown', 'End');
    await lesson.expectStep(6, 6);
    // The page is left at once: what was seen is written while it goes.
    await page.goto('/en/');
    await expect(entry(page)).toHaveAccessibleName(/All scenes finished/);
    await expect(entry(page)).toContainText('✓ Done');
  });

  test('keeps the furthest step when a learner goes back, and takes no look at a lesson for a beginning', async ({
    page,
    lesson
  }) => {
    await lesson.open();
    await page.goto('/en/');
    await expect(entry(page)).toHaveAccessibleName(/Not begun/);
    expect(await stored(page)).toBeNull();
    await lesson.open();
    await lesson.press('End', 'Home');
    await lesson.expectStep(0, 16);
    await expect.poll(() => stored(page)).not.toBeNull();
    await page.goto('/en/');
    await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5/);
    await expect(page.getByRole('link', { name: /Continue/ })).toContainText('scene 1, step 0');
  });

  test('knows what became of predictions', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=6');
    await lesson.press('PageDown');
    await lesson.question.fill('0');
    await lesson.question.press('Enter');
    await lesson.expectStep(8, 16);
    await lesson.press('ArrowDown');
    for (let step = 0; step < 10; step++) await lesson.press('PageDown');
    await lesson.expectStep(10, 36);
    await expect
      .poll(async () => JSON.parse((await stored(page)) ?? '{}').scenes)
      .toMatchObject({
        'convolution/six-by-six': { step: 8, length: 16, outcomes: { 8: 'correct' } },
        'convolution/four-by-four': { step: 10, length: 36, outcomes: { 2: 'skipped' } }
      });
  });

  test('hears what another tab has reached, and what it has forgotten', async ({ page, context }) => {
    await page.goto('/en/');
    const other = await context.newPage();
    await other.goto('/en/lessons/convolution/?scene=six-by-six&step=16');
    await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5/);
    await button(page, 'Forget progress').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Forget progress' }).click();
    await other.goto('/en/');
    await expect(entry(other)).toHaveAccessibleName(/Not begun/);
  });
});

test('progress leaves as a file, is forgotten, and returns from the file', async ({ page }) => {
  await page.clock.setFixedTime(new Date('2031-03-04T12:00:00'));
  await page.goto('/en/');
  await store(page, HALF);
  await page.reload();
  await expect(entry(page)).toHaveAccessibleName(/Begun: 2 of 5/);
  const download = page.waitForEvent('download');
  await button(page, 'Export to a file').click();
  expect((await download).suggestedFilename()).toBe('stride-progress-2031-03-04.json');
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(HALF));
  await expect(said(page)).toHaveText('Exported as stride-progress-2031-03-04.json.');

  await button(page, 'Forget progress').click();
  const dialog = page.getByRole('dialog', { name: 'Forget your progress?' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(entry(page)).toHaveAccessibleName(/Begun: 2 of 5/);
  await button(page, 'Forget progress').click();
  await dialog.getByRole('button', { name: 'Forget progress' }).click();
  await expect(entry(page)).toHaveAccessibleName(/Not begun/);
  expect(await stored(page)).toBeNull();
  await expect(button(page, 'Forget progress')).toBeFocused();

  // Merged with what is there by now: of each scene the furthest step.
  await store(page, file({ 'four-by-four': { step: 36, length: 36 }, 'your-own': { step: 1, length: 9 } }));
  await page.reload();
  await choose(page, text);
  await expect(entry(page)).toHaveAccessibleName(/Begun: 3 of 5/);
  await expect(said(page)).toHaveText(/merged/);
  await choose(page, text);
  await expect(said(page)).toHaveText(/nothing new/);
});

test('a file that cannot be taken is told apart, and changes nothing', async ({ page }) => {
  await page.goto('/en/');
  await store(page, HALF);
  await page.reload();
  for (const [text, sentence] of [
    ['', /not a JSON file/],
    ['{"format":"stride-progress"', /not a JSON file/],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /not a JSON file/],
    ['[1, 2, 3]', /other than Stride progress/],
    [HALF.replace('"step":16', '"step":-16'), /damaged/],
    [file({}, { version: 2 }), /newer version/],
    [`${HALF}${' '.repeat(1_000_001)}`, /larger than 1 MB/]
  ] as const) {
    await choose(page, text);
    await expect(said(page)).toHaveText(sentence);
    await expect(said(page)).toHaveText(/nothing was changed/);
    expect(await stored(page)).toBe(HALF);
  }
  await expect(entry(page)).toHaveAccessibleName(/Begun: 2 of 5/);
});

test.describe('a store that cannot be read', () => {
  for (const [name, text, sentence] of [
    ['broken', '{"format":"stride-prog', /could not be read/],
    ['newer', '{"format":"stride-progress","version":2,"more":1}', /newer version/]
  ] as const) {
    test(`is set aside, and can be downloaded and discarded (${name})`, async ({ page, lesson }) => {
      await page.goto('/en/');
      await store(page, text);
      // A lesson finds it first.
      await lesson.open('?scene=six-by-six&step=16');
      await expect.poll(() => stored(page, `${KEY}-set-aside-1`)).toBe(text);
      await page.goto('/en/');
      await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5/);
      const note = page.locator('.set-aside');
      await expect(note).toHaveText(sentence);
      const download = page.waitForEvent('download');
      await note.getByRole('button', { name: 'Download' }).click();
      expect(readFileSync(await (await download).path(), 'utf8')).toBe(text);
      await page.reload();
      await note.getByRole('button', { name: 'Discard' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
      await expect(note).toHaveCount(0);
      expect(await stored(page, `${KEY}-set-aside-1`)).toBeNull();
      await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5/);
    });
  }
});

test.describe('where nothing can be stored', () => {
  for (const [name, close] of [
    [
      'refused',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('The operation is insecure.', 'SecurityError');
          }
        })
    ],
    [
      'full',
      () => {
        Storage.prototype.setItem = () => {
          throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
        };
      }
    ]
  ] as const) {
    test(`progress lives as long as the page, which says so once (${name})`, async ({ page, lesson }) => {
      await page.addInitScript(close);
      await page.goto('/en/');
      await expect(page.getByText('cannot store your progress')).toHaveCount(1);
      await entry(page).click();
      await lesson.awake();
      await lesson.press('End', 'ArrowRight', 'ArrowRight');
      await lesson.expectStep(1, 36);
      await page.getByRole('link', { name: 'Course map' }).click();
      await expect(entry(page)).toHaveAccessibleName(/Begun: 1 of 5/);
      await expect(page.getByRole('link', { name: /Continue/ })).toContainText('scene 2, step 1');
      const download = page.waitForEvent('download');
      await button(page, 'Export to a file').click();
      expect(readFileSync(await (await download).path(), 'utf8')).toContain('convolution/six-by-six');
      await choose(page, HALF);
      await expect(entry(page)).toHaveAccessibleName(/Begun: 2 of 5/);
    });
  }
});

test('the lessons are a chain: each leads to the next one and back', async ({ page }) => {
  await page.goto('/en/');
  const addresses = await page
    .locator('#course li a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  for (const [index, address] of addresses.entries()) {
    await page.goto(address);
    for (const [name, neighbour] of [
      ['Previous lesson', addresses[index - 1]],
      ['Next lesson', addresses[index + 1]]
    ] as const) {
      const link = page.getByRole('link', { name });
      if (neighbour) await expect(link).toHaveJSProperty('href', neighbour);
      else await expect(link).toHaveCount(0);
    }
  }
});

test('progress is written after the last of several steps, never while a key is pressed', async ({
  page,
  lesson
}) => {
  await page.addInitScript(() => {
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (key: string, text: string) {
      // Within the work of a key press there is an event.
      if (key === 'stride-progress') seen.push(window.event?.type.startsWith('key') === true);
      setItem.call(this, key, text);
    };
  });
  await lesson.open();
  for (let step = 0; step < 5; step++) await lesson.press('ArrowRight');
  await expect.poll(() => stored(page)).toMatch(/"step":5/);
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as boolean[]);
  expect(seen).not.toContain(true);
  expect(seen.length).toBeLessThan(5);
});
