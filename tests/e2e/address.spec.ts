import type { Page } from '@playwright/test';
import { expect, Lesson, test } from './lesson';

const OWN = '?scene=your-own&step=0';

/** The parameters of the address, in order. */
const parameters = (page: Page) => [...new URL(page.url()).searchParams.keys()];

/** Waits for the address of what is shown, which consists of the given parameters, and opens it in a new tab. */
async function expectSameIn(tab: Page, lesson: Lesson, parts: readonly string[]): Promise<void> {
  const { page } = lesson;
  const shown = await lesson.picture();
  await expect.poll(() => parameters(page)).toEqual(['scene', 'step', ...parts]);
  await expect
    .poll(() => new URL(page.url()).searchParams.get('step'))
    .toBe(/^\d+/.exec(shown.step ?? '')?.[0]);
  const other = new Lesson(tab, lesson.language);
  await tab.goto(page.url());
  await other.awake();
  await expect(other.notice).toHaveCount(0);
  await expect.poll(() => other.picture()).toEqual(shown);
  await expect.poll(() => tab.url()).toBe(page.url());
}

test('a link shows the same picture elsewhere, and says only what differs from the lesson', async ({
  page,
  lesson
}) => {
  const tab = await page.context().newPage();
  await lesson.open();
  await lesson.press('ArrowRight', 'ArrowRight');
  await lesson.expectStep(2, 16);
  await expectSameIn(tab, lesson, []);

  await lesson.press('2');
  await lesson.expectStep(18, 144);
  await expectSameIn(tab, lesson, ['grain']);

  await lesson.press('ArrowDown', 'End');
  await lesson.expectStep(36, 36);
  await expectSameIn(tab, lesson, []);

  await lesson.press('ArrowDown');
  await lesson.type('Input', [1, 1], '1/3');
  await lesson.button('Forward').click();
  await lesson.expectStep(1, 9);
  await expectSameIn(tab, lesson, ['input']);
  await lesson.type('Kernel', [2, 2], '-2');
  await page.getByRole('spinbutton', { name: 'Stride' }).fill('2');
  await page.getByRole('spinbutton', { name: 'Padding' }).fill('1');
  await page.getByRole('spinbutton', { name: 'Padding' }).press('Enter');
  await expect(lesson.grid('Input')).toHaveAttribute('aria-rowcount', '7');
  await expectSameIn(tab, lesson, ['input', 'kernel', 'stride', 'padding']);

  await lesson.button('Reset').click();
  await lesson.expectStep(1, 9);
  await expectSameIn(tab, lesson, []);

  await page.getByRole('link', { name: /^4 / }).click();
  await lesson.press('End');
  await lesson.expectStep(25, 25);
  await expectSameIn(tab, lesson, []);
});

test('a link is read in full', async ({ page, lesson }) => {
  await lesson.open(`?scene=your-own&step=3&grain=product&input=1,1/2;0.5,-3&kernel=2,1&stride=1&padding=1`);
  await lesson.expectStep(3, 24);
  await lesson.expectValues('Input', [
    ['0', '0', '0', '0'],
    ['0', '1', '1/2', '0'],
    ['0', '1/2', '−3', '0'],
    ['0', '0', '0', '0']
  ]);
  await lesson.expectValues('Kernel', [['2', '1']]);
  await expect(lesson.notice).toHaveCount(0);
  await expect(lesson.equation()).toHaveText('0×2 = 0');
  await expect(page.getByRole('spinbutton', { name: 'Padding' })).toHaveValue('1');
});

