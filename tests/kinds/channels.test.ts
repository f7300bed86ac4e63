import { Fraction } from '$lib/engine';
import { ChannelsEditor } from '$lib/kinds/channels/editor';
import { channelsLayout } from '$lib/kinds/channels/layout';
import { channelsLink } from '$lib/kinds/channels/link';
import { model } from '$lib/kinds/channels/model';
import type { ChannelsSettings, RawChannelsSettings } from '$lib/kinds/channels/settings';
import { wrong } from '$lib/kinds/channels/wrong';
import { gradePrediction } from '$lib/kinds/models';
import { describe, expect, it } from 'vitest';

/** Two channels of one row. Partial sums by hand: 1×2 + 2×1 = 4 and 9; 3×1 + 0 = 3 and −1; bias 5: 12 and 13. */
const RAW: RawChannelsSettings = {
  input: [[[1, 2, 5]], [[3, 0, 1]]],
  filter: [[[2, 1]], [[1, -1]]],
  bias: 5,
  colours: 'none',
  counted: true
};
const own = model.read(RAW);

describe('one filter over two channels', () => {
  it.each(['cell', 'product'] as const)('gives one number at each place (%s)', (grain) => {
    const run = model.run(own, grain);
    expect([1, 2].map((cell) => model.value(run, cell).valueOf())).toEqual([4 + 3 + 5, 9 - 1 + 5]);
    expect(run.trace.output().shape).toEqual([1, 1, 1, 2]);
  });

  it('has four weights and one bias, counted in a step of its own', () => {
    const run = model.run(own, 'product');
    // Two places of four products and the bias, and the count.
    expect(run.length).toBe(2 * 5 + 1);
    expect(run.cellsAt(run.length)).toBe(3);
    expect(run.stepAfter(3)).toBe(run.length);
    expect(model.value(run, 3).valueOf()).toBe(5);
  });

  it.each([
    [1, 'one-channel', 4 + 5],
    [1, 'one-channel', 3 + 5],
    [1, 'averaged-channels', 3.5 + 5],
    [1, 'bias-per-channel', 7 + 10],
    [1, 'bias-left-out', 7],
    [3, 'counted-bias-per-channel', 6],
    [3, 'counted-one-plane', 3],
    [3, 'counted-no-bias', 4]
  ] as const)('cell %i: %s gives %f', (cell, rule, answer) => {
    const run = model.run(own, 'cell');
    const grade = (rules: readonly string[]) =>
      gradePrediction({ model, wrong }, run, cell, new Fraction(answer), rules);
    expect(grade([rule])).toMatchObject({ code: 'wrong', rule });
    expect(grade([])).toMatchObject({ code: 'wrong', rule: null });
  });
});

describe('a link to one filter over channels', () => {
  const read = (query: string) => channelsLink.read(new URLSearchParams(query), own);

  it('has the planes one after the other, and reads what it wrote', () => {
    const changed = model.read({ ...RAW, filter: [[[2, '1/3']], [[0, -1]]], bias: -2 });
    const parts = channelsLink.write(changed, own);
    expect(parts).toEqual(['kernel=2,1/3~0,-1', 'bias=-2']);
    const { settings, problems } = read(parts.join('&'));
    expect(problems).toEqual([]);
    expect(model.same(settings, changed)).toBe(true);
    expect(channelsLink.write(own, own)).toEqual([]);
  });

  it.each([
    ['kernel=1,1', 'channels'],
    ['input=1,2~1,2~1,2', 'channels'],
    ['kernel=1,1,1,1~1,1,1,1', 'kernel-too-large'],
    ['input=1,2~1', 'input'],
    ['input=1~1~1~1~1', 'input'],
    ['kernel=x~y', 'kernel'],
    ['bias=1,2', 'bias']
  ])('%s: %s is named, and the lesson’s own numbers stay', (query, problem) => {
    const { settings, problems } = read(query);
    expect(problems).toContain(problem);
    expect(model.same(settings, own)).toBe(true);
  });
});

