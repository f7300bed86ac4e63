import type { Locator, Page } from '@playwright/test';
import { smallTargets } from './faults';
import { expect, test, WORDS, type Language } from './lesson';

/** Presses Tab until the focus is there; fails when it never comes. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target).toBeFocused();
}

/** Keeps what the live region says, one entry a change. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const region = document.querySelector('[role=status]');
    const heard: string[] = [];
    Object.assign(window, { heard });
    if (region) {
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true
      });
    }
  });
  return () => page.evaluate(() => Reflect.get(window, 'heard') as string[]);
}

test.describe('a grid', () => {
  test('is one tab stop, and arrows, Home and End move inside it', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=5');
    for (const grid of await page.getByRole('grid').all()) {
      await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
    }
    await tabTo(page, lesson.cell('Input', [1, 1]));
    for (const [key, row, column] of [
      ['ArrowRight', 1, 2],
      ['ArrowDown', 2, 2],
      ['End', 2, 6],
      ['ArrowRight', 2, 6],
      ['Home', 2, 1],
      ['ArrowLeft', 2, 1],
      ['Control+End', 6, 6],
      ['ArrowDown', 6, 6],
      ['ArrowUp', 5, 6],
      ['Control+Home', 1, 1],
      ['ArrowUp', 1, 1],
      ['ArrowDown', 2, 1]
    ] as const) {
      await lesson.press(key);
      await expect(lesson.cell('Input', [row, column]), key).toBeFocused();
    }
    await lesson.expectStep(5, 16);
    // The grid keeps its place; the next Tab leaves it.
    await expect(lesson.grid('Input').locator('[tabindex="0"]')).toHaveCount(1);
    await lesson.press('Tab');
    await expect(lesson.cell('Kernel', [1, 1])).toBeFocused();
    await lesson.press('Shift+Tab');
    await expect(lesson.cell('Input', [2, 1])).toBeFocused();
  });

  test('has a place for each cell, and names that are values and nothing else', async ({ page, lesson }) => {
    await lesson.open('?scene=your-own&step=2&padding=1&input=-2,1/2;3,0&kernel=1,-1');
    const grid = lesson.grid('Input');
    await expect(grid).toHaveAttribute('aria-rowcount', '4');
    await expect(grid).toHaveAttribute('aria-colcount', '4');
    await lesson.expectValues('Input', [
      ['0', '0', '0', '0'],
      ['0', '−2', '1/2', '0'],
      ['0', '3', '0', '0'],
      ['0', '0', '0', '0']
    ]);
    const map = await lesson.values('Feature map');
    expect(map[0]).toEqual(['0', '0', 'empty']);
    const places = await page.getByRole('gridcell').evaluateAll((cells) =>
      cells.every((cell) => {
        const row = cell.closest('[role=row]');
        const rows = [...(row?.parentElement?.querySelectorAll('[role=row]') ?? [])];
        return (
          row !== null &&
          cell.ariaRowIndex === `${rows.indexOf(row) + 1}` &&
          cell.ariaColIndex === `${[...row.children].indexOf(cell) + 1}`
        );
      })
    );
    expect(places).toBe(true);
  });
});

test.describe('the live region', () => {
  test.use({ language: 'ko' });

  test('says each step once, in a sentence', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=5');
    await expect(lesson.said).toHaveCount(1);
    await expect(lesson.said).toHaveAttribute('aria-live', 'polite');
    const heard = await listen(page);
    await lesson.press('PageDown');
    await expect(lesson.said).toHaveText(/^6단계, 2행 2열: .* = 2$/);
    await lesson.press('PageDown');
    await expect(lesson.said).toHaveText(
      /^7단계, 2행 3열: 0×1 \+ 0×0 \+ 1×1 \+ 1×0 \+ 1×1 \+ 0×0 \+ 0×1 \+ 0×0 \+ 1×1 = 3( |$)/
    );
    await lesson.press('PageUp');
    await expect(lesson.said).toHaveText(/^6단계, 2행 2열: .* = 2$/);
    await lesson.press('Home');
    await expect(lesson.said).toHaveText(/\? 0단계: 아직 계산한 칸이 없습니다\. 왼쪽이 입력/);
    expect((await heard()).map((sentence) => /\d+단계/.exec(sentence)?.[0])).toEqual([
      '6단계',
      '7단계',
      '6단계',
      '0단계'
    ]);
    // Not held up by a question, it is the sentence and the lesson's own words, and nothing more.
    await lesson.slider.fill('7');
    await expect(lesson.said).toHaveText(
      '7단계, 2행 3열: 0×1 + 0×0 + 1×1 + 1×0 + 1×1 + 0×0 + 0×1 + 0×0 + 1×1 = 3 ' +
        '필터가 2행 3열 자리에 놓였다. 겹친 아홉 자리 가운데 세 곳에서만 1이 1을 만났다. 그래서 합은 3이다.'
    );
  });

  test('is silent while playing and speaks on pause', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=8');
    const heard = await listen(page);
    await lesson.button(WORDS.ko.play).click();
    await expect(lesson.slider).toHaveAttribute('aria-valuetext', /^1[0-3] \/ 16$/);
    expect(await heard()).toEqual([]);
    await lesson.button(WORDS.ko.pause).click();
    await expect(lesson.said).toHaveText(/^1\d단계, [34]행 \d열: .* = \d$/);
    expect(await heard()).toHaveLength(1);
  });
});

test('the equation is one line of text beside terms that can be focused', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=1');
  await expect(page.getByRole('math')).toHaveCount(1);
  await expect(page.getByRole('math')).toHaveText(/^1×1 \+ .* = 3$/);
  await expect(lesson.terms()).toHaveCount(9);
  await expect(page.locator('[role=math] :is(button, [tabindex])')).toHaveCount(0);
  await expect(lesson.equationGroup().locator('[tabindex="0"]')).toHaveCount(1);
});

for (const language of ['en', 'ko'] satisfies Language[]) {
  test.describe(language, () => {
    test.use({ language });

    test('the whole lesson can be done by keyboard alone', async ({ page, lesson }) => {
      const { words } = lesson;
      await lesson.open();
      // The first Tab offers the way past the header.
      await lesson.press('Tab');
      await expect(page.locator('a.skip')).toBeFocused();
      await lesson.press('Enter');
      await expect(page.locator('#content')).toBeFocused();

      for (let step = 1; step <= 7; step++) await lesson.press('ArrowRight');
      await lesson.expectStep(7, 16);
      await tabTo(page, lesson.question);
      await page.keyboard.type('0');
      await lesson.press('Enter');
      await lesson.expectStep(8, 16);
      await expect(page.locator('.outcome.correct')).toBeVisible();
      await expect(lesson.button(words.play)).toBeVisible();
      for (let step = 9; step <= 16; step++) await lesson.press('ArrowRight');
      await lesson.expectStep(16, 16);

      await lesson.press('ArrowRight');
      await lesson.expectStep(0, 36);
      for (let step = 1; step <= 36; step++) await lesson.press('ArrowRight');
      await lesson.expectValues(words.map, [
        ['12', '18'],
        ['17', '15']
      ]);

      await lesson.press('ArrowRight');
      await lesson.expectStep(0, 9);
      await tabTo(page, lesson.cell(words.input, [1, 1]));
      await lesson.press('ArrowDown', 'F2');
      await page.keyboard.type('-1/2');
      await lesson.press('Enter');
      await expect(lesson.cell(words.input, [2, 1])).toHaveAccessibleName('−1/2');
      for (let step = 1; step <= 9; step++) await lesson.press('PageDown');
      await lesson.expectStep(9, 9);
      await expect(lesson.cell(words.map, [1, 1])).toHaveAccessibleName('1/2');
      await tabTo(page, lesson.cell(words.map, [1, 1]));
      await lesson.press('Enter');
      await lesson.expectMarked(words.map, 'pinned', ['1,1']);

      await lesson.press('PageDown');
      await lesson.expectStep(0, 25);
      for (let step = 1; step <= 25; step++) await lesson.press('PageDown');
      await lesson.expectStep(25, 25);
      await expect(lesson.cell(words.mapTurned, [5, 5])).toHaveAccessibleName(/^\d+$/);
    });
  });
}

test('the focus is always somewhere that can be seen', async ({ page, lesson }) => {
  await lesson.open('?scene=your-own&step=3');
  const seen = new Set<string>();
  for (let presses = 0; presses < 40; presses++) {
    await lesson.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const around = element.closest('.track') ?? element;
      const { width, height } = element.getBoundingClientRect();
      const outlined = [element, around].some((one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      });
      return {
        name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 30) ?? '',
        visible: width > 0 && height > 0 && outlined,
        outlineStyle,
        outlineWidth
      };
    });
    if (focus === null) break;
    expect(focus.visible, focus.name).toBe(true);
    seen.add(focus.name);
  }
  expect(seen.size).toBeGreaterThan(20);
});

for (const { device, viewport } of [
  { device: 'a desktop', viewport: { width: 1440, height: 810 } },
  { device: 'a phone', viewport: { width: 390, height: 844 } }
]) {
  test.describe(`on ${device}`, () => {
    test.use({ viewport });

    test('targets are large enough', async ({ page, lesson }) => {
      await lesson.open('?scene=your-own&step=3&padding=1');
      expect(await smallTargets(page), 'padded').toEqual([]);
      await lesson.press('?');
      expect(await smallTargets(page), 'help').toEqual([]);
      await page.goto('/en/');
      expect(await smallTargets(page), 'home').toEqual([]);
    });
  });
}

test.describe('shortcuts', () => {
  test('are listed in the help, which opens with ? and closes with Escape', async ({ page, lesson }) => {
    await lesson.open();
    await lesson.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard' });
    await expect(help).toBeVisible();
    for (const cap of [
      '→',
      '←',
      'Space',
      'Page Down',
      'Page Up',
      'Home',
      'End',
      '↑',
      '↓',
      'P',
      '1',
      '2',
      '?'
    ]) {
      await expect(help.locator('kbd').getByText(cap, { exact: true })).toBeVisible();
    }
    await lesson.press('ArrowRight', 'p');
    await lesson.expectStep(0, 16);
    await lesson.press('Escape');
    await expect(help).toBeHidden();
    await lesson.button('Keyboard help').click();
    await help.getByRole('button', { name: 'Close' }).click();
    await expect(help).toBeHidden();
    await expect(lesson.button('Keyboard help')).toBeFocused();
  });

  test('can be switched off, which is remembered, and on again', async ({ page, lesson }) => {
    await lesson.open();
    await lesson.press('?');
    await page.getByRole('checkbox', { name: 'Use these shortcuts' }).uncheck();
    await lesson.press('Escape', 'ArrowRight', 'p', '2');
    await lesson.expectStep(0, 16);
    await page.reload();
    await lesson.awake();
    await lesson.press('ArrowRight', 'End', '?');
    await lesson.expectStep(0, 16);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await lesson.button('Forward').click();
    await lesson.expectStep(1, 16);
    await lesson.button('Keyboard help').click();
    await page.getByRole('checkbox', { name: 'Use these shortcuts' }).check();
    await lesson.press('Escape', 'End');
    await lesson.expectStep(16, 16);
  });

  test('are silent while somebody types', async ({ page, lesson }) => {
    await lesson.open('?scene=six-by-six&step=6');
    await lesson.press('PageDown');
    await lesson.question.click();
    await page.keyboard.type('12 pP?');
    await lesson.press('ArrowLeft', 'Home', 'End', 'ArrowUp', 'ArrowDown');
    await expect(lesson.question).toHaveValue('12 pP?');
    await lesson.expectStep(7, 16);
    await expect(page.getByRole('combobox', { name: 'Detail' })).toHaveValue('cell');

    await lesson.open('?scene=your-own&step=3');
    await lesson.cell('Input', [1, 1]).click();
    await lesson.press('F2', 'Home', 'ArrowRight', 'Space', 'PageDown', '1', '2');
    await lesson.expectStep(3, 9);
    await lesson.press('Escape');
    await page.getByRole('spinbutton', { name: 'Input rows' }).focus();
    await lesson.press('2', 'Home', 'ArrowLeft');
    await lesson.expectStep(3, 9);
  });

  test('are silent while Hangul is composed, and work with the Korean layout', async ({ page, lesson }) => {
    await lesson.open();
    const dispatch = (init: {
      code: string;
      key: string;
      isComposing?: true;
      ctrlKey?: true;
      altKey?: true;
    }) =>
      page.evaluate((pressed) => {
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true })
        );
      }, init);
    await dispatch({ code: 'ArrowRight', key: 'ArrowRight', isComposing: true });
    await dispatch({ code: 'ArrowRight', key: 'Process' });
    await dispatch({ code: 'Digit2', key: '2', isComposing: true });
    await dispatch({ code: 'ArrowRight', key: 'ArrowRight', ctrlKey: true });
    await dispatch({ code: 'ArrowLeft', key: 'ArrowLeft', altKey: true });
    await lesson.expectStep(0, 16);
    await expect(page.getByRole('combobox', { name: 'Detail' })).toHaveValue('cell');
    await dispatch({ code: 'KeyP', key: 'ㅔ' });
    await expect(lesson.button('Pause')).toBeVisible();
    await dispatch({ code: 'KeyP', key: 'ㅔ' });
    await expect(lesson.button('Play')).toBeVisible();
  });

  test('leave the keys of a focused control alone', async ({ page, lesson }) => {
    await lesson.open();
    // Space on a button presses the button, once.
    await lesson.button('Forward').focus();
    await lesson.press('Space');
    await lesson.expectStep(1, 16);
    await lesson.button('Last step').focus();
    await lesson.press('Space');
    await lesson.expectStep(16, 16);
    await lesson.press('ArrowLeft');
    await lesson.expectStep(15, 16);
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await speed.focus();
    await lesson.press('ArrowDown');
    await expect(speed).toHaveValue('2');
    await lesson.expectStep(15, 16);
    await lesson.press('PageUp');
    await lesson.expectStep(14, 16);
  });
});

test('with forced colours the window, the grid and the focus are still to be seen', async ({
  page,
  lesson
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lesson.open('?scene=six-by-six&step=6');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  /** The width of the line around an element, in pixels, as far as it stands out from the paper. */
  const line = (element: Element, background: string) => {
    const style = getComputedStyle(element);
    const lines = [
      { line: style.borderTopStyle, color: style.borderTopColor, width: style.borderTopWidth },
      { line: style.outlineStyle, color: style.outlineColor, width: style.outlineWidth }
    ];
    const drawn = lines.filter((one) => one.line !== 'none' && one.color !== background);
    return Math.max(0, ...drawn.map(({ width }) => parseFloat(width)));
  };
  expect(await page.locator('.window').evaluate(line, paper)).toBeGreaterThanOrEqual(3);
  expect(await lesson.cell('Feature map', [4, 4]).evaluate(line, paper)).toBeGreaterThanOrEqual(1);
  await lesson.cell('Kernel', [2, 2]).focus();
  await lesson.press('ArrowRight');
  expect(await lesson.cell('Kernel', [2, 3]).evaluate(line, paper)).toBeGreaterThanOrEqual(3);
});

