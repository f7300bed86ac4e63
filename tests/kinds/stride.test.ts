import lesson from '$lessons/05-stride/lesson';
import { lessonSchema } from '$lib/course/lesson';
import { model as stripModel } from '$lib/kinds/stride-strip/model';
import { wrong as stripWrong } from '$lib/kinds/stride-strip/wrong';
import { stridedLink } from '$lib/kinds/strided-window/link';
import { model as stridedModel } from '$lib/kinds/strided-window/model';
import { wrong as stridedWrong } from '$lib/kinds/strided-window/wrong';
import { rowsOf } from '$lib/engine';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { WORKED_EXAMPLES } from '../data/worked-examples';

const { scenes } = parse(lessonSchema, lesson);
const strided = scenes.filter((scene) => scene.kind === 'strided-window');
const strips = scenes.filter((scene) => scene.kind === 'stride-strip');
const examples = WORKED_EXAMPLES.filter(({ id }) => id.includes('-stride-'));

const numbers = (values: readonly { valueOf(): number }[]) => values.map((value) => value.valueOf());

function stridedRun(id: string) {
  const scene = strided.find((one) => one.id === id);
  if (!scene) throw new Error(`there is no scene ${id}`);
  return stridedModel.run(stridedModel.read(scene.settings), 'cell');
}

function stripRun(id: string) {
  const scene = strips.find((one) => one.id === id);
  if (!scene) throw new Error(`there is no scene ${id}`);
  return stripModel.run(stripModel.read(scene.settings), 'cell');
}

describe('the worked examples with a stride', () => {
  it.each(examples)('have a scene whose map is theirs: $id', ({ id, input, kernel, stride, output }) => {
    const scene = strided.find((one) => one.id === id);
    expect(scene?.settings).toEqual({ input, kernel, stride });
    const [{ output: map }] = stridedRun(id).traces;
    expect(rowsOf(map()).map(numbers)).toEqual(output);
  });

  it('are the maps of the strip as well', () => {
    const maps = stripRun('side-by-side').parts.map(({ output }) => rowsOf(output).map(numbers));
    expect(maps.slice(1)).toEqual([
      examples.find(({ id }) => id === 'seven-by-seven-stride-2')?.output,
      examples.find(({ id }) => id === 'seven-by-seven-stride-3')?.output
    ]);
    expect(maps[0]).toEqual(WORKED_EXAMPLES.find(({ id }) => id === 'seven-by-seven')?.output);
  });
});

describe('what is left over', () => {
  it('is one column and one row with stride 3, and nothing with stride 2', () => {
    expect(stridedRun('seven-by-seven-stride-3').unseen).toEqual({ rows: [6], columns: [6] });
    expect(stridedRun('seven-by-seven-stride-2').unseen).toEqual({ rows: [], columns: [] });
  });

  it('lies between the windows where the jump is longer than the kernel', () => {
    const settings = stridedModel.read({ input: [[1, 2, 3, 4, 5]], kernel: [[1]], stride: [1, 2] });
    expect(stridedModel.run(settings, 'cell').unseen.columns).toEqual([1, 3]);
  });
});

describe('who predicts', () => {
  it('a cell of the map is known to have moved by one, or to have scaled', () => {
    const run = stridedRun('four-by-four-stride-2');
    expect(stridedModel.value(run, 2).valueOf()).toBe(10);
    expect(numbers(stridedWrong['moved-by-one'](run, 2))).toEqual([7]);
    expect(numbers(stridedWrong['scaled-by-stride'](run, 2))).toEqual([20, 5, 20, 5]);
    // Down, where a row begins.
    const seven = stridedRun('seven-by-seven-stride-2');
    expect(stridedModel.value(seven, 4).valueOf()).toBe(17);
    expect(numbers(stridedWrong['moved-by-one'](seven, 4))).toEqual([6]);
  });

  it('how many places fit on 8 cells with a window of 5, two at a time, is told from the truth', () => {
    const run = stripRun('how-many-fit');
    expect([1, 2, 3, 4, 5, 6].map((cell) => stripModel.value(run, cell).valueOf())).toEqual([
      4, 0, 2, 1, 2, 0
    ]);
    expect(numbers(stripWrong['rounded-up'](run, 3))).toEqual([3]);
    expect(numbers(stripWrong['input-by-stride'](run, 3))).toEqual([4, 4]);
    expect(numbers(stripWrong['border-counts'](run, 4))).toEqual([0]);
  });

  it('finds no two mistakes with one answer, and none that is right', () => {
    for (const { id, kind, predictions } of scenes) {
      for (const { cell, rules } of predictions) {
        const isStrip = kind === 'stride-strip';
        const answers = rules.map((rule) => {
          const found = isStrip
            ? stripWrong[rule as keyof typeof stripWrong](stripRun(id), cell)
            : stridedWrong[rule as keyof typeof stridedWrong](stridedRun(id), cell);
          return [...new Set(numbers(found))];
        });
        const truth = isStrip
          ? stripModel.value(stripRun(id), cell)
          : stridedModel.value(stridedRun(id), cell);
        const all = [truth.valueOf(), ...answers.flat()];
        expect(new Set(all).size, `${id} ${cell}`).toBe(all.length);
      }
    }
  });
});

describe('the goal that nothing is left over', () => {
  const image = (rows: number, columns: number) =>
    Array.from({ length: rows }, () => new Array<number>(columns).fill(1));
  const reached = (input: number[][], kernel: number[][], stride: number | [number, number]) => {
    const settings = stridedModel.read({ input, kernel, stride });
    return stridedModel.reached?.(
      { name: 'nothing-left-over' },
      settings,
      stridedModel.run(settings, 'cell')
    );
  };

  it.each([
    ['a jump that fits, both ways', image(7, 7), image(3, 3), 2, true],
    ['a jump of its own each way', image(7, 6), image(3, 3), [2, 3], true],
    ['a column left over', image(7, 8), image(3, 3), [2, 3], false],
    ['a window that does not jump', image(7, 7), image(3, 3), [2, 1], false],
    ['a window that has only one place', image(3, 7), image(3, 3), 2, false],
    ['gaps between the windows', image(7, 8), image(3, 3), [2, 5], false]
  ] as const)('%s', (_, input, kernel, stride, expected) => {
    expect(reached(input, kernel, stride as number | [number, number])).toBe(expected);
  });
});

describe('a link', () => {
  const own = stridedModel.read({ input: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], kernel: [[1]], stride: 2 }); // prettier-ignore
  const read = (query: string) => stridedLink.read(new URLSearchParams(query), own);

  it('has one number for both ways, or down and across', () => {
    expect(read('stride=3').settings.stride).toEqual({ height: 3, width: 3 });
    expect(read('stride=1,2').settings.stride).toEqual({ height: 1, width: 2 });
    expect(stridedLink.write({ ...own, stride: { height: 1, width: 2 } }, own)).toEqual(['stride=1,2']);
    expect(stridedLink.write({ ...own, stride: { height: 3, width: 3 } }, own)).toEqual(['stride=3']);
  });

  it.each(['stride=0', 'stride=9', 'stride=1,0', 'stride=1,2,3', 'stride=two', 'stride='])(
    'with nonsense is named, and the own stride stays: %s',
    (query) => {
      expect(read(query)).toEqual({ settings: own, problems: ['stride'] });
    }
  );
});
