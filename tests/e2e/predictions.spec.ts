import { places, sumOf, turned, write } from '../data/arithmetic';
import { expect, test, Lesson } from './lesson';
import { FLIPPED, FOUR, SIX } from './scenes';

interface Question {
  readonly scene: string;
  /** The step after which it opens, and the steps of the scene. */
  readonly after: number;
  readonly length: number;
  /** Where the cell is finished. */
  readonly finished: number;
  readonly value: string;
  readonly grid: 'map' | 'mapTurned';
  readonly cell: readonly [number, number];
  /** Answers that a known misconception explains, and what the explanation is about. */
  readonly wrong: readonly (readonly [answer: string, explanation: RegExp])[];
}

test('an answer leads to its explanation, a skipped question back to the text', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=6');
  await lesson.choose('Speed', '4');
  await lesson.press('ArrowRight');
  await lesson.question.fill('5');
  await lesson.question.press('Enter');
  await expect(page.locator('form')).toContainText('Not yet');
  await lesson.question.press('Enter');
  await expect(page.locator('.outcome')).toBeFocused();
  await lesson.open('?scene=six-by-six&step=6');
  await lesson.press('ArrowRight');
  await lesson.button('Skip').press('Enter');
  await expect(page.getByRole('group', { name: 'This step' })).toBeFocused();
});

test('an open question stays open when the detail changes', async ({ lesson }) => {
  await lesson.open('?scene=six-by-six&step=6');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  await lesson.press('2');
  await lesson.expectStep(63, 144);
  await expect(lesson.question).toBeVisible();
  await lesson.press('1');
  await lesson.expectStep(7, 16);
  await expect(lesson.question).toBeVisible();
});

const sixth = places(SIX.input, SIX.kernel)[7]?.pairs ?? [];
const second = places(FOUR.input, FOUR.kernel);
const flipped = FLIPPED.kernel;
const mirrored = flipped.map((row) => [...row].reverse());

const QUESTIONS: readonly Question[] = [
  {
    scene: 'six-by-six',
    after: 7,
    length: 16,
    finished: 8,
    value: '0',
    grid: 'map',
    cell: [2, 4],
    wrong: [
      // The window's own sum.
      [
        write(sumOf({ pairs: sixth.map(({ value }) => ({ value, weight: { n: 1n, d: 1n } })) })),
        /sum of the numbers under the window/
      ],
      [
        `${sixth.filter(({ value, weight }) => write(value) === write(weight)).length}`,
        /how many cells equal the weight on them/
      ],
      ['8', /adds each weight to its cell/],
      ['5', /You said 5; it is 0. Compare the products one by one/]
    ]
  },
  {
    scene: 'four-by-four',
    after: 9,
    length: 36,
    finished: 18,
    value: '18',
    grid: 'map',
    cell: [1, 2],
    wrong: [
      [
        write(sumOf(places(FOUR.input, turned(FOUR.kernel))[1] ?? { pairs: [] })),
        /kernel turned by 180° gives/
      ],
      [write(sumOf(second[0] ?? { pairs: [] })), /value of the cell before/],
      ['−1/3', /You said −1\/3; it is 18/]
    ]
  },
  {
    scene: 'flipped',
    after: 1,
    length: 25,
    finished: 2,
    value: '12',
    grid: 'mapTurned',
    cell: [1, 2],
    wrong: [
      [write(sumOf(places(FLIPPED.input, flipped)[1] ?? { pairs: [] })), /that is cross-correlation/],
      [write(sumOf(places(FLIPPED.input, mirrored)[1] ?? { pairs: [] })), /mirrored left to right only/],
      ['99', /You said 99; it is 12/]
    ]
  }
];

/** Opens the step before the question and steps onto it. */
async function ask(lesson: Lesson, { scene, after, length }: Question): Promise<void> {
  await lesson.open(`?scene=${scene}&step=${after - 1}`);
  await expect(lesson.question).toHaveCount(0);
  await lesson.choose(lesson.words.speed, '4');
  await lesson.button(lesson.words.forward).click();
  await lesson.expectStep(after, length);
  await expect(lesson.question).toBeVisible();
}

