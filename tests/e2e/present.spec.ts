import type { BrowserContext, Page } from '@playwright/test';
import { LESSONS } from '../data/lessons';
import { findings } from './accessibility';
import { expect, Lesson, test, type Language } from './lesson';
import { readLesson } from './present-sizes';

/** One window of a lesson in front of a class. */
class Projected {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(query = '', language: Language = 'en', slug = 'convolution'): Promise<this> {
    await this.page.goto(`/${language}/present/${slug}/${query}`);
    return this.ready();
  }

  async ready(): Promise<this> {
    await expect(this.page.locator('[data-canvas]').first()).toBeVisible();
    return this;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Where the lesson is, in the window's own words. */
  get position() {
    return this.page.locator('.position b').first();
  }

  get caption() {
    return this.page.locator('.caption .words').first();
  }

  async expectAt(step: number, length = 16): Promise<void> {
    await expect(this.position).toHaveText(`${step} / ${length}`);
  }
}

/** The speaker's window, opened by its key. */
async function openSpeaker(context: BrowserContext, audience: Projected): Promise<Projected> {
  const [page] = await Promise.all([context.waitForEvent('page'), audience.press('s')]);
  return new Projected(page).ready();
}

const QUESTION = 'What will the next cell';
const STEP_7 = '?scene=six-by-six&step=7';

test.describe('the run through a lesson', () => {
  test('is entered from the lesson at its step, and left to it', async ({ lesson, page }) => {
    await lesson.open('?scene=six-by-six&step=5');
    await page.getByRole('link', { name: 'Projection' }).click();
    const audience = await new Projected(page).ready();
    await audience.expectAt(5);
    await audience.press('PageDown');
    // With nothing to put away Esc shows the way back, and does not go it.
    await audience.press('Escape');
    await audience.expectAt(6);
    const back = page.getByRole('link', { name: 'Back to the lesson' });
    await expect(back).toBeFocused();
    await audience.press('Enter');
    await lesson.awake();
    await lesson.expectStep(6, 16);
  });

  test('stops at a question, and the next key reveals the answer', async ({ page }) => {
    const audience = await new Projected(page).open('?scene=six-by-six&step=6');
    await audience.press('PageDown');
    await audience.expectAt(7);
    await expect(audience.caption).not.toContainText(QUESTION);
    await audience.press('PageDown');
    await audience.expectAt(7);
    await expect(audience.caption).toContainText(QUESTION);
    const map = new Lesson(page);
    await expect(map.cell('Feature map', [2, 4])).toHaveText('?');
    await audience.press('PageDown');
    await audience.expectAt(8);
    await expect(map.cell('Feature map', [2, 4])).toHaveText('0');
    await audience.press('PageUp');
    await expect(audience.caption).toContainText(QUESTION);
    await audience.press('PageUp');
    await expect(audience.caption).not.toContainText(QUESTION);
    await audience.expectAt(7);
  });

  test('keeps its place through whatever a clicker sends', async ({ page }) => {
    const audience = await new Projected(page).open(STEP_7);
    await audience.press('PageDown', '.');
    const black = page.getByRole('img', { name: 'The screen is black' });
    await expect(black).toBeVisible();
    await audience.press('Escape');
    await expect(black).toHaveCount(0);
    await audience.press('b', 'PageDown');
    await expect(black).toHaveCount(0);
    await expect(audience.caption).toContainText(QUESTION);
    await audience.press('Escape');
    // What F5 does in a browser.
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { code: 'F5', key: 'F5' })));
    await page.reload();
    await audience.ready();
    await audience.expectAt(7);
    await expect(audience.caption).toContainText(QUESTION);
    // From the last step into the next scene, and back to where it was left.
    await audience.press('End', 'PageDown');
    await audience.expectAt(0, 36);
    await audience.press('PageUp');
    await audience.expectAt(16);
  });

  test('goes by a finger, and where one asks it to', async ({ page }) => {
    const audience = await new Projected(page).open(STEP_7);
    const tap = (x: number) =>
      page.evaluate((at) => {
        const target = document.elementFromPoint(at, 500);
        for (const type of ['pointerdown', 'pointerup']) {
          const init = { pointerType: 'touch', clientX: at, clientY: 500, bubbles: true };
          target?.dispatchEvent(new PointerEvent(type, init));
        }
      }, x);
    await tap(200);
    await audience.expectAt(6);
    await tap(1100);
    await audience.expectAt(7);
    await audience.press('g');
    await page.getByRole('spinbutton').fill('3');
    await audience.press('Enter');
    await audience.expectAt(3);
  });

  test('says what of a link cannot be shown, and shows the nearest', async ({ page }) => {
    const audience = await new Projected(page).open('?scene=six-by-six&step=99');
    await audience.expectAt(16);
    await expect(page.locator('.notice')).toContainText('16');
    await audience.open('?scene=nowhere&step=2');
    await audience.expectAt(0);
    await expect(page.locator('.notice')).toBeVisible();
    await audience.press('PageDown');
    await expect(page.locator('.notice')).toHaveCount(0);
  });

  test('lets numbers be changed, and brings the lesson’s back', async ({ page }) => {
    const audience = await new Projected(page).open('?scene=your-own&step=9');
    const stage = new Lesson(page);
    await audience.press('e');
    await stage.type('Input', [1, 1], '5');
    await expect(stage.cell('Input', [1, 1])).toHaveText('5');
    await expect(page).toHaveURL(/input=/);
    await stage.cell('Input', [1, 1]).blur();
    await audience.press('r', 'e');
    await expect(stage.cell('Input', [1, 1])).toHaveText('3');
    await expect(page).not.toHaveURL(/input=/);
  });
});