test('the other language shows the same step of the same numbers', async ({ page, lesson }) => {
  await lesson.open(`?scene=your-own&step=2&input=2,0,1/3;1,1,0;5,0,2&kernel=1,0;0,-1`);
  const { equations, grids, step } = await lesson.picture();
  await page.getByRole('link', { name: '한국어' }).click();
  const korean = new Lesson(page, 'ko');
  await expect(page).toHaveURL(/\/ko\/lessons\/convolution\//);
  await korean.awake();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  expect(await korean.picture()).toMatchObject({ equations, grids, step });
  await expect(korean.grid('입력')).toBeVisible();
  await expect(page).toHaveURL(/scene=your-own&step=2&input=2,0,1\/3;1,1,0;5,0,2&kernel=1,0;0,-1$/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/lessons\/convolution\/\?scene=your-own&step=2/);
});

interface Malformed {
  readonly name: string;
  readonly query: string;
  /** What is said. */
  readonly sentence: RegExp;
  /** Where the reader lands. */
  readonly landing: string;
}

const WRONG_PLACES: Malformed[] = (
  [
    ['an unknown scene', '?scene=nowhere&step=3', /There is no such scene/, '0 / 16'],
    ['a scene named like a property', '?scene=constructor&step=1', /There is no such scene/, '0 / 16'],
    ['a step past the end', '?scene=six-by-six&step=99', /ends at step 16/, '16 / 16'],
    ['a step that is a word', '?scene=four-by-four&step=abc', /step is not a whole number/, '0 / 36'],
    ['a negative step', '?scene=six-by-six&step=-1', /step is not a whole number/, '0 / 16'],
    ['a step that is no number', '?scene=six-by-six&step=NaN', /step is not a whole number/, '0 / 16'],
    ['half a step', '?scene=six-by-six&step=3.5', /step is not a whole number/, '0 / 16'],
    ['an empty step', '?scene=six-by-six&step=', /step is not a whole number/, '0 / 16'],
    ['an unknown detail', '?scene=six-by-six&step=2&grain=pixel', /neither cell nor product/, '2 / 16'],
    ['numbers for a scene with its own', '?scene=six-by-six&step=1&input=1,2;3,4', /are fixed/, '1 / 16']
  ] as const
).map(([name, query, sentence, landing]) => ({ name, query, sentence, landing }));

const WRONG_NUMBERS: Malformed[] = (
  [
    ['a word in the input', '&input=1,2;x,4', /input could not be read/],
    ['NaN in the input', '&input=NaN,1;2,3', /input could not be read/],
    ['infinity in the kernel', '&kernel=Infinity', /kernel could not be read/],
    ['a ragged input', '&input=1,2;3', /input could not be read/],
    ['an empty input', '&input=', /input could not be read/],
    ['an input of nine rows', '&input=1;2;3;4;5;6;7;8;9', /input could not be read/],
    ['a number too large', '&input=1e400,1;1,1', /input could not be read/],
    ['sixty digits', `&kernel=${'7'.repeat(60)}`, /kernel could not be read/],
    ['a division by zero', '&kernel=1/0', /kernel could not be read/],
    ['stride 0', '&stride=0', /stride could not be read/],
    ['a stride that is an object', '&stride=[object Object]', /stride could not be read/],
    ['negative padding', '&padding=-1', /padding could not be read/],
    ['a kernel larger than the input', '&input=1,2;3,4', /does not fit into the padded input/],
    ['broken escapes', '&input=%E0%A4%A&kernel=%', /input could not be read.*kernel could not be read/],
    ['an ampersand as a page writes it', '&amp;stride=2', /means nothing here: “amp;stride”/],
    ['a part misspelt', '&kernal=1&utm_source=mail', /means nothing here: “kernal”\./],
    ['several parts at once', '&input=x&stride=x&padding=x', /input.*stride.*padding/]
  ] as const
).map(([name, query, sentence]) => ({ name, query: OWN + query, sentence, landing: '0 / 9' }));

const HOSTILE: Malformed[] = [
  {
    name: 'a script in a value',
    query: `${OWN}&input=${encodeURIComponent('<script>window.injected=1</script><img src=x onerror="window.injected=1">')}`,
    sentence: /input could not be read/,
    landing: '0 / 9'
  },
  {
    name: 'a script in scene and step',
    query: `?scene=${encodeURIComponent('"><svg onload="window.injected=1">')}&step=${encodeURIComponent('javascript:alert(1)')}`,
    sentence: /There is no such scene/,
    landing: '0 / 16'
  }
];

async function expectUsable(
  lesson: Lesson,
  { sentence, landing }: Omit<Malformed, 'name' | 'query'>
): Promise<void> {
  const { page } = lesson;
  await expect(lesson.notice).toHaveText(sentence);
  await expect(lesson.said).toHaveText(sentence);
  await expect(lesson.slider).toHaveAttribute('aria-valuetext', landing);
  expect(await page.evaluate(() => Reflect.has(window, 'injected'))).toBe(false);
  await expect(page.locator('main :is(script, img, iframe), main [onload], main [onerror]')).toHaveCount(0);
  await expect(page.locator('main')).not.toContainText(/NaN|undefined|Infinity|\[object|<|onerror/);
  // The page is alive, and the address is put right.
  const [, step = '', length = ''] = /^(\d+) \/ (\d+)$/.exec(landing) ?? [];
  const back = step === length;
  await lesson.press(back ? 'ArrowLeft' : 'ArrowRight');
  await lesson.expectStep(Number(step) + (back ? -1 : 1), Number(length));
  await expect(page).toHaveURL(/\?scene=[a-z-]+&step=\d+$/);
  await lesson.button('Dismiss').click();
  await expect(lesson.notice).toHaveCount(0);
}

test.describe('a link that cannot be used is said to be so, and the lesson goes on:', () => {
  for (const [name, links] of [
    ['wrong scenes and steps', WRONG_PLACES],
    ['wrong numbers', WRONG_NUMBERS],
    ['hostile links', HOSTILE]
  ] as const) {
    test(name, async ({ lesson }) => {
      for (const link of links) {
        await test.step(link.name, async () => {
          await lesson.open(link.query);
          await expectUsable(lesson, link);
        });
      }
    });
  }

  test('a matrix of 10,000 columns', async ({ page, lesson }) => {
    // Servers differ in how long an address they take; the page must bear what the browser lets through.
    const html = await (await page.request.get(lesson.path)).text();
    await page.route(/\/en\/lessons\/convolution\/\?/, (route) =>
      route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
    );
    const row = '1,'.repeat(9_999) + '1';
    await lesson.open(`${OWN}&input=${Array.from({ length: 12 }, () => row).join(';')}`);
    await expectUsable(lesson, { sentence: /input could not be read/, landing: '0 / 9' });
  });
});

test('what of a broken link can be used is used', async ({ lesson }) => {
  await lesson.open('?scene=your-own&step=2&input=1,2,3;4,5,6;7,8,9&kernel=oops&stride=1&padding=1');
  await expect(lesson.notice).toHaveText(/kernel could not be read, so the lesson's own is shown/);
  await lesson.expectStep(2, 9);
  await expect(lesson.equation()).toHaveText(
    /^0×1 \+ 0×0 \+ 0×\(−1\) \+ 1×1 \+ 2×0 \+ 3×\(−1\) \+ .* = \S+$/
  );
});

test('a broken link is explained in Korean on the Korean page', async ({ page }) => {
  const lesson = new Lesson(page, 'ko');
  await lesson.open('?scene=six-by-six&step=99');
  await expect(lesson.notice).toHaveText(/이 장면은 16단계에서 끝나므로/);
  await lesson.expectStep(16, 16);
});
