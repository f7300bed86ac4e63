import { recordFrames } from './frames';
import { expect, test, type Language, type Lesson } from './lesson';

test.use({ slug: 'pixels' });

const NAMES = {
  en: {
    image: 'Image',
    planes: ['Red channel', 'Green channel', 'Blue channel'],
    row: 'Row',
    column: 'Column',
    own: 'Your picture',
    choose: 'Choose a picture',
    stays: 'Pictures never leave this device.'
  },
  ko: {
    image: '이미지',
    planes: ['빨강 채널', '초록 채널', '파랑 채널'],
    row: '행',
    column: '열',
    own: '내 사진',
    choose: '사진 고르기',
    stays: '사진은 이 기기 밖으로 나가지 않습니다.'
  }
} as const;

const canvas = (lesson: Lesson) => lesson.page.locator('canvas');
const IMAGE = [
  ['R 255, G 0, B 0', 'R 0, G 255, B 0', 'R 0, G 0, B 255', 'R 255, G 255, B 255'],
  ['R 255, G 255, B 0', 'R 0, G 255, B 255', 'R 255, G 0, B 255', 'R 0, G 0, B 0']
];

for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });
    const names = NAMES[language];

    test('every number of the small image can be read without seeing it', async ({ lesson }) => {
      await lesson.open('?scene=four-by-four-image&step=3');
      expect((await lesson.values(names.image)).slice(0, 2)).toEqual(IMAGE);
      const planes = await Promise.all(names.planes.map((name) => lesson.values(name)));
      for (const [row, pixels] of IMAGE.entries()) {
        for (const [column, pixel] of pixels.entries()) {
          const [red, green, blue] = planes.map((plane) => plane[row]?.[column]);
          expect(`R ${red}, G ${green}, B ${blue}`).toBe(pixel);
        }
      }
    });

    test('how many numbers it holds is asked first, and hidden until it is answered', async ({
      lesson,
      page
    }) => {
      await lesson.open('?scene=four-by-four-image&step=2');
      await lesson.press('PageDown');
      await expect(lesson.question).toBeVisible();
      await expect(page.locator('.stage')).not.toContainText('48');
      await lesson.question.fill('16');
      await lesson.question.press('Enter');
      await expect(lesson.question).toHaveAttribute('aria-invalid', 'true');
      await lesson.question.press('Enter');
      await lesson.expectEquations(['4×4×3 = 48']);
      await expect(page.locator('.outcome')).toContainText('48');
    });

    test('a picture of one’s own is taken from a file, and stays here', async ({ lesson, page }) => {
      await lesson.open('?scene=own-picture&step=0');
      await expect(page.getByText(names.stays).first()).toBeVisible();
      const png =
        'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVQI12P8z8DAwMAAAAYIAQHDmmDFAAAAAElFTkSuQmCC';
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        lesson.button(names.choose).click()
      ]);
      await chooser.setFiles({ name: 'mine.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
      await expect(canvas(lesson)).toHaveAttribute('aria-label', new RegExp(`^${names.own}`));
      await expect(page.locator('.shape')).toContainText('(1, 2, 3)');
      await chooser.setFiles({ name: 'not.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
      await expect(page.locator('.told.problem')).not.toBeEmpty();
      await expect(page.locator('.shape')).toContainText('(1, 2, 3)');
      // Nobody else is named for it, and it is still there after another scene.
      await expect(page.getByText('CC0')).toBeHidden();
      await lesson.press('ArrowUp', 'ArrowDown');
      await expect(page.locator('.shape')).toContainText('(1, 2, 3)');
    });
  });
}

test('a pixel of the photograph can be asked for by its place', async ({ lesson, page }) => {
  await lesson.open('?scene=photograph&step=4');
  const { row, column } = NAMES.en;
  await page.getByRole('spinbutton', { name: row }).fill('109');
  await page.getByRole('spinbutton', { name: column }).fill('170');
  await page.getByRole('spinbutton', { name: column }).press('Enter');
  await expect(page.locator('output')).toHaveText(/^Row 109, column 170: grey \d+ \(R \d+, G \d+, B \d+\)$/);
});

test('the eye is dark, and the light in it bright', async ({ lesson, page }) => {
  await lesson.open('?scene=photograph&step=4');
  const greyAt = async (row: number, column: number) => {
    await page.getByRole('spinbutton', { name: 'Row' }).fill(`${row}`);
    await page.getByRole('spinbutton', { name: 'Column' }).fill(`${column}`);
    await page.getByRole('spinbutton', { name: 'Column' }).press('Enter');
    await expect(page.locator('output')).toContainText(`Row ${row}, column ${column}:`);
    return Number(/grey (\d+)/.exec((await page.locator('output').textContent()) ?? '')?.[1]);
  };
  expect(await greyAt(110, 170)).toBeLessThan(30);
  expect(await greyAt(102, 170)).toBeGreaterThan(120);
});

