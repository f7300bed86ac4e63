import { equationOf, mapOf, matrix, places, write } from '../data/arithmetic';
import { expect, Lesson, test } from './lesson';
import { OWN } from './scenes';

const FIRST = [1, 1] as const;

test.beforeEach(({ lesson }) => lesson.open('?scene=your-own&step=0'));

test.describe('a cell', () => {
  test('takes whole numbers, decimals, fractions and expressions, exactly', async ({ lesson }) => {
    for (const [typed, shown] of [
      ['1/3', '1/3'],
      ['0.5', '1/2'],
      ['-2', '−2'],
      ['−7', '−7'],
      ['(1+2)/4', '3/4'],
      ['2*3-1', '5'],
      ['0.1', '1/10'],
      ['.25', '1/4'],
      ['−1 ÷ 3', '−1/3'],
      ['3 × (2 − 5)', '−9'],
      ['999999', '999999']
    ] as const) {
      await lesson.type('Input', FIRST, typed);
      await expect(lesson.cell('Input', FIRST), typed).toHaveAccessibleName(shown);
      await expect(lesson.notice).toHaveCount(0);
    }
  });

  test('is typed over as in a spreadsheet, and Enter takes the value', async ({ page, lesson }) => {
    await lesson.cell('Kernel', FIRST).click();
    await page.keyboard.type('1/3');
    await lesson.press('Enter');
    await expect(lesson.cell('Kernel', FIRST)).toHaveAccessibleName('1/3');
    await expect(lesson.cell('Kernel', FIRST)).toBeFocused();
    await lesson.press('ArrowRight');
    await page.keyboard.type('-2');
    await lesson.press('Enter', 'ArrowDown');
    await expect(lesson.cell('Kernel', [2, 2])).toBeFocused();
    await page.keyboard.type('(1+2)/4');
    await lesson.press('Enter');
    await lesson.expectValues('Kernel', [
      ['1/3', '−2', '−1'],
      ['1', '3/4', '−1'],
      ['1', '0', '−1']
    ]);
  });

  test('opens with F2, Enter or a double click, and Escape leaves it as it was', async ({ page, lesson }) => {
    const cell = lesson.cell('Input', [2, 3]);
    const editor = cell.getByRole('textbox', { name: 'Value in row 2, column 3' });
    for (const open of [() => lesson.press('F2'), () => lesson.press('Enter'), () => cell.dblclick()]) {
      await cell.click();
      await open();
      await expect(editor).toBeFocused();
      await expect(editor).toHaveValue('1');
      // What was there is selected: typing replaces it.
      await page.keyboard.type('88');
      await expect(editor).toHaveValue('88');
      await lesson.press('Escape');
      await expect(editor).toHaveCount(0);
      await expect(cell).toHaveAccessibleName('1');
      await expect(cell).toBeFocused();
    }
  });

  test('takes its value when the focus goes elsewhere', async ({ page, lesson }) => {
    await lesson.cell('Input', FIRST).click();
    await page.keyboard.type('6');
    await lesson.cell('Input', [3, 3]).click();
    await expect(lesson.cell('Input', FIRST)).toHaveAccessibleName('6');
  });

  test('that cannot be read keeps the old value and says why', async ({ page, lesson }) => {
    await lesson.button('Forward').click();
    const before = await lesson.picture();
    for (const [typed, sentence] of [
      ['1//2', /“1\/\/2” cannot be read as a number, so 3 stays/],
      ['abc', /“abc” cannot be read as a number, so 3 stays/],
      ['', /cannot be empty, so 3 stays/],
      ['   ', /cannot be empty, so 3 stays/],
      ['1e400', /“1e400” .*so 3 stays/],
      ['1'.repeat(60), /more than six digits.*so 3 stays/],
      ['1'.repeat(200), /too long for a cell, so 3 stays/],
      ['9^9^9', /“9\^9\^9” cannot be read as a number, so 3 stays/],
      ['1/0', /divides by zero, so 3 stays/],
      ['(1+2', /cannot be read as a number, so 3 stays/],
      ['1/(2-2)', /divides by zero, so 3 stays/],
      ['1000000', /more than six digits.*so 3 stays/],
      ['<img src=x onerror=alert(1)>', /“<img src=x onerror=alert…” cannot be read as a number, so 3 stays/]
    ] as const) {
      await test.step(`“${typed.slice(0, 30)}”`, async () => {
        await lesson.type('Input', FIRST, typed);
        await expect(lesson.notice).toHaveText(sentence);
        await expect(lesson.said).toHaveText(sentence);
        await expect(lesson.cell('Input', FIRST)).toHaveAccessibleName('3');
        await expect(lesson.cell('Input', FIRST)).toBeFocused();
        await expect(page.locator('.notice img')).toHaveCount(0);
      });
    }
    expect(await lesson.picture()).toEqual(before);
    // What follows a bad entry is an ordinary one, and the sentence goes away.
    await lesson.type('Input', FIRST, '4');
    await expect(lesson.cell('Input', FIRST)).toHaveAccessibleName('4');
    await expect(lesson.notice).toHaveCount(0);
  });

  test('says in Korean what was wrong and what was kept', async ({ page }) => {
    const lesson = new Lesson(page, 'ko');
    await lesson.open('?scene=your-own&step=0');
    await lesson.type('입력', FIRST, '1//2');
    await expect(lesson.notice).toHaveText(/‘1\/\/2’: 읽을 수 없는 값이라 3을 그대로 두었습니다/);
    await lesson.type('입력', [1, 4], '');
    await expect(lesson.notice).toHaveText(/빈칸으로 둘 수 없어 2를 그대로 두었습니다/);
  });

  test('with a result too wide for it shows ≈ and gives the exact value', async ({ lesson }) => {
    await lesson.paste('Input', FIRST, '1/999983 1/999979\n1/999961 1/999959');
    // Kernel 3×3 does not fit into 2×2.
    await expect(lesson.notice).toHaveText(/3×3 kernel does not fit into the padded 2×2 input/);
    await lesson.paste('Kernel', FIRST, '1 1');
    await lesson.paste('Input', FIRST, '1/999983 1/999979');
    await lesson.press('PageDown');
    const cell = lesson.cell('Feature map', FIRST);
    await expect(cell).toHaveText(/^≈/);
    const input = matrix('1/999983 1/999979');
    await expect(cell).toHaveAccessibleName(mapOf(input, matrix('1 1'))[0]?.[0] ?? '');
    await expect(lesson.equation()).toHaveText('(1/999983)×1 + (1/999979)×1 = 1999962/999962000357');
  });
});

