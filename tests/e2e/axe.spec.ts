import { findings, findingsIn } from './accessibility';
import { expect, Lesson, test, type Language } from './lesson';
import { HALF, KEY } from './progress-files';

const WITH_PROGRESS = 'home with progress, and with a store that was set aside';
const OWN_NUMBERS = 'numbers of one’s own, padded, with a cell that is edited and a sentence about a bad one';

/** What a page can look like: where to go, and what to do there. */
function views(lesson: Lesson): [name: string, show: () => Promise<unknown>][] {
  const { page, language, words } = lesson;
  return [
    ['home', () => page.goto(`/${language}/`)],
    [
      WITH_PROGRESS,
      async () => {
        await page.evaluate(
          ([key, text]) => {
            localStorage.setItem(key, text);
            localStorage.setItem(`${key}-set-aside-1`, 'broken');
          },
          [KEY, HALF] as const
        );
        await page.reload();
        await expect(page.locator('.set-aside')).toBeVisible();
      }
    ],
    [
      'the question before progress is forgotten',
      async () => {
        await page.getByRole('button', { name: /^(Forget progress|진도 지우기)$/ }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      }
    ],
    [
      'a question',
      async () => {
        await lesson.open('?scene=six-by-six&step=6');
        await lesson.press('PageDown');
        await expect(lesson.question).toBeVisible();
      }
    ],
    [
      'an explanation, a pinned cell, a term that is held',
      async () => {
        await lesson.question.fill('3');
        // Wrong, and wrong again: then it is explained.
        await lesson.question.press('Enter');
        await expect(page.locator('form .problem')).toBeVisible();
        await lesson.question.press('Enter');
        await expect(lesson.button(words.play)).toBeVisible();
        await lesson.cell(words.map, [1, 1]).click();
        await lesson.terms().nth(2).click();
        await expect(page.locator('.pinned')).toBeVisible();
      }
    ],
    [
      OWN_NUMBERS,
      async () => {
        await lesson.open('?scene=your-own&step=3&padding=1&input=1/3,2;3,4&kernel=-1,1/2');
        await lesson.type(words.input, [2, 2], 'abc');
        await expect(lesson.notice).toBeVisible();
        await lesson.press('F2');
      }
    ],
    [
      'equations of many terms',
      () => lesson.open('?scene=your-own&step=2&kernel=1,2,3,4;5,6,7,8;1,2,3,4;5,6,7,8')
    ],
    [
      'the dialog for pasting',
      async () => {
        const button = page.getByRole('button', {
          name: language === 'en' ? 'Paste a matrix' : '행렬 붙여넣기'
        });
        await button.focus();
        await button.press('Enter');
        await expect(page.getByRole('dialog')).toBeVisible();
      }
    ],
    [
      'the help',
      async () => {
        await lesson.open('?scene=flipped&step=2');
        await lesson.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
      }
    ]
  ];
}

const DESKTOP = { width: 1440, height: 810 };
const PHONE = { width: 390, height: 844 };
/** Where all colours of a theme are to be seen; other findings do not hang on the theme. */
const COLOURFUL = ['home', WITH_PROGRESS, 'a question', OWN_NUMBERS, 'the help'];

interface Look {
  readonly name: string;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'contrast';
  readonly viewport: { readonly width: number; readonly height: number };
}

const LOOKS: readonly Look[] = [
  { name: 'desktop, English, light', language: 'en', theme: 'light', viewport: DESKTOP },
  { name: 'desktop, English, high contrast', language: 'en', theme: 'contrast', viewport: DESKTOP },
  { name: 'desktop, Korean, dark', language: 'ko', theme: 'dark', viewport: DESKTOP },
  { name: 'phone, English, dark', language: 'en', theme: 'dark', viewport: PHONE },
  { name: 'phone, Korean, light', language: 'ko', theme: 'light', viewport: PHONE }
];

for (const { name, language, theme, viewport } of LOOKS) {
  test.describe(name, () => {
    test.use({ language, viewport });

    test('axe finds nothing on the home page and in what a lesson can come to', async ({ page, lesson }) => {
      test.slow();
      await page.addInitScript((chosen) => localStorage.setItem('stride-theme', chosen), theme);
      const found: Record<string, string[]> = {};
      for (const [view, show] of views(lesson)) {
        if (theme !== 'light' && !COLOURFUL.includes(view)) continue;
        await show();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const here = await findingsIn(theme)(page);
        if (here.length > 0) found[view] = here;
      }
      expect(found).toEqual({});
    });
  });
}

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test.describe(`axe finds nothing on the pages of both languages (${theme})`, () => {
    // A browser with neither language stays where both are offered.
    test.use({ locale: 'fr-FR', tolerated: /status of 404/ });

    test('the choice of languages, and a page that does not exist', async ({ page }) => {
      await page.addInitScript((chosen) => localStorage.setItem('stride-theme', chosen), theme);
      for (const path of ['/', '/en/no/such/page']) {
        await page.goto(path);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        expect(await findings(page), path).toEqual([]);
      }
    });
  });
}
