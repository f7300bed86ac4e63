import type { AnswerForm } from '$lib/exercise';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import type { Asking } from '$lib/practice/ask/asking.svelte';
import Question from '$lib/practice/ask/Question.svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { madeUp, SECRET } from './made-up-question';

let said: string[];

beforeEach(() => {
  overwriteGetLocale(() => 'en');
  said = [];
});

async function show(asking: Asking) {
  const { container } = await render(Question, {
    asking,
    oncheck: async () => void (await asking.check()),
    onshow: () => asking.show(),
    onsay: (sentence: string) => said.push(sentence)
  });
  return {
    root: container,
    text: () => container.textContent.replace(/\s+/g, ' ').trim(),
    marks: () => [...container.querySelectorAll('.mark:not(.none)')].map((mark) => mark.classList[1])
  };
}

const press = (keys: string) => userEvent.keyboard(keys);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const field = () => page.getByRole('textbox', { name: 'Answer' });

/** Brings the focus into the entry, by keyboard. */
async function tabToEntry(root: Element) {
  for (let presses = 0; presses < 10; presses++) {
    await press('{Tab}');
    if (document.activeElement?.closest('form') && root.contains(document.activeElement)) return;
  }
}

const NUMBER: AnswerForm = { form: 'number' };

/** Every form, answered by keyboard alone. */
const BY_KEYBOARD: readonly (readonly [string, AnswerForm, number[], string])[] = [
  ['a number', NUMBER, [5], '5{Enter}'],
  ['fields', { form: 'fields', count: 2 }, [3, 4], '3{Tab}4{Enter}'],
  [
    'a grid, with Enter from cell to cell and from the last one to the button',
    { form: 'grid', rows: 2, columns: 2 },
    [1, -2, 0, 4],
    '1{Enter}-2{Enter}0{Enter}4{Enter}{Enter}'
  ],
  [
    'a grid, with arrows',
    { form: 'grid', rows: 2, columns: 2 },
    [1, 2, 3, 4],
    '1{ArrowRight}2{ArrowDown}4{ArrowLeft}{ArrowLeft}3{Tab}{Tab}{Tab}{Enter}'
  ],
  [
    'a place',
    { form: 'place', rows: 2, columns: 2 },
    [1, 1],
    '{ArrowRight}{ArrowDown}{Enter}{Tab}{Tab}{Enter}'
  ],
  [
    'cells',
    { form: 'cells', rows: 2, columns: 2 },
    [1, 0, 0, 1],
    '{Enter}{ArrowRight}{ArrowDown} {Tab}{Tab}{Enter}'
  ],
  ['a choice', { form: 'choice', count: 3 }, [1], '{ArrowDown}{Enter}']
];

describe('an answer by keyboard alone', () => {
  it.each(BY_KEYBOARD)('is taken: %s', async (_, form, answer, keys) => {
    const asking = madeUp(form, answer);
    const { root, text } = await show(asking);
    await tabToEntry(root);
    // What is chosen first in a group of radio buttons is the first one.
    if (form.form === 'choice') await press(' ');
    await press(keys);
    await expect.poll(() => asking.settled).toBe(true);
    expect(asking.right).toBe(true);
    expect(text()).toContain('Right.');
    expect(text()).toContain(SECRET);
  });
});

describe('a number', () => {
  it.each(['-3', '−3', '-6/2', '(7-10)*1', '－３', ' -3.0 '])(
    'is read as people write it: %s',
    async (typed) => {
      const asking = madeUp(NUMBER, [-3]);
      await show(asking);
      await field().fill(typed);
      await press('{Enter}');
      // What reads expressions is fetched with the first one.
      await expect.poll(() => asking.right, { timeout: 20_000 }).toBe(true);
    }
  );

  it.each([
    ['', 'Write an answer first; nothing has been counted.'],
    ['three', '“three” cannot be read as a number.'],
    ['1/0', '“1/0” cannot be read as a number.']
  ])('that cannot be read counts for nothing and stays: "%s"', async (typed, words) => {
    const asking = madeUp(NUMBER, [3]);
    const { text } = await show(asking);
    await field().fill(typed);
    await press('{Enter}');
    await expect.poll(text).toContain(words);
    expect(said.at(-1)).toContain(words);
    expect(asking.tries).toHaveLength(0);
    await expect.element(field()).toHaveValue(typed);
    await expect.element(field()).toHaveFocus();
  });
});