test('the equation, the map and the address follow every change', async ({ page, lesson }) => {
  await lesson.button('Forward').click();
  await lesson.type('Input', FIRST, '1/3');
  await lesson.type('Kernel', FIRST, '0.5');
  await lesson.type('Kernel', [3, 3], '-2/7');
  const input = [
    ['1/3', ...(OWN.input[0]?.slice(1).map(write) ?? [])],
    ...OWN.input.slice(1).map((row) => row.map(write))
  ];
  const kernel = matrix('1/2 0 −1\n1 0 −1\n1 0 −2/7');
  const changed = matrix(input.map((row) => row.join(' ')).join('\n'));
  const walk = places(changed, kernel);
  await lesson.expectShown('1 / 9', [equationOf(walk[0] ?? { pairs: [] })]);
  await expect(page).toHaveURL(/step=1&input=1\/3,1,0,2,1;0,2,.*&kernel=1\/2,0,-1;1,0,-1;1,0,-2\/7$/);
  for (const [index, place] of walk.entries()) {
    if (index > 0) await lesson.button('Forward').click();
    await lesson.expectShown(`${index + 1} / 9`, [equationOf(place)]);
  }
  await lesson.expectValues('Feature map', mapOf(changed, kernel));
});

test('the step survives a change when it still exists, and is the last one when it does not', async ({
  page,
  lesson
}) => {
  await lesson.slider.fill('7');
  await lesson.type('Input', FIRST, '8');
  await lesson.expectStep(7, 9);
  await page.getByRole('spinbutton', { name: 'Kernel rows' }).fill('5');
  await page.getByRole('spinbutton', { name: 'Kernel rows' }).press('Enter');
  await lesson.expectStep(3, 3);
  await expect(lesson.equation()).toHaveText(/ = \S+$/);
});