test('a part is enlarged and the contrast is raised by one key each, and back', async ({ page }) => {
  const audience = await new Projected(page).open(STEP_7);
  const cell = new Lesson(page).cell('Input', [3, 4]);
  const before = await cell.boundingBox();
  await page.mouse.move((before?.x ?? 0) + 5, (before?.y ?? 0) + 5);
  await audience.press('z', 'h');
  const after = await cell.boundingBox();
  expect(after?.width).toBeCloseTo(2 * (before?.width ?? 0), 0);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast');
  await audience.press('z', 'c');
  expect(await cell.boundingBox()).toEqual(before);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test.describe('two windows', () => {
  test('are driven by either, and black is for the class alone', async ({ page, context }) => {
    const audience = await new Projected(page).open(STEP_7);
    const speaker = await openSpeaker(context, audience);
    await speaker.expectAt(7);
    await expect(speaker.page.getByText('1 audience window')).toBeVisible();
    await audience.press('PageDown');
    await expect(speaker.page.getByText('Answer: 0')).toBeVisible();
    await speaker.press('PageDown');
    await audience.expectAt(8);
    await speaker.press('b');
    await expect(page.getByRole('img', { name: 'The screen is black' })).toBeVisible();
    await speaker.press('PageDown');
    await audience.expectAt(9);
    await speaker.press('b');
    // The next step is on show before it is the class's turn.
    await expect(speaker.page.getByRole('region', { name: 'Next' }).locator('.position b')).toHaveText(
      '10 / 16'
    );
    await speaker.page.getByRole('button', { name: /^12 / }).click();
    await audience.expectAt(12);
  });

  test('find each other again within two seconds, with nothing lost', async ({ page, context }) => {
    const audience = await new Projected(page).open(STEP_7);
    const speaker = await openSpeaker(context, audience);
    await speaker.press('ArrowRight', 'ArrowRight');
    await audience.expectAt(8);
    await page.reload();
    await audience.ready();
    await audience.expectAt(8);
    await expect(speaker.page.getByText('1 audience window')).toBeVisible({ timeout: 2000 });
    const timer = speaker.page.getByRole('timer');
    await expect(timer).not.toHaveText('0:00');
    await speaker.page.reload();
    await speaker.ready();
    await speaker.expectAt(8);
    await expect(timer).not.toHaveText('0:00');
    await page.close();
    await expect(speaker.page.getByText('No audience window yet.')).toBeVisible({ timeout: 2000 });
    await speaker.press('ArrowRight');
    // Opened anew at an older place, and a second one without any: both come to where the speaker is.
    const again = await new Projected(await context.newPage()).open(STEP_7);
    await again.expectAt(9);
    const second = await new Projected(await context.newPage()).open();
    await second.expectAt(9);
    await second.press('ArrowRight');
    await again.expectAt(10);
    await speaker.expectAt(10);
    await expect(speaker.page.getByText('2 audience windows')).toBeVisible({ timeout: 2000 });
  });

  test('wait for each other: a speaker’s window that is opened first says so', async ({ page, context }) => {
    await page.goto('/en/present/convolution/speaker/');
    const speaker = await new Projected(page).ready();
    await expect(page.getByText('No audience window yet.')).toBeVisible();
    await speaker.press('ArrowRight', 'ArrowRight', 'ArrowRight');
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Open it' }).click()
    ]);
    const audience = await new Projected(opened).ready();
    await audience.expectAt(3);
    await audience.press('p');
    await speaker.expectAt(7);
  });

  test('draw and point together; a stroke belongs to its step', async ({ page, context }) => {
    const audience = await new Projected(page).open(STEP_7);
    const speaker = await openSpeaker(context, audience);
    await page.bringToFront();
    await audience.press('d');
    await page.mouse.move(300, 200);
    await page.mouse.down();
    await page.mouse.move(400, 260, { steps: 5 });
    await page.mouse.up();
    const strokes = (one: Projected) => one.page.locator('.layer').first().locator('path');
    await expect(strokes(audience)).toHaveCount(1);
    await expect(strokes(speaker)).toHaveCount(1);
    await audience.press('ArrowLeft');
    await expect(strokes(audience)).toHaveCount(0);
    await page.reload();
    await audience.ready();
    await audience.press('ArrowRight');
    await expect(strokes(audience)).toHaveCount(1);
    await speaker.page.bringToFront();
    await speaker.press('l');
    await speaker.page.mouse.move(300, 200);
    await expect(page.locator('.point')).toHaveCount(1);
    await speaker.press('Escape', 'x');
    await expect(strokes(audience)).toHaveCount(0);
    await expect(page.locator('.point')).toHaveCount(0);
  });

  test('a stroke lies over the same cells in a window of another shape', async ({ page }) => {
    const audience = await new Projected(page).open(STEP_7);
    const cell = new Lesson(page).cell('Feature map', [2, 3]);
    const stroke = page.locator('.layer path');
    const middle = async (part: typeof cell) => {
      const { x, y, width, height } = (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      return { x: x + width / 2, y: y + height / 2, width };
    };
    for (const [width, height] of [
      [1440, 1080],
      [1920, 1080]
    ] as const) {
      await page.setViewportSize({ width, height });
      const { x, y, width: side } = await middle(cell);
      if (width === 1440) {
        await audience.press('d');
        await page.mouse.move(x - side / 4, y);
        await page.mouse.down();
        await page.mouse.move(x + side / 4, y, { steps: 5 });
        await page.mouse.up();
      }
      await expect(stroke).toHaveCount(1);
      await expect
        .poll(async () => {
          const [drawn, there] = [await middle(stroke), await middle(cell)];
          return Math.hypot(drawn.x - there.x, drawn.y - there.y) < there.width / 8;
        })
        .toBe(true);
    }
  });

  test('a browser that blocks the speaker’s is told how not to, and offered a link', async ({
    page,
    context
  }) => {
    await page.addInitScript(() => (window.open = () => null));
    const audience = await new Projected(page).open(STEP_7);
    await audience.press('s');
    await expect(page.getByRole('alert')).toContainText('pop-ups');
    const link = page.getByRole('link', { name: 'Open the speaker window' });
    const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await (await new Projected(opened).ready()).expectAt(7);
  });
});

test.describe('a page for the printer', () => {
  test('has a page for each step or scene, and notes on request', async ({ page }) => {
    const scenes = LESSONS.find(({ slug }) => slug === 'convolution')?.scenes ?? [];
    const steps = scenes.reduce((sum, { length }) => sum + length + 1, 0);
    await page.goto('/en/present/convolution/?print=scenes&notes');
    await expect(page.locator('.page')).toHaveCount(scenes.length);
    await expect(page.locator('.notes')).toHaveCount(scenes.length);
    const sheets = async () =>
      (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g);
    expect(await sheets()).toHaveLength(scenes.length);
    await page.goto('/en/present/convolution/?print=steps');
    await expect(page.locator('.page')).toHaveCount(steps);
    await expect(page.locator('.notes')).toHaveCount(0);
  });
});

test.describe('everything can be read from the last row, at every step', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  const SHAPES = [
    ['16:9', { width: 1920, height: 1080 }],
    ['4:3', { width: 1440, height: 1080 }]
  ] as const;

  for (const [row, { slug }] of LESSONS.entries()) {
    for (const [column, [shape, viewport]] of SHAPES.entries()) {
      // Each lesson once in each language.
      const language = (row + column) % 2 === 0 ? 'ko' : 'en';
      test(`${slug} at ${shape}, ${language}`, async ({ page }) => {
        await page.setViewportSize(viewport);
        await new Projected(page).open('', language, slug);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        expect(await readLesson(page)).toEqual({});
      });
    }
  }
});

test('a key that follows a dialog’s end in one breath counts', async ({ page }) => {
  const audience = await new Projected(page).open(STEP_7);
  for (const [key, dialog] of [
    ['?', page.getByRole('dialog')],
    ['q', page.getByRole('dialog').filter({ has: page.locator('svg') })],
    ['g', page.getByRole('dialog').filter({ has: page.getByRole('spinbutton') })]
  ] as const) {
    await audience.press(key);
    await expect(dialog).toBeVisible();
    // Before the browser has drawn the page without it, or moved the focus.
    await dialog.evaluate((open: HTMLDialogElement) => {
      open.close();
      window.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'ArrowRight', key: 'ArrowRight', cancelable: true })
      );
    });
    await expect(dialog).toHaveCount(0);
  }
  await audience.expectAt(9);
});

test('both windows can be used by everybody', async ({ page, context }) => {
  const audience = await new Projected(page).open(STEP_7, 'ko');
  expect(await findings(page)).toEqual([]);
  await audience.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await audience.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await audience.press('q');
  await expect(page.getByRole('dialog').locator('svg')).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await audience.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await audience.press('h');
  const speaker = await openSpeaker(context, audience);
  expect(await findings(speaker.page)).toEqual([]);
});
