import { expect, test, type At, type Language } from './lesson';

const WORDS = {
  en: {
    row: 'Row',
    picture: /as one row/,
    answer: 'Dense answer',
    right: 'Right',
    side: 'Side of the image'
  },
  ko: {
    row: '한 줄',
    picture: /한 줄로 펼친/,
    answer: '뉴런의 답',
    right: '오른쪽으로',
    side: '이미지 한 변'
  }
} as const;

test.use({ slug: 'why-convolution' });

for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });
    const words = WORDS[language];

    test('a pixel is chosen by keyboard in the small image and in the large one', async ({
      page,
      lesson
    }) => {
      await lesson.open('?scene=three-by-three&step=9');
      await lesson.cell(lesson.words.input, [2, 2]).focus();
      await lesson.press('ArrowLeft', 'ArrowUp', 'Enter');
      // A corner has three neighbours, and only the one to the right is still beside it.
      await expect(page.locator('p.count b')).toHaveText(language === 'en' ? '1 of 3' : '3개 중 1개');
      await expect(lesson.said).toHaveText(/30/);
      await lesson.open('?scene=twenty-eight&step=28');
      await lesson.grid(lesson.words.input).getByRole('gridcell').focus();
      await lesson.press('ArrowDown', 'ArrowRight');
      // Row 15, column 15: 14 × 28 + 15.
      await expect(page.getByRole('img', { name: words.picture })).toHaveAccessibleName(/407/);
      await lesson.press('Home');
      await expect(page.locator('p.count b')).toHaveText(language === 'en' ? '1 of 5' : '5개 중 1개');
    });

    test('a pattern is moved, and the link keeps its place', async ({ page, lesson }) => {
      await lesson.open('?scene=moving-pattern&step=2');
      await lesson.expectValues(words.answer, [['2']]);
      await lesson.button(words.right).click();
      await lesson.expectValues(words.answer, [['1']]);
      await expect(lesson.cell(lesson.words.map, [1, 3])).toHaveClass(/now/);
      await expect(page).toHaveURL(/places=1,1;1,3;/);
      await page.reload();
      await lesson.awake();
      await lesson.expectValues(words.answer, [['1']]);
      // The middle of the pattern goes to the cell that Enter is pressed on, as near as the image allows.
      await lesson.cell(lesson.words.input, [6, 6]).focus();
      await lesson.press('Enter');
      await expect(lesson.cell(lesson.words.map, [4, 4])).toHaveText('5');
      await lesson.expectValues(words.answer, [['0']]);
    });

    test('a pattern is dragged, by mouse and by finger, and stays in the image', async ({ page, lesson }) => {
      await lesson.open('?scene=moving-pattern&step=2');
      const middle = async (at: At) => {
        const box = await lesson.cell(lesson.words.input, at).boundingBox();
        if (!box) throw new Error('the cell is not on the page');
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      };
      const expectFoundAt = async (at: At) => {
        await expect(lesson.cell(lesson.words.map, at)).toHaveText('5');
        await expect(lesson.cell(lesson.words.map, at)).toHaveClass(/now/);
      };
      await expectFoundAt([1, 2]);
      // Held at its right edge, it comes along by as many cells as the pointer has gone.
      let at = await middle([2, 4]);
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      at = await middle([4, 5]);
      await page.mouse.move(at.x, at.y, { steps: 4 });
      await expectFoundAt([3, 3]);
      at = await middle([6, 6]);
      await page.mouse.move(at.x, at.y, { steps: 2 });
      await page.mouse.up();
      await expectFoundAt([4, 4]);
      // Where there is no pattern there is nothing to hold: the press is a click.
      at = await middle([1, 1]);
      await page.mouse.move(at.x, at.y);
      await page.mouse.down();
      await expectFoundAt([4, 4]);
      await page.mouse.up();
      await expectFoundAt([1, 1]);

      const touch = await page.context().newCDPSession(page);
      const send = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        ...touchPoints: { x: number; y: number }[]
      ) => touch.send('Input.dispatchTouchEvent', { type, touchPoints });
      await send('touchStart', await middle([2, 2]));
      await send('touchMove', await middle([3, 3]));
      await send('touchMove', await middle([3, 4]));
      await send('touchEnd');
      await expectFoundAt([2, 3]);
    });

    test('another pattern is drawn, and an empty one is refused', async ({ lesson }) => {
      await lesson.open('?scene=moving-pattern&step=1&kernel=0,0,0;0,1,0;0,0,0');
      await lesson.expectValues(words.answer, [['1']]);
      await lesson.cell(lesson.words.kernel, [2, 2]).click();
      await expect(lesson.notice).toBeVisible();
      await lesson.cell(lesson.words.kernel, [1, 1]).click();
      await lesson.expectValues(words.answer, [['2']]);
    });

    test('sizes change, bad ones are refused with a sentence', async ({ page, lesson }) => {
      await lesson.open('?scene=weights&step=3');
      const side = page.getByRole('spinbutton', { name: words.side });
      await side.fill('4');
      await side.press('Enter');
      await lesson.expectEquations(['4×4 = 16', '2×2 = 4', '16×4 = 64']);
      await side.fill('2');
      await side.press('Enter');
      await expect(lesson.notice).toBeVisible();
      await expect(side).toHaveValue('4');
      await lesson.expectEquations(['4×4 = 16', '2×2 = 4', '16×4 = 64']);
    });

    test('a pixel is changed; what is no pixel is refused', async ({ lesson }) => {
      await lesson.open('?scene=three-by-three&step=1');
      await lesson.type(lesson.words.input, [1, 1], '7');
      await expect(lesson.cell(words.row, [1, 1])).toHaveText('7');
      await lesson.type(lesson.words.input, [1, 1], '256');
      await expect(lesson.notice).toBeVisible();
      await expect(lesson.cell(lesson.words.input, [1, 1])).toHaveText('7');
    });
  });
}