test.describe('pasting', () => {
  test('one number goes into the cell, a matrix replaces all of it', async ({ lesson }) => {
    await lesson.paste('Input', [2, 2], '1/7');
    await expect(lesson.cell('Input', [2, 2])).toHaveAccessibleName('1/7');
    await lesson.expectStep(0, 9);
    const rows = [
      ['1', '2', '3', '4'],
      ['5', '6', '7', '8'],
      ['−1', '1/2', '1/3', '0']
    ];
    for (const text of [
      '1\t2\t3\t4\r\n5\t6\t7\t8\r\n-1\t0.5\t1/3\t0\r\n',
      '[[1, 2, 3, 4],\n [5, 6, 7, 8],\n [-1, 0.5, 1/3, 0]]',
      'array([[ 1. ,  2. ,  3. ,  4. ],\n       [ 5. ,  6. ,  7. ,  8. ],\n       [-1. ,  0.5,  1/3,  0. ]])',
      '1 2 3 4\n5 6 7 8\n−1 .5 1/3 0',
      '1,2,3,4;5,6,7,8;-1,0.5,1/3,0'
    ]) {
      await lesson.button('Reset').click();
      await lesson.expectStep(0, 9);
      await lesson.paste('Input', FIRST, text);
      await lesson.expectValues('Input', rows);
      await lesson.expectStep(0, 2);
    }
  });

  test('works from the clipboard of the browser', async ({ page, context, lesson }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(() => navigator.clipboard.writeText('2\t0\n0\t2'));
    await lesson.cell('Kernel', FIRST).click();
    await lesson.press('ControlOrMeta+v');
    await lesson.expectValues('Kernel', [
      ['2', '0'],
      ['0', '2']
    ]);
    await lesson.expectStep(0, 16);
  });

  test('of what is no matrix is refused with a sentence', async ({ page, lesson }) => {
    const before = await lesson.picture();
    for (const [text, sentence] of [
      ['1 2 3\n4 5', /Row 2: the length is 2, that of the first row is 3\. Nothing was changed/],
      ['1 2 3 4 5 6 7 8 9', /up to 8 rows and 8 columns/],
      ['1 2\n3 x', /Row 2, value 2, “x”: this cannot be read as a number\. Nothing was changed/],
      ['<b>1</b>\t2', /Row 1, value 1, “<b>1<\/b>”: this cannot be read/],
      ['1,5 2,5\n3 4', /Row 1, value 1, “1,5”: the comma may separate two numbers or belong to one/],
      ['[[[1, 2], [3, 4]], [[5, 6], [7, 8]]]', /has 2 planes, and only one fits here/],
      [' \n ', /has no numbers in it\. Nothing was changed/]
    ] as const) {
      await lesson.paste('Input', FIRST, text);
      await expect(lesson.notice).toHaveText(sentence);
      expect(await lesson.picture()).toEqual(before);
    }
    await expect(page.locator('.notice b')).toHaveCount(0);
  });

  test('refuses 1,000×1,000 at once', async ({ page, lesson }) => {
    const before = await lesson.picture();
    const took = await lesson.cell('Input', FIRST).evaluate((cell: HTMLElement) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData(
        'text/plain',
        Array.from({ length: 1000 }, () => '1\t'.repeat(999) + '1').join('\n')
      );
      const start = performance.now();
      cell.focus();
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      return performance.now() - start;
    });
    expect(took).toBeLessThan(100);
    await expect(lesson.notice).toHaveText(/more than 20000 characters\. Nothing was changed/);
    expect(await lesson.picture()).toEqual(before);
    await lesson.button('Forward').click();
    await lesson.expectStep(1, 9);
    await expect(page.locator('main')).not.toContainText('NaN');
  });

  test('through the dialog, for those without a clipboard', async ({ page, lesson }) => {
    await lesson.button('Paste a matrix').click();
    const dialog = page.getByRole('dialog', { name: 'Paste a matrix' });
    const field = dialog.getByRole('textbox');
    await field.fill('1 2\n3');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog).toContainText(
      'Row 2: the length is 1, that of the first row is 2. Nothing was changed.'
    );
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await dialog.getByRole('radio', { name: 'Kernel' }).check();
    await field.fill('[[1, 1/2], [0, -1]]');
    await dialog.getByRole('button', { name: 'Apply' }).click();
    await expect(dialog).toBeHidden();
    await lesson.expectValues('Kernel', [
      ['1', '1/2'],
      ['0', '−1']
    ]);
    await lesson.button('Paste a matrix').click();
    await field.fill('5');
    await lesson.press('Escape');
    await expect(dialog).toBeHidden();
    await lesson.expectValues('Kernel', [
      ['1', '1/2'],
      ['0', '−1']
    ]);
  });
});