describe('a wrong answer', () => {
  it('is explained by the rule that gives it, and there is a second try', async () => {
    const asking = madeUp(NUMBER, [777], [4]);
    const { root, text, marks } = await show(asking);
    await field().fill('4');
    await press('{Enter}');
    await expect.poll(text).toContain('You slipped by one.');
    expect(said.at(-1)).toBe('You slipped by one. Try once more.');
    expect(marks()).toEqual(['wrong']);
    await expect.element(field()).toHaveFocus();
    for (const due of ['777', SECRET]) expect(root.innerHTML).not.toContain(due);
    // The mark belongs to what was checked.
    await press('7');
    expect(marks()).toEqual([]);
    await field().fill('777');
    await press('{Enter}');
    await expect.poll(text).toContain('Right, at the second try.');
    expect(asking.first).toMatchObject({ points: 0, of: 1, rule: 'slipped' });
  });

  it('that nothing explains is met in general words; after the second one comes the answer', async () => {
    const asking = madeUp(NUMBER, [777]);
    const { text, root } = await show(asking);
    await field().fill('1');
    await press('{Enter}');
    await expect.poll(text).toContain('Not yet.');
    await field().fill('2');
    await press('{Enter}');
    await expect.poll(text).toContain('Answer: 777');
    expect(text()).toContain(SECRET);
    await expect.element(field()).toHaveAttribute('readonly');
    expect(root.querySelector('.card')).toBe(document.activeElement);
  });

  it('of a grid is marked cell by cell, and the right cells stay', async () => {
    const asking = madeUp({ form: 'grid', rows: 2, columns: 2 }, [1, 2, 3, 4]);
    const { text, marks } = await show(asking);
    await page.getByRole('textbox', { name: 'row 1, column 1' }).fill('1');
    await press('{Enter}2{Enter}9{Enter}4{Enter}{Enter}');
    await expect.poll(text).toContain('3 of 4 are right.');
    expect(marks()).toEqual(['right', 'right', 'wrong', 'right']);
    await expect.element(page.getByRole('textbox', { name: 'row 2, column 1' })).toHaveFocus();
  });

  it('of chosen cells marks only those that were chosen: the others would tell the answer', async () => {
    const asking = madeUp({ form: 'cells', rows: 2, columns: 2 }, [1, 0, 0, 1]);
    const { marks } = await show(asking);
    const cells = page.getByRole('gridcell').elements();
    await userEvent.click(cells[0] as HTMLElement);
    await userEvent.click(cells[1] as HTMLElement);
    await button('Check').click();
    await expect.poll(marks).toEqual(['right', 'wrong']);
  });
});

