import { expect, test as base, type Locator, type Page } from '@playwright/test';

export type Language = 'en' | 'ko';

/** The accessible names that learners, screen readers and these tests go by. */
export const WORDS = {
  en: {
    input: 'Input',
    kernel: 'Kernel',
    products: 'Products',
    map: 'Feature map',
    mapAsItIs: 'Feature map (cross-correlation)',
    mapTurned: 'Feature map (convolution)',
    empty: 'empty',
    asked: 'the cell in question',
    toEnding: 'See the summary',
    equation: 'Equation',
    equationAsItIs: 'Equation (cross-correlation)',
    equationTurned: 'Equation (convolution)',
    play: 'Play',
    pause: 'Pause',
    first: 'First step',
    back: 'Back',
    forward: 'Forward',
    last: 'Last step',
    step: 'Step',
    speed: 'Speed',
    detail: 'Detail',
    theme: 'Theme',
    check: 'Check',
    skip: 'Skip',
    reset: 'Reset',
    copyCode: 'Copy code',
    scenes: 'Scenes',
    otherLanguage: '한국어'
  },
  ko: {
    input: '입력',
    kernel: '필터',
    products: '곱',
    map: '특성 맵',
    mapAsItIs: '특성 맵(상호 상관)',
    mapTurned: '특성 맵(합성곱)',
    empty: '비어 있음',
    asked: '물어본 칸',
    toEnding: '정리 보기',
    equation: '계산',
    equationAsItIs: '계산(상호 상관)',
    equationTurned: '계산(합성곱)',
    play: '재생',
    pause: '일시정지',
    first: '처음으로',
    back: '이전',
    forward: '다음',
    last: '끝으로',
    step: '단계',
    speed: '속도',
    detail: '단위',
    theme: '테마',
    check: '확인',
    skip: '건너뛰기',
    reset: '되돌리기',
    copyCode: '코드 복사',
    scenes: '장면',
    otherLanguage: 'English'
  }
} as const satisfies Record<Language, Record<string, string>>;

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A cell of a grid, counted from 1. */
export type At = readonly [row: number, column: number];

/** Opens any page and waits until it listens to keys: whatever is pressed from here on counts. */
export async function openAwake(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('header [aria-keyshortcuts="/"]').waitFor();
}

/** The lesson page as a learner uses it. Everything is found by its accessible name. */
export class Lesson {
  readonly page: Page;
  readonly language: Language;
  readonly slug: string;
  readonly words: (typeof WORDS)[Language];

  constructor(page: Page, language: Language = 'en', slug = 'convolution') {
    this.page = page;
    this.language = language;
    this.slug = slug;
    this.words = WORDS[language];
  }

  get path(): string {
    return `/${this.language}/lessons/${this.slug}/`;
  }

  /** Opens the lesson, at the state of a query, and waits until it listens. */
  async open(query = ''): Promise<void> {
    await this.page.goto(this.path + query);
    await this.awake();
  }

  /** From here on the lesson has read its address and listens: the other language's link carries the state. */
  async awake(): Promise<void> {
    await this.page.locator('header a[hreflang][href*="?scene="]').waitFor({ state: 'attached' });
  }

  /** A photograph stands there as an image until its numbers are read. */
  async picturesRead(): Promise<void> {
    await expect(this.page.locator('main .stage img')).toHaveCount(0);
  }