test('the nose has more than twice as much red as green or blue', async ({ lesson, page }) => {
  await lesson.open('?scene=colour-planes&step=4');
  await page.getByRole('spinbutton', { name: 'Row' }).fill('246');
  await page.getByRole('spinbutton', { name: 'Column' }).fill('264');
  await page.getByRole('spinbutton', { name: 'Column' }).press('Enter');
  await expect(page.locator('output')).toContainText('Row 246, column 264:');
  const [red = 0, green = 0, blue = 0] = (
    /R (\d+), G (\d+), B (\d+)/.exec((await page.locator('output').textContent()) ?? '') ?? []
  )
    .slice(1)
    .map(Number);
  expect(Math.max(green, blue) * 2).toBeLessThan(red);
});

test('numbers of the small image are changed, badly and well, and travel in the link', async ({
  lesson,
  page
}) => {
  await lesson.open('?scene=four-by-four-image&step=3');
  await lesson.type('Red channel', [2, 4], '256');
  await expect(lesson.notice).toContainText('256');
  await expect(lesson.cell('Red channel', [2, 4])).toHaveText('0');
  await lesson.type('Red channel', [2, 4], '255');
  await expect(lesson.cell('Image', [2, 4])).toHaveAttribute('aria-label', 'R 255, G 0, B 0');
  await expect(page).toHaveURL(/red=/);
  await page.reload();
  await lesson.awake();
  await expect(lesson.cell('Image', [2, 4])).toHaveAttribute('aria-label', 'R 255, G 0, B 0');
  await lesson.button('grey 128').click();
  await expect(lesson.cell('Image', [1, 1])).toHaveAttribute('aria-label', 'R 128, G 128, B 128');
  await lesson.button('Reset').click();
  await expect(lesson.cell('Image', [1, 1])).toHaveAttribute('aria-label', 'R 255, G 0, B 0');
});

test('a broken link says what could not be used', async ({ lesson }) => {
  await lesson.open('?scene=four-by-four-image&step=2&red=1,2;3&grain=product');
  await expect(lesson.notice).toBeVisible();
  await lesson.expectStep(2, 4);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('a plane comes off the image and goes to its place, all of it to be seen', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=four-by-four-image&step=1');
    const leftOf = (name: string) => lesson.grid(name).evaluate((grid) => grid.getBoundingClientRect().left);
    const [image, end] = [await leftOf('Image'), await leftOf('Green channel')];
    await lesson.choose('Speed', '0.5');
    const seen = await recordFrames(page, () => {
      const grid = document.querySelector('[role=grid][aria-label^="Green channel"]');
      if (!grid || document.querySelector('.bed') === null) return null;
      return { left: grid.getBoundingClientRect().left, opacity: Number(getComputedStyle(grid).opacity) };
    });
    await lesson.press('ArrowRight');
    await expect(page.locator('.bed')).toHaveCount(1);
    await expect(page.locator('.bed')).toHaveCount(0);
    const moments = await seen();
    const lefts = moments.map(({ left }) => left);
    expect(lefts).toEqual([...lefts].sort((left, right) => left - right));
    expect((lefts[0] ?? end) - image).toBeLessThan((end - image) / 10);
    expect(lefts.filter((left) => left > image + 5 && left < end - 5).length).toBeGreaterThan(3);
    for (const { opacity } of moments) expect(opacity).toBe(1);
    expect(await leftOf('Green channel')).toBeCloseTo(end, 0);
  });
});

test.describe('without the photograph', () => {
  test.use({ tolerated: /Failed to load resource|ERR_FAILED/ });

  test('the lesson says so, and tries again when asked', async ({ lesson, page }) => {
    await page.route('**/photos/chelsea.webp', (route) => route.abort());
    await lesson.open('?scene=photograph&step=1');
    await expect(page.getByRole('alert')).toContainText('could not be loaded');
    await page.unroute('**/photos/chelsea.webp');
    await lesson.button('Try again').click();
    await expect(canvas(lesson)).toBeVisible();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the photographs and the numbers of the small image are there', async ({ page }) => {
    await page.goto('/en/lessons/pixels/');
    await expect(page.locator('noscript article img, article img')).toHaveCount(3);
    await expect(page.locator('article table')).toHaveCount(3);
    await expect(page.locator('article table td').first()).toHaveText('255');
  });
});