describe('a grid', () => {
  const paste = (target: Element, text: string) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    );
  };

  it('takes a matrix that is pasted', async () => {
    const asking = madeUp({ form: 'grid', rows: 2, columns: 2 }, [1, -2, 0, 4]);
    const { root } = await show(asking);
    paste(root.querySelector('input') as Element, '1\t-2\n0\t4');
    await expect.poll(() => asking.entries).toEqual(['1', '−2', '0', '4']);
    await button('Check').click();
    await expect.poll(() => asking.right).toBe(true);
  });

  it('says when it does not fit, and loses nothing', async () => {
    const asking = madeUp({ form: 'grid', rows: 2, columns: 2 }, [1, 2, 3, 4]);
    const { root, text } = await show(asking);
    await page.getByRole('textbox', { name: 'row 1, column 1' }).fill('7');
    paste(root.querySelector('input') as Element, '[[1, 2, 3]]');
    await expect.poll(text).toContain('The pasted matrix (1×3) does not fit here');
    expect(asking.entries).toEqual(['7', '', '', '']);
  });

  it('with empty cells is not counted yet', async () => {
    const asking = madeUp({ form: 'grid', rows: 2, columns: 2 }, [1, 2, 3, 4]);
    const { text } = await show(asking);
    await page.getByRole('textbox', { name: 'row 1, column 1' }).fill('1');
    await button('Check').click();
    await expect.poll(text).toContain('3 still empty.');
    expect(asking.tries).toHaveLength(0);
    await expect.element(page.getByRole('textbox', { name: 'row 1, column 2' })).toHaveFocus();
  });
});

describe('a window', () => {
  it('is placed by its upper left cell and stays within the grid', async () => {
    const asking = madeUp({ form: 'place', rows: 2, columns: 2, window: { rows: 2, columns: 1 } }, [0, 1]);
    await show(asking);
    await userEvent.click(page.getByRole('gridcell').elements()[3] as HTMLElement);
    expect(asking.entries).toEqual(['0', '1']);
    const chosen = page.getByRole('gridcell', { selected: true }).elements();
    expect(chosen.map((cell) => cell.textContent.trim())).toEqual(['2', '4']);
  });
});

describe('help', () => {
  it('comes in three sizes, one after the other', async () => {
    const asking = madeUp(NUMBER, [777]);
    const { text, root } = await show(asking);
    for (const [name, hint] of [
      ['Hint', 'a nudge'],
      ['Another hint', 'a push'],
      ['Another hint', 'the way']
    ] as const) {
      expect(text()).not.toContain(hint);
      await button(name).click();
      await expect.poll(text).toContain(hint);
    }
    await expect.element(button('Another hint')).not.toBeInTheDocument();
    expect(root.innerHTML).not.toContain('777');
  });

  it('may be the solution: then nothing was answered', async () => {
    const asking = madeUp(NUMBER, [777]);
    const { text } = await show(asking);
    await button('Show the solution').click();
    await expect.poll(text).toContain('Answer: 777');
    expect(asking.first).toMatchObject({ points: 0, of: 1, rule: null });
  });

  it('is not there in a test, nor is a word about the answer', async () => {
    const asking = madeUp(NUMBER, [777], [4], true);
    const { text, root, marks } = await show(asking);
    await expect.element(button('Hint')).not.toBeInTheDocument();
    await field().fill('4');
    await press('{Enter}');
    await expect.poll(() => asking.settled).toBe(true);
    expect(marks()).toEqual([]);
    expect(text()).not.toContain('slipped');
    expect(root.innerHTML).not.toContain('777');
  });
});

describe('before anything is due', () => {
  it.each(BY_KEYBOARD)('neither markup nor names hold the answer: %s', async (_, form) => {
    const count = { number: 1, fields: 2, grid: 4, place: 2, cells: 4, choice: 1 }[form.form];
    // No form holds these numbers by itself.
    const { root } = await show(
      madeUp(
        form,
        Array.from({ length: count }, (_, index) => 7770 + index)
      )
    );
    expect(root.innerHTML).not.toContain('777');
    expect(root.innerHTML).not.toContain(SECRET);
  });
});

describe('in Korean', () => {
  it('the same is said in Korean', async () => {
    overwriteGetLocale(() => 'ko');
    const asking = madeUp(NUMBER, [777]);
    const { text } = await show(asking);
    await page.getByRole('textbox', { name: '답' }).fill('1');
    await press('{Enter}');
    await expect.poll(text).toContain('아직 아닙니다.');
    await button('풀이 보기').click();
    await expect.poll(text).toContain('답: 777');
  });
});