test.describe('sizes', () => {
  test('rows and columns run from 1 to 8, and the kernel may be rectangular', async ({ page, lesson }) => {
    const set = async (name: string, value: number) => {
      const field = page.getByRole('spinbutton', { name, exact: true });
      await field.fill(`${value}`);
      await field.press('Enter');
    };
    await set('Kernel rows', 1);
    await set('Kernel columns', 1);
    for (let size = 1; size <= 8; size++) {
      await set('Input rows', size);
      await set('Input columns', 9 - size);
      await expect(page.getByRole('grid', { name: `Input ${size}×${9 - size}` })).toBeVisible();
      await expect(page.getByRole('grid', { name: `Feature map ${size}×${9 - size}` })).toBeVisible();
    }
    await set('Input columns', 8);
    for (const [rows, columns] of [
      [3, 1],
      [1, 8],
      [8, 2],
      [8, 8]
    ] as const) {
      await set('Kernel rows', rows);
      await set('Kernel columns', columns);
      await expect(page.getByRole('grid', { name: `Kernel ${rows}×${columns}` })).toBeVisible();
      await expect(page.getByRole('grid', { name: `Feature map ${9 - rows}×${9 - columns}` })).toBeVisible();
    }
    await expect(lesson.notice).toHaveCount(0);
  });

  test('a kernel that does not fit is refused with a sentence, and so are impossible sizes', async ({
    page,
    lesson
  }) => {
    const rows = page.getByRole('spinbutton', { name: 'Input rows' });
    const before = await lesson.picture();
    for (const [value, sentence] of [
      ['2', /A 3×3 kernel does not fit into the padded 2×5 input/],
      ['9', /Input rows: only whole numbers from 1 to 8 are possible, so 5 stays/],
      ['0', /only whole numbers from 1 to 8 are possible, so 5 stays/],
      ['2.5', /only whole numbers from 1 to 8 are possible, so 5 stays/],
      ['', /only whole numbers from 1 to 8 are possible, so 5 stays/]
    ] as const) {
      await rows.fill(value);
      await rows.press('Enter');
      await expect(lesson.notice).toHaveText(sentence);
      await expect(rows).toHaveValue('5');
      expect(await lesson.picture()).toEqual(before);
    }
    const columns = page.getByRole('spinbutton', { name: 'Kernel columns' });
    await columns.fill('6');
    await columns.press('Enter');
    await expect(lesson.notice).toHaveText(/A 3×6 kernel does not fit into the padded 5×5 input/);
    await expect(columns).toHaveValue('3');
    // With padding it fits.
    await page.getByRole('spinbutton', { name: 'Padding' }).fill('1');
    await page.getByRole('spinbutton', { name: 'Padding' }).press('Enter');
    await columns.fill('6');
    await columns.press('Enter');
    await expect(page.getByRole('grid', { name: 'Kernel 3×6' })).toBeVisible();
    await expect(lesson.notice).toHaveCount(0);
  });

  test('stride and padding give the map that walking gives, and the shape bar says its size', async ({
    page,
    lesson
  }) => {
    await lesson.open('?scene=your-own&step=0&stride=2&padding=1');
    await lesson.press('End');
    await lesson.expectValues('Feature map', mapOf(OWN.input, OWN.kernel, { stride: 2, padding: 1 }));
    const shapes = page.getByRole('group', { name: 'Shapes' });
    await expect(shapes).toHaveText(/\(1, 1, 5, 5\)\s*\*\s*\(1, 1, 3, 3\)\s*→\s*\(1,\s*1,\s*3,\s*3\)/);
    await shapes.getByRole('button', { name: /^3: / }).first().click();
    await expect(page.locator('[popover]:popover-open')).toContainText('Height of the output');
  });

  test('a padding cell is a plain 0 and cannot be edited', async ({ page, lesson }) => {
    await lesson.open('?scene=your-own&step=1&padding=1');
    const corner = lesson.cell('Input', FIRST);
    await expect(corner).toHaveAccessibleName('0');
    await corner.click();
    await lesson.press('F2');
    await page.keyboard.type('5');
    await expect(corner.getByRole('textbox')).toHaveCount(0);
    await expect(corner).toHaveAccessibleName('0');
    await expect(lesson.equation()).toHaveText(
      '0×1 + 0×0 + 0×(−1) + 0×1 + 3×0 + 1×(−1) + 0×1 + 0×0 + 2×(−1) = −3'
    );
  });
});