for (const question of QUESTIONS) {
  test.describe(`the prediction of ${question.scene}`, () => {
    test('asks before the cell is computed, and the value is nowhere to be found', async ({
      page,
      lesson
    }) => {
      await ask(lesson, question);
      await expect(lesson.cell(lesson.words[question.grid], question.cell)).toHaveAccessibleName(
        'the cell in question'
      );
      await lesson.expectAddress(question.scene, question.after);
      await expect(lesson.said).toHaveText(/A question is waiting/);
      await expect(lesson.question).toHaveAccessibleName(/Predict first.*row \d, column \d/s);
      // All that a page can say: its texts, names, titles and data, in sight or not.
      const words = await page.evaluate(() => {
        const parts = [document.title, location.href, history.state];
        for (const element of document.querySelectorAll('body *:not(script, noscript)')) {
          for (const { name, value } of element.attributes) {
            if (/^(aria-|data-exact|title|alt|value|placeholder|href)/.test(name))
              parts.push(`${name}=${value}`);
          }
          for (const node of element.childNodes) {
            if (node.nodeType === Node.TEXT_NODE) parts.push(node.textContent ?? '');
          }
        }
        return parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
      });
      // 0 stands in every matrix of the scene; its sum and its step are what must not be said.
      const secret =
        question.value === '0'
          ? /= 0\b|sum is 0|row 2, column 4:/
          : new RegExp(`(?<![\\d,.])${question.value}(?!\\d)`);
      expect(words.filter((part) => secret.test(part))).toEqual([]);
    });

    test('explains each wrong answer, and shows the cell being computed', async ({ lesson }) => {
      for (const [answer, explanation] of question.wrong) {
        await ask(lesson, question);
        await lesson.insist(answer);
        await lesson.expectStep(question.finished, question.length);
        await expect(lesson.button('Play')).toBeVisible();
        await expect(lesson.outcome).toHaveText(explanation);
        await expect(lesson.outcome).toContainText(answer);
        await expect(lesson.cell(lesson.words[question.grid], question.cell)).toHaveAccessibleName(
          question.value
        );
      }
    });

    test('takes the right answer, by Enter too', async ({ lesson }) => {
      await ask(lesson, question);
      await lesson.question.fill(` ${question.value}.0 `);
      await lesson.question.press('Enter');
      await lesson.expectStep(question.finished, question.length);
      await expect(lesson.outcome).toContainText(`Yes, it is ${question.value}.`);
      await expect(lesson.question).toHaveCount(0);
    });

    test('can be skipped, by its button and by stepping on', async ({ lesson }) => {
      for (const skip of [
        () => lesson.button('Skip').click(),
        () => lesson.button('Forward').click(),
        () => lesson.press('PageDown')
      ]) {
        await ask(lesson, question);
        await skip();
        await lesson.expectStep(question.after + 1, question.length);
        await expect(lesson.question).toHaveCount(0);
        await expect(lesson.outcome).toHaveCount(0);
      }
      // Skipped is settled: it is not asked again.
      await lesson.button('Back').click();
      await lesson.button('Back').click();
      await lesson.button('Forward').click();
      await lesson.expectStep(question.after, question.length);
      await expect(lesson.question).toHaveCount(0);
    });

    test('never opens for a direct link, Home, End, the scrubber or a step back', async ({ lesson }) => {
      await lesson.open(`?scene=${question.scene}&step=${question.after}`);
      await lesson.expectStep(question.after, question.length);
      await expect(lesson.question).toHaveCount(0);
      await lesson.press('End');
      await lesson.expectStep(question.length, question.length);
      await lesson.press('Home');
      await lesson.expectStep(0, question.length);
      await lesson.slider.fill(`${question.after + 1}`);
      await lesson.button('Back').click();
      await lesson.expectStep(question.after, question.length);
      await expect(lesson.question).toHaveCount(0);
      await lesson.slider.fill('0');
      await lesson.slider.fill(`${question.after}`);
      await lesson.expectStep(question.after, question.length);
      await expect(lesson.question).toHaveCount(0);
    });
  });
}

const [SIX_QUESTION] = QUESTIONS as readonly [Question];

test('an answer that cannot be read is said to be so, and the question stays', async ({ lesson }) => {
  await ask(lesson, SIX_QUESTION);
  for (const [text, sentence] of [
    ['', /Write a number first, or skip/],
    ['lots', /“lots” cannot be read as an answer/],
    ['1//2', /“1\/\/2” cannot be read as an answer/],
    ['9^9^9', /“9\^9\^9” cannot be read as an answer/]
  ] as const) {
    await lesson.question.fill(text);
    await lesson.button('Check').click();
    await expect(lesson.question).toHaveAccessibleDescription(sentence);
    await expect(lesson.question).toHaveAttribute('aria-invalid', 'true');
    await expect(lesson.said).toHaveText(sentence);
    await lesson.expectStep(7, 16);
  }
});

test('Home, End and another scene leave an open question', async ({ page, lesson }) => {
  for (const leave of ['Home', 'End'] as const) {
    await ask(lesson, SIX_QUESTION);
    await lesson.press(leave);
    await expect(lesson.question).toHaveCount(0);
  }
  await ask(lesson, SIX_QUESTION);
  await page.getByRole('link', { name: /^2 / }).click();
  await lesson.expectStep(0, 36);
  await expect(lesson.question).toHaveCount(0);
});

test('an answer is kept and compared when its step is seen again', async ({ page, lesson }) => {
  await ask(lesson, SIX_QUESTION);
  await lesson.insist('3');
  await expect(lesson.outcome).toContainText('You said 3');
  await lesson.button('First step').click();
  await expect(lesson.outcome).toHaveCount(0);
  await page.getByRole('link', { name: /^3 / }).click();
  await page.getByRole('link', { name: /^1 / }).click();
  await lesson.slider.fill('6');
  await lesson.button('Forward').click();
  await lesson.expectStep(7, 16);
  await expect(lesson.question).toHaveCount(0);
  await lesson.button('Forward').click();
  await expect(lesson.outcome).toContainText('You said 3');
});

test('after a wrong answer the cell can be watched product by product', async ({ lesson }) => {
  await ask(lesson, SIX_QUESTION);
  await lesson.insist('3');
  await lesson.button('Watch it product by product').click();
  await expect(lesson.page.getByRole('combobox', { name: 'Detail' })).toHaveValue('product');
  await lesson.expectStep(72, 144);
  await expect(lesson.button('Play')).toBeVisible();
  await expect(lesson.equation()).toHaveText(/ = 0$/);
});

test('questions and explanations are Korean on the Korean page', async ({ page }) => {
  const lesson = new Lesson(page, 'ko');
  await ask(lesson, SIX_QUESTION);
  await expect(lesson.question).toHaveAccessibleName(/다음 칸, 2행 4열의 값은 얼마일까요/);
  await lesson.insist('3');
  await expect(lesson.outcome).toContainText('입력한 답 3: 창 안의 수를 그냥 더한 값입니다');
});