describe('changing the numbers', () => {
  function editorOf(settings: ChannelsSettings) {
    const said: string[] = [];
    const numbers = {
      settings,
      own: settings,
      edited: false,
      onShow: true,
      take(next: ChannelsSettings) {
        model.run(next, 'cell');
        numbers.settings = next;
      },
      warn: (sentence: string) => void said.push(sentence)
    };
    return { editor: new ChannelsEditor(numbers), numbers, said };
  }
  const valuesOf = ({ data }: ChannelsSettings['input']) => data.map((value) => value.valueOf());

  it('a pasted array of three dimensions goes into the channels in order', async () => {
    const { editor, numbers, said } = editorOf(own);
    await editor.paste({ part: 'filter', channel: 1 }, { row: 0, column: 0 }, '[[[7, 8]], [[9, 6]]]');
    expect(valuesOf(numbers.settings.filter)).toEqual([7, 8, 9, 6]);
    expect(said).toEqual([]);
  });

  it('a pasted matrix goes into one channel', async () => {
    const { editor, numbers } = editorOf(own);
    await editor.paste({ part: 'input', channel: 1 }, { row: 0, column: 0 }, '7 8 9');
    expect(valuesOf(numbers.settings.input)).toEqual([1, 2, 5, 7, 8, 9]);
  });

  it.each([
    ['three channels where there are two', '[[[1, 2]], [[3, 4]], [[5, 6]]]'],
    ['a plane of another size', '1 2 3'],
    ['two filters at once', '[[[[1, 2]], [[3, 4]]], [[[1, 2]], [[3, 4]]]]'],
    ['planes larger than the input', '[[[1, 2, 3, 4]], [[1, 2, 3, 4]]]']
  ])('%s are refused with a sentence, and nothing changes', async (_, text) => {
    const { editor, numbers, said } = editorOf(own);
    await editor.paste({ part: 'filter', channel: 0 }, { row: 0, column: 0 }, text);
    expect(said).toHaveLength(1);
    expect(numbers.settings).toBe(own);
  });

  it('one channel more is there in input and filter, with zeros: the map stays', () => {
    const { editor, numbers } = editorOf(own);
    expect(editor.set('channels', '3', 'Channels')).toBe(true);
    const run = model.run(numbers.settings, 'cell');
    expect(run.channels).toBe(3);
    expect(run.trace.output().data.map((value) => value.valueOf())).toEqual([12, 13]);
  });
});

describe('the layout', () => {
  const square = (side: number) =>
    Array.from({ length: side }, (_, row) => Array.from({ length: side }, (_, column) => row + column));
  const cases = [1, 2, 3, 4].flatMap((channels) =>
    [1, 2, 4, 6, 8].flatMap((side) =>
      [1, 3, 8].filter((kernel) => kernel <= side).map((kernel) => ({ channels, side, kernel }))
    )
  );

  it.each(cases)('puts every grid inside, none on another: %o', ({ channels, side, kernel }) => {
    const planes = (of: number) => Array.from({ length: channels }, () => square(of));
    const settings = model.read({ ...RAW, input: planes(side), filter: planes(kernel) });
    const { layout } = channelsLayout(settings, model.run(settings, 'cell'));
    for (const arrangement of [layout.wide, layout.narrow, ...(layout.low ? [layout.low] : [])]) {
      const { width, height, boxes } = arrangement;
      const grids = [0, 1, 2, 3]
        .slice(0, channels)
        .flatMap((channel) => ['input', 'kernel', 'product', 'sum'].map((name) => `${name} ${channel}`));
      for (const name of [...grids, 'bias', 'output']) {
        const box = boxes[name];
        if (!box) throw new Error(`${name} has no place`);
        expect(box.x, name).toBeGreaterThanOrEqual(0);
        expect(box.x + box.columns, name).toBeLessThanOrEqual(width + 1e-9);
        expect(box.y + box.rows, name).toBeLessThanOrEqual(height + 1e-9);
      }
      const apart = grids.filter((name) => name.startsWith('sum')).concat('bias', 'output', 'input 0');
      for (const [index, name] of apart.entries()) {
        for (const other of apart.slice(index + 1)) {
          const [one, two] = [boxes[name], boxes[other]];
          if (!one || !two) continue;
          const across = Math.min(one.x + one.columns, two.x + two.columns) - Math.max(one.x, two.x);
          const down = Math.min(one.y + one.rows, two.y + two.rows) - Math.max(one.y, two.y);
          expect(across > 1e-9 && down > 1e-9, `${name} on ${other}`).toBe(false);
        }
      }
    }
  });
});

it('the goal is reached when each cell of the row has the value', () => {
  const goal = { name: 'row-is', row: 1, value: 0 };
  const reached = (raw: RawChannelsSettings) => {
    const settings = model.read(raw);
    return model.reached?.(goal, settings, model.run(settings, 'cell'));
  };
  expect(reached(RAW)).toBe(false);
  // 4 + 3 = 7 and 9 − 1 = 8: no bias makes both 0, zeros do.
  expect(reached({ ...RAW, bias: -7 })).toBe(false);
  expect(reached({ ...RAW, filter: [[[0, 0]], [[0, 0]]], bias: 0 })).toBe(true);
  expect(model.reached?.({ ...goal, row: 2 }, own, model.run(own, 'cell'))).toBe(false);
});
