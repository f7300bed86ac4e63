import { lessonSchema } from '$lib/course';
import { readSettings } from '$lib/kinds/shared/window/model';
import { ShapeError } from '$lib/engine';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';

type Changes = Record<string, unknown>;

const settings = { input: [[1, '1/3', -2]], kernel: [[1, 0]] };

function lesson(changes: Changes = {}, scene: Changes = {}, numbers: Changes = {}) {
  return {
    number: 3,
    slug: 'a-lesson',
    chapter: 1,
    scenes: [
      {
        id: 'first',
        kind: 'sliding-window',
        grain: 'cell',
        cues: [0, 1],
        settings: { ...settings, ...numbers },
        ...scene
      }
    ],
    ...changes
  };
}

function matrixOf(rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => new Array<number>(columns).fill(1));
}

function isTaken(plan: unknown): boolean {
  return safeParse(lessonSchema, plan).success;
}

describe('a whole lesson', () => {
  it('is taken, and what it leaves out has its usual value', () => {
    const { output } = safeParse(lessonSchema, lesson());
    expect(output).toMatchObject({
      scenes: [
        {
          code: false,
          sizing: false,
          editable: false,
          predictions: [],
          settings: { stride: 1, padding: 0 }
        }
      ]
    });
  });

  it.each<[string, Changes, Changes?, Changes?]>([
    ['the largest matrix', {}, {}, { input: matrixOf(8, 8), kernel: matrixOf(8, 8) }],
    ['a kernel that fits thanks to padding', {}, {}, { kernel: matrixOf(3, 5), padding: 1 }],
    ['a prediction of the second cell', {}, { predictions: [{ cell: 2, rules: ['added'] }] }],
    ['a comparison', {}, { kind: 'two-conventions', grain: 'product', code: true }],
    [
      'a scene that takes along the numbers of one before it',
      { scenes: [...lesson().scenes, { ...lesson().scenes[0], id: 'second', takes: 'first' }] }
    ]
  ])('may have %s', (_, ...changes) => {
    expect(isTaken(lesson(...changes))).toBe(true);
  });
});

describe('a lesson is refused with', () => {
  const twice = lesson().scenes.concat(lesson().scenes);

  it.each<[string, Changes, Changes?, Changes?]>([
    ['number 0', { number: 0 }],
    ['numbers taken along from the scene itself', {}, { takes: 'first' }],
    ['numbers taken along from nowhere', {}, { takes: 'none' }],
    ['half a number', { number: 1.5 }],
    ['a number in words', { number: '3' }],
    ['no number', { number: undefined }],
    ['chapter 0', { chapter: 0 }],
    ['capitals in its name', { slug: 'Convolution' }],
    ['a space in its name', { slug: 'a lesson' }],
    ['a hyphen at the end of its name', { slug: 'a-' }],
    ['an empty name', { slug: '' }],
    ['a title, which is for the prose', { title: 'Convolution' }],
    ['no scenes', { scenes: [] }],
    ['two scenes of one id', { scenes: twice }],
    ['an id that is none', {}, { id: 'First Scene' }],
    ['a kind that nobody draws', {}, { kind: 'three-dimensional' }],
    ['a grain that is none', {}, { grain: 'row' }],
    ['no cues', {}, { cues: undefined }],
    ['a cue before step 0', {}, { cues: [-1] }],
    ['a cue between steps', {}, { cues: [1.5] }],
    ['a flag in words', {}, { editable: 'yes' }],
    ['a misspelt flag', {}, { editible: true }],
    ['a prediction of the first cell', {}, { predictions: [{ cell: 1, rules: [] }] }],
    ['a prediction without rules', {}, { predictions: [{ cell: 2 }] }],
    ['an unknown wrong rule', {}, { predictions: [{ cell: 2, rules: ['guessed'] }] }],
    ['no input', {}, {}, { input: undefined }],
    ['an input of no rows', {}, {}, { input: [] }],
    ['an input of empty rows', {}, {}, { input: [[], []] }],
    ['rows of unlike length', {}, {}, { input: [[1, 2], [3]] }],
    ['a kernel of unlike rows', {}, {}, { kernel: [[1], [1, 2]] }],
    ['nine rows', {}, {}, { input: matrixOf(9, 3) }],
    ['nine columns', {}, {}, { input: matrixOf(3, 9) }],
    ['an entry that is no number', {}, {}, { input: [[true, 1]] }],
    ['an entry that is not there', {}, {}, { input: [[null, 1]] }],
    ['an entry that is not a number', {}, {}, { input: [[Number.NaN, 1]] }],
    ['a kernel higher than the input', {}, {}, { kernel: [[1], [1]] }],
    ['a kernel wider than the padded input', {}, {}, { kernel: matrixOf(1, 6), padding: 1 }],
    ['stride 0', {}, {}, { stride: 0 }],
    ['a broken stride', {}, {}, { stride: 1.5 }],
    ['a negative padding', {}, {}, { padding: -1 }],
    ['a broken padding', {}, {}, { padding: 0.5 }],
    ['a setting that nobody reads', {}, {}, { dilation: 2 }]
  ])('%s', (_, ...changes) => {
    expect(isTaken(lesson(...changes))).toBe(false);
  });

  it('nothing at all', () => {
    for (const nothing of [undefined, null, {}, [], 'lesson']) expect(isTaken(nothing)).toBe(false);
  });
});

describe('the numbers of a scene', () => {
  it('become exact tensors', () => {
    const { input, kernel, stride, padding } = readSettings({ ...settings, stride: 2, padding: 1 });
    expect(input.shape).toEqual([1, 1, 1, 3]);
    expect(input.data.map((value) => value.toFraction())).toEqual(['1', '1/3', '-2']);
    expect(kernel.shape).toEqual([1, 1, 1, 2]);
    expect([stride, padding]).toEqual([2, 1]);
  });

  it('are refused when rows differ in length', () => {
    expect(() => readSettings({ input: [[1], [1, 2]], kernel: [[1]], stride: 1, padding: 0 })).toThrow(
      ShapeError
    );
  });
});