test('with forced colours lit and fed cells stand out', async ({ page, lesson }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lesson.open('?scene=six-by-six&step=6');
  const look = (element: Element) => {
    const { outline, border, backgroundColor, boxShadow, textDecoration } = getComputedStyle(element);
    return JSON.stringify({ outline, border, backgroundColor, boxShadow, textDecoration });
  };
  for (const [grid, at] of [
    ['Kernel', [2, 2]],
    ['Feature map', [2, 2]]
  ] as const) {
    await page.mouse.move(2, 2);
    const before = await lesson.cell(grid, at).evaluate(look);
    await lesson.cell('Input', [3, 3]).hover();
    await lesson.expectMarked('Kernel', 'lit', ['2,2']);
    expect(await lesson.cell(grid, at).evaluate(look), grid).not.toBe(before);
  }
});

test('with forced colours the current scene, step, cell and line of code stand out', async ({
  page,
  lesson
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await lesson.open('?scene=four-by-four&step=18');
  const background = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const [current, other] of [
    ['nav a[aria-current]', 'nav ol a:not([aria-current])'],
    ['.output .cell.now', '.output .cell.done'],
    ['.line.current', '.line:not(.current)'],
    ['.track .now', '.track .line'],
    ['.track .done', '.track .line']
  ] as const) {
    expect(await background(current), current).not.toBe(await background(other));
  }
});