test('a pattern stays under the pointer, and the 5 of the map moves with it at the same moment', async ({
  page,
  lesson
}) => {
  await lesson.open('?scene=moving-pattern&step=2');
  const middleOf = async (grid: string, at: At) => {
    const box = await lesson.cell(grid, at).boundingBox();
    if (!box) throw new Error('the cell is not on the page');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, side: box.width + 2 };
  };
  const start = await middleOf('Input', [2, 3]);
  const five = await middleOf('Feature map', [1, 2]);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // Three tenths of a cell down, and 1.4 to the right: nowhere a whole number of cells.
  for (const [down, right] of [
    [0.3, 0.2],
    [0.3, 1.4],
    [1.45, 1.4]
  ] as const) {
    await page.mouse.move(start.x + right * start.side, start.y + down * start.side, { steps: 3 });
    const [row, column] = [Math.round(down), Math.round(right)];
    const pattern = await middleOf('Input', [2 + row, 3 + column]);
    const peak = await middleOf('Feature map', [1 + row, 2 + column]);
    await expect(lesson.cell('Feature map', [1 + row, 2 + column])).toHaveText('5');
    for (const [where, from] of [
      [pattern, start],
      [peak, five]
    ] as const) {
      expect(where.x - from.x).toBeCloseTo(right * start.side, 0);
      expect(where.y - from.y).toBeCloseTo(down * start.side, 0);
    }
  }
  await page.mouse.up();
  // Let go, both lie in the cells that they were nearest to.
  await expect(page.locator('.cell.carried')).toHaveCount(0);
  await expect(page).toHaveURL(/places=1,1;2,3;/);
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('pattern and 5 go the way of a step together, and Forward finishes it', async ({ page, lesson }) => {
    await lesson.open('?scene=moving-pattern&step=2');
    await lesson.choose('Speed', '0.25');
    await lesson.press('ArrowRight');
    await expect(page.locator('.cell.carried')).toHaveCount(6);
    const offsets = await page
      .locator('.cell.carried')
      .evaluateAll((cells) => cells.map((cell) => getComputedStyle(cell).translate));
    // One offset for all: the ones of the pattern, and the 5.
    expect(new Set(offsets).size).toBe(1);
    expect(offsets[0]).not.toMatch(/^(none|0px)$/);
    await lesson.choose('Speed', '4');
    await lesson.press('ArrowRight', 'ArrowLeft');
    await lesson.expectStep(3, 6);
    await expect(page.locator('.cell.carried')).toHaveCount(0);
    await expect(lesson.cell('Feature map', [1, 3])).toHaveText('5');
  });
});