test('Random gives other numbers of the same size, and Reset gives back the lesson’s own', async ({
  page,
  lesson
}) => {
  const own = await lesson.values('Input');
  const kernel = await lesson.values('Kernel');
  await expect(lesson.button('Reset')).toBeDisabled();
  await lesson.button('Random').click();
  await expect.poll(() => lesson.values('Input')).not.toEqual(own);
  const numbers = await lesson.values('Input');
  expect(numbers.flat()).toHaveLength(25);
  expect(numbers.flat().every((text) => /^−?\d+$/.test(text))).toBe(true);
  await expect(page).toHaveURL(/&input=/);
  await lesson.button('Reset').click();
  await lesson.expectValues('Input', own);
  await lesson.expectValues('Kernel', kernel);
  await expect(page).toHaveURL(/\?scene=your-own&step=0$/);
});

test('where the lesson keeps its numbers, cells cannot be edited', async ({ page, lesson }) => {
  await lesson.open('?scene=six-by-six&step=0');
  const cell = lesson.cell('Input', FIRST);
  await expect(lesson.grid('Input')).toHaveAttribute('aria-readonly', 'true');
  await cell.click();
  await lesson.press('F2', 'Enter', '5');
  await lesson.paste('Input', FIRST, '9');
  await expect(page.getByRole('grid').getByRole('textbox')).toHaveCount(0);
  await expect(cell).toHaveAccessibleName('1');
});

test.describe('the code', () => {
  const NUMPY = `import numpy as np

x = np.array([[1/2, 1, 0],
              [0, -2, 1],
              [1, 0, 2]], dtype=float)
w = np.array([[1, 0],
              [0, 1/3]], dtype=float)`;
  const QUERY = '?scene=your-own&step=0&input=1/2,1,0;0,-2,1;1,0,2&kernel=1,0;0,1/3';

  test('is copied with the numbers that are shown', async ({ page, context, lesson }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await lesson.open(QUERY);
    for (const [framework, text] of [
      ['NumPy', 'sliding_window_view'],
      ['PyTorch', 'F.conv2d'],
      ['Keras', 'keras.ops.conv']
    ] as const) {
      await lesson.choose('Code in', framework);
      await lesson.button('Copy code').click();
      await expect(lesson.said).toHaveText('Copied.');
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(text);
      expect(copied).toContain('[[1/2, 1, 0],');
      expect(copied).toContain('[0, 1/3]]');
      if (framework === 'NumPy') expect(copied.startsWith(NUMPY)).toBe(true);
    }
  });

  test('is selected, and that is said, where the browser does not allow copying', async ({
    page,
    lesson
  }) => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await lesson.choose('Code in', 'NumPy');
    await lesson.button('Copy code').click();
    await expect(lesson.said).toHaveText(/did not allow copying. The code is selected/);
    const selected = await page.evaluate(() => getSelection()?.toString() ?? '');
    expect(selected).toContain('import numpy as np');
    expect(selected.trimEnd().endsWith('print(y)')).toBe(true);
  });
});
