import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import { matrix } from '$lib/engine';
import { overwriteGetLocale } from '$lib/paraglide/runtime';
import CodePanel from '$lib/kinds/sliding-window/CodePanel.svelte';
import { windowTrace, type Grain, type WindowSettings } from '$lib/trace';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

const SETTINGS: WindowSettings = {
  input: matrix([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9]
  ]),
  kernel: matrix([
    [1, 0],
    [0, 1]
  ]),
  stride: 1,
  padding: 0
};
const INNERMOST = '                output[i, j] += input[i + k1, j + k2] * kernel[k1, k2]';

beforeEach(() => {
  overwriteGetLocale(() => 'en');
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A line may carry its end. */
const withoutEnd = (line: Element) => line.textContent.replace(/\n$/, '');

async function show(index: number, grain: Grain = 'product') {
  const trace = windowTrace(SETTINGS, grain);
  const say = vi.fn<(sentence: string) => void>();
  const at = (step: number) => ({ settings: SETTINGS, trace, step: trace.step(step), say });
  const screen = await render(CodePanel, at(index));
  const root = screen.container;
  return {
    say,
    to: (step: number) => screen.rerender(at(step)),
    lines: () => [...root.querySelectorAll('pre .line')].map(withoutEnd),
    current: () => [...root.querySelectorAll('[aria-current=step]')].map(withoutEnd),
    values: () =>
      [...root.querySelectorAll('dl > div')].map((pair) => pair.textContent.replace(/\s+/g, ' ').trim())
  };
}

const copy = () => page.getByRole('button', { name: 'Copy code', exact: true }).click();
const choose = (language: string) => page.getByRole('combobox', { name: 'Code in' }).selectOptions(language);

describe('the loop', () => {
  it('is shown whole, with its first line current before anything is computed', async () => {
    const { lines, current, values } = await show(0);
    expect(lines()).toEqual([
      'output = np.zeros((2, 2))',
      'for i in range(2):',
      '    for j in range(2):',
      '        for k1 in range(2):',
      '            for k2 in range(2):',
      INNERMOST
    ]);
    expect(current()).toEqual(['output = np.zeros((2, 2))']);
    expect(values()).toEqual(['i –', 'j –', 'k1 –', 'k2 –']);
  });

  it('goes with the step, and its variables too', async () => {
    const { current, values, to } = await show(1);
    expect(current()).toEqual([INNERMOST]);
    expect(values()).toEqual(['i 0', 'j 0', 'k1 0', 'k2 0']);
    await to(7);
    // The third product of the second cell.
    expect(values()).toEqual(['i 0', 'j 1', 'k1 1', 'k2 0']);
    await to(16);
    expect(values()).toEqual(['i 1', 'j 1', 'k1 1', 'k2 1']);
  });

  it('has run to the last product where a step is a whole cell', async () => {
    const { values } = await show(3, 'cell');
    expect(values()).toEqual(['i 1', 'j 0', 'k1 1', 'k2 1']);
  });
});

describe('a program', () => {
  it('takes the place of the loop, and has neither a current line nor variables', async () => {
    const { lines, current, values } = await show(3);
    for (const [language, word] of [
      ['numpy', 'numpy'],
      ['pytorch', 'torch'],
      ['keras', 'keras']
    ] as const) {
      await choose(language);
      expect(lines().join('\n')).toContain(`import ${word}`);
      expect(current()).toEqual([]);
      expect(values()).toEqual([]);
    }
    await choose('loops');
    expect(current()).toHaveLength(1);
  });
});

describe('copying', () => {
  it('takes what is shown, and says so', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const { say, lines } = await show(2);
    await choose('numpy');
    await copy();
    expect(write.mock.calls).toEqual([[lines().join('\n')]]);
    await expect.poll(() => say.mock.calls).toEqual([['Copied.']]);
  });

  it('that is not allowed selects the code, and says what to do', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    const { say, lines } = await show(2);
    await copy();
    await expect
      .poll(() => say.mock.calls)
      .toEqual([['The browser did not allow copying. The code is selected: copy it with the keyboard.']]);
    expect(getSelection()?.toString().trimEnd()).toBe(lines().join('\n'));
    expect(lines()).toContain(INNERMOST);
  });
});