for (const [language, words] of [
  ['en', { shuffle: 'Shuffle pixels and weights', back: 'Put them back', before: /before/, after: /after/ }],
  ['ko', { shuffle: '픽셀과 가중치 섞기', back: '제자리로', before: /섞기 전/, after: /섞은 뒤/ }]
] as const) {
  test.describe(`shuffled pixels (${language})`, () => {
    test.use({ language });

    test('the five is gone, and the sum of the dense unit is the same to the last digit', async ({
      page,
      lesson
    }) => {
      await lesson.open('?scene=twenty-eight&step=28');
      const sums = page.locator('.sums');
      const sum = (await sums.locator('b').innerText()).trim();
      expect(sum).toMatch(/^\d{2},\d{3}$/);
      const pixels = () =>
        page
          .locator('.field rect')
          .evaluateAll((all) => all.map((pixel) => pixel.getAttribute('fill')).join());
      const own = await pixels();
      await lesson.button(words.shuffle).focus();
      await lesson.press('Enter');
      await expect(sums).toContainText(words.before);
      await expect(sums).toContainText(words.after);
      await expect(sums.locator('b')).toHaveText([sum, sum]);
      await expect(lesson.said).toContainText(sum);
      expect(await lesson.equations()).toHaveLength(2);
      for (const equation of await lesson.equations()) expect(equation.endsWith(` = ${sum}`)).toBe(true);
      const noise = await pixels();
      expect(noise).not.toBe(own);
      // It is in the link.
      await expect(page).toHaveURL(/scene=twenty-eight&step=28&shuffle=1$/);
      await page.reload();
      await lesson.awake();
      expect(await pixels()).toBe(noise);
      await expect(sums.locator('b')).toHaveText([sum, sum]);
      await lesson.button(words.shuffle).click();
      await expect(page).toHaveURL(/&shuffle=2$/);
      await lesson.button(words.back).click();
      await expect(sums.locator('b')).toHaveText([sum]);
      await expect(page).toHaveURL(/step=28$/);
      expect(await pixels()).toBe(own);
    });
  });
}

const QUESTIONS = [
  {
    scene: 'three-by-three',
    length: 9,
    after: 1,
    finished: 7,
    value: '7',
    wrong: [
      ['3', /down the columns/],
      ['6', /from 0/],
      ['10', /own row/]
    ]
  },
  {
    scene: 'weights',
    length: 6,
    after: 3,
    finished: 6,
    value: '9',
    wrong: [
      ['6084', /weights of its own/],
      ['676', /how many outputs/]
    ]
  },
  {
    scene: 'moving-pattern',
    length: 6,
    after: 1,
    finished: 2,
    value: '2',
    wrong: [
      ['1', /where it was before/],
      ['3', /middle of the pattern/]
    ]
  }
] as const;

for (const { scene, length, after, finished, value, wrong } of QUESTIONS) {
  test(`${scene} asks first, and shows what the answer was about`, async ({ lesson, page }) => {
    for (const [answer, explanation] of [[value, /Yes/], ...wrong] as const) {
      await lesson.open(`?scene=${scene}&step=${after - 1}`);
      await lesson.choose('Speed', '4');
      await lesson.press('PageDown');
      await expect(lesson.question).toBeVisible();
      await lesson.question.fill(answer);
      await lesson.question.press('Enter');
      if (answer !== value) {
        await expect(page.locator('form')).toContainText('Not yet');
        await lesson.question.press('Enter');
      }
      await lesson.expectStep(finished, length);
      await expect(page.locator('.outcome p').filter({ hasText: explanation })).toBeVisible();
    }
  });
}

test('where a pixel goes is told when it is there, not while it is asked for', async ({ lesson, page }) => {
  await lesson.open('?scene=three-by-three&step=0');
  await lesson.press('ArrowRight');
  await expect(lesson.question).toBeVisible();
  await lesson.cell('Input', [3, 1]).click();
  await expect(page.getByText('value 15, not in the row yet', { exact: true })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'value 15' })).toHaveText(/not in the row yet/);
  await expect(page.locator('.here')).toHaveCount(0);
  await lesson.button('Last step').click();
  await lesson.cell('Input', [3, 1]).click();
  await expect(page.getByText('value 15, place 7 in the row', { exact: true })).toBeVisible();
  await expect(page.locator('.here')).toHaveText('7');
});

test('the number of weights is nowhere on the page before it is asked for', async ({ lesson, page }) => {
  await lesson.open('?scene=weights&step=2');
  await lesson.press('PageDown');
  await expect(lesson.question).toBeVisible();
  const text = await page.locator('main').evaluate((main) => main.textContent ?? '');
  expect(text).not.toMatch(/(?<![\d,])9(?![\d,])/);
});

test('broken links show the lesson’s own numbers and say so', async ({ lesson }) => {
  for (const [query, sentence] of [
    ['scene=three-by-three&step=1&input=300', /input could not be read/],
    ['scene=twenty-eight&step=1&input=1', /input/],
    ['scene=twenty-eight&step=1&shuffle=x', /no such order/],
    ['scene=weights&step=1&side=1', /size could not be read/],
    ['scene=weights&step=1&kernel=11&side=5', /does not fit/],
    ['scene=moving-pattern&step=1&places=9,9', /place/]
  ] as const) {
    await lesson.open(`?${query}`);
    await expect(lesson.notice).toHaveText(sentence);
  }
});