  /** The links to the scenes, in order. */
  sceneLinks(): Locator {
    return this.page.getByRole('navigation', { name: this.words.scenes }).getByRole('link');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  get slider(): Locator {
    return this.page.getByRole('slider', { name: this.words.step, exact: true });
  }

  /** What the live region says. */
  get said(): Locator {
    return this.page.getByRole('status');
  }

  /** The sentence about what went wrong. */
  get notice(): Locator {
    return this.page.locator('.notice p');
  }

  get question(): Locator {
    return this.page.getByRole('textbox').and(this.page.locator('form input'));
  }

  /** What became of the answer to a question. */
  get outcome(): Locator {
    return this.page.locator('.outcome');
  }

  /** Gives an open question an answer, and the same one again when it is told that it is wrong: then it is explained. */
  async insist(answer: string): Promise<void> {
    await this.question.fill(answer);
    await this.question.press('Enter');
    await expect(this.page.locator('form .problem')).toBeVisible();
    await expect(this.question).toHaveAccessibleDescription(/Not yet|아직 아닙니다/);
    await this.question.press('Enter');
    await expect(this.outcome).toBeVisible();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async expectStep(step: number, length: number): Promise<void> {
    await expect(this.slider).toHaveAttribute('aria-valuetext', `${step} / ${length}`);
  }

  async expectAddress(scene: string, step: number): Promise<void> {
    await expect(this.page).toHaveURL(new RegExp(`[?]scene=${scene}&step=${step}(?:&|$)`));
  }

  grid(name: string): Locator {
    return this.page.getByRole('grid', { name: new RegExp(`^${literally(name)} \\d+×\\d+$`) });
  }

  cell(grid: string, [row, column]: At): Locator {
    return this.grid(grid).locator(`[role=gridcell][aria-rowindex="${row}"][aria-colindex="${column}"]`);
  }

  /** The accessible names of a grid's cells, row by row, from the accessibility tree alone. */
  async values(grid: string): Promise<string[][]> {
    const rows = (await this.grid(grid).ariaSnapshot()).split(/^ *- row\b/m).slice(1);
    return rows.map((row) => [...row.matchAll(/- gridcell "(.*?)"/g)].map(([, name]) => name ?? ''));
  }

  async expectValues(grid: string, expected: readonly (readonly string[])[]): Promise<void> {
    await expect.poll(() => this.values(grid), { message: grid }).toEqual(expected);
  }

  /** The cells of a grid that carry a mark, as 'row,column' counted from 1. */
  marked(grid: string, mark: string): Promise<string[]> {
    return this.grid(grid)
      .locator(`.${mark}`)
      .evaluateAll((cells) => cells.map((cell) => `${cell.ariaRowIndex},${cell.ariaColIndex}`));
  }

  async expectMarked(grid: string, mark: string, expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.marked(grid, mark), { message: `${mark} in ${grid}` }).toEqual(expected);
  }

  equationGroup(name: string = this.words.equation): Locator {
    return this.page.getByRole('group', { name, exact: true });
  }

  /** The equation as it is read out: the one leaf with role math. */
  equation(name?: string): Locator {
    return this.equationGroup(name).getByRole('math');
  }

  terms(name?: string): Locator {
    return this.equationGroup(name).getByRole('button');
  }

  /** All equations of the stage, to the letter; formulas in the explanation are none. */
  equations(): Promise<string[]> {
    return this.page
      .locator('.stage')
      .getByRole('math')
      .evaluateAll((leaves) => leaves.map((leaf) => leaf.textContent ?? ''));
  }

  async expectEquations(expected: readonly string[]): Promise<void> {
    await expect.poll(() => this.equations(), { intervals: [20, 50, 100] }).toEqual(expected);
  }

  /** Step and equations at once: for tests that go through many steps. */
  async expectShown(step: string, equations: readonly string[]): Promise<void> {
    const shown = () =>
      this.page.evaluate(() => ({
        step: document
          .querySelector('input[type=range][aria-valuetext*="/"]')
          ?.getAttribute('aria-valuetext'),
        equations: [...document.querySelectorAll('[role=math]')].map((leaf) => leaf.textContent)
      }));
    await expect.poll(shown, { intervals: [20, 50, 100] }).toEqual({ step, equations });
  }

  /** All that the state consists of, as a learner sees it. */
  async picture() {
    return {
      step: await this.slider.getAttribute('aria-valuetext'),
      // Where there is one only, there is nothing to choose.
      detail: await this.page
        .getByRole('combobox', { name: this.words.detail })
        .evaluateAll(([select]) => (select instanceof HTMLSelectElement ? select.value : null)),
      equations: await this.equations(),
      grids: await this.page
        .getByRole('grid')
        .evaluateAll((grids) =>
          grids.map((grid) =>
            [...grid.querySelectorAll('[role=row]')].map((row) =>
              [...row.children].map((cell) => cell.textContent)
            )
          )
        )
    };
  }

  /** Types over a cell, as in a spreadsheet, and takes the value with Enter. */
  async type(grid: string, at: At, text: string): Promise<void> {
    await this.cell(grid, at).click();
    await this.press('F2');
    const editor = this.cell(grid, at).getByRole('textbox');
    await editor.fill(text);
    await editor.press('Enter');
  }

  /** Pastes into a cell, as the browser does when the clipboard holds that text. */
  async paste(grid: string, at: At, text: string): Promise<void> {
    const cell = this.cell(grid, at);
    await cell.focus();
    await cell.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async choose(name: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name, exact: true }).selectOption(option);
  }
}

interface Fixtures {
  language: Language;
  /** The lesson that `lesson` opens. */
  slug: string;
  lesson: Lesson;
  /** What the console may say in this test; anything else fails it. */
  tolerated: RegExp | null;
  quiet: undefined;
}

/**
 * Every test also fails when the page complains (a warning or an error in the console, an exception, a violation
 * of the content security policy), opens a dialog of the browser, or asks another host for something.
 * Motion is reduced unless a test wants it.
 */
export const test = base.extend<Fixtures>({
  contextOptions: { reducedMotion: 'reduce' },
  language: ['en', { option: true }],
  slug: ['convolution', { option: true }],
  tolerated: [null, { option: true }],
  lesson: async ({ page, language, slug }, use) => {
    await use(new Lesson(page, language, slug));
  },
  quiet: [
    async ({ context, baseURL, tolerated }, use) => {
      const complaints: string[] = [];
      const origin = new URL(baseURL ?? '').origin;
      context.on('console', (message) => {
        const bad = message.type() === 'error' || message.type() === 'warning';
        if (bad && !tolerated?.test(message.text())) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(`${error.error()}`));
      context.on('dialog', (dialog) => {
        complaints.push(`a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asked ${url.href}`);
      });
      await use(undefined);
      expect(complaints).toEqual([]);
    },
    { auto: true }
  ]
});

export { expect };
