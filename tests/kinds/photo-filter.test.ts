import { Fraction, matrix } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { shadingOf, greySentence } from '$lib/kinds/photo-filter/shading';
import { model } from '$lib/kinds/photo-filter/model';
import { wrong } from '$lib/kinds/photo-filter/wrong';
import { middleOf, placeAround } from '$lib/kinds/photo-filter/view.svelte';
import { model as windowModel } from '$lib/kinds/sliding-window/model';
import { describe, expect, it } from 'vitest';

const stop = (kernel: 'identity' | 'box-blur' | 'upright-edges' | 'mine') => ({
  kernel,
  row: 0.5,
  column: 0.5,
  filtered: true
});
const own = model.read({
  photo: 'chelsea',
  own: true,
  stops: [stop('identity'), stop('identity'), stop('box-blur'), stop('upright-edges'), stop('mine')],
  presets: ['identity', 'box-blur'],
  wall: 200,
  mine: [
    [1, 0, -1],
    [1, 0, -1],
    [1, 0, -1]
  ]
});
const SHARP = matrix([
  [0, -1, 0],
  [-1, 5, -1],
  [0, -1, 0]
]);
const LYING = matrix([
  [-1, -2, -1],
  [0, 0, 0],
  [1, 2, 1]
]);
const run = model.run(own, 'cell');

describe('an even wall of 200', () => {
  it('stays 200 under weights that add up to 1, and is 0 under weights that add up to 0', () => {
    expect([1, 2, 3, 4].map((cell) => model.value(run, cell).valueOf())).toEqual([200, 200, 0, 0]);
  });

  it.each([
    ['200', 'brightness-kept'],
    ['1800', 'ignored-weights'],
    // 1 + 2 + 1 to the left and as much to the right, without signs; and the right side alone.
    ['1600', 'signs-ignored'],
    ['800', 'negatives-dropped']
  ])('%s is explained by %s', (answer, rule) => {
    const grade = gradePrediction({ model, wrong }, run, 3, new Fraction(answer), Object.keys(wrong));
    expect(grade).toMatchObject({ code: 'wrong', rule });
  });
});

describe('the address of a photograph under a kernel', () => {
  const read = (query: string) => model.link.read(new URLSearchParams(query), own);

  it('leads back to what was changed', () => {
    const settings = { ...own, kernel: SHARP, mine: LYING, shading: 'value' as const };
    const query = model.link.write(settings, own).join('&');
    expect(query).toBe('kernel=0,-1,0;-1,5,-1;0,-1,0&mine=-1,-2,-1;0,0,0;1,2,1&shading=value');
    const found = read(query);
    expect(found.problems).toEqual([]);
    expect(model.same(found.settings, settings)).toBe(true);
  });

  it('has nothing of what is the lesson’s own', () => {
    expect(model.link.write(own, own)).toEqual([]);
  });

  it.each([
    ['kernel=1,2;3,4', 'kernel'],
    ['mine=a,b,c', 'kernel'],
    ['shading=pink', 'shading']
  ])('%s is named', (query, problem) => {
    const found = read(query);
    expect(found.problems).toEqual([problem]);
    expect(model.same(found.settings, own)).toBe(true);
  });
});

describe('the kernel of another scene', () => {
  const handed = (kernel: (number | string)[][]) => {
    const settings = windowModel.read({ input: [[1, 2, 3], [4, 5, 6], [7, 8, 9]], kernel, stride: 1, padding: 0 }); // prettier-ignore
    return windowModel.hands?.(settings) ?? {};
  };

  it('comes along where it is 3×3, and the lesson’s words still fit', () => {
    const taken = model.takes?.(own, handed([[0, 0, 0], [0, 2, 0], [0, 0, 0]])) ?? own; // prettier-ignore
    expect(taken.mine.data.map(Number)).toEqual([0, 0, 0, 0, 2, 0, 0, 0, 0]);
    expect(model.same(taken, own)).toBe(false);
    expect(model.fits?.(taken, own)).toBe(true);
    expect(model.value(model.run(taken, 'cell'), 4).valueOf()).toBe(400);
  });

  it('stays where it is, where it has another size', () => {
    expect(model.takes?.(own, handed([[1, 2, 3]]))).toBe(own);
  });
});

describe('a kernel for lying edges alone', () => {
  const goal = { name: 'lying-edges' };
  const reached = (kernel: (number | string)[][]) =>
    model.reached?.(goal, { ...own, kernel: matrix(kernel) }, run);

  it.each([
    ['Sobel’s, turned', [[-1, -2, -1], [0, 0, 0], [1, 2, 1]]],
    ['above less below', [['1/3', '1/3', '1/3'], [0, 0, 0], ['-1/3', '-1/3', '-1/3']]],
    ['two cells', [[0, 1, 0], [0, -1, 0], [0, 0, 0]]]
  ])('is reached: %s', (_, kernel) => expect(reached(kernel)).toBe(true)); // prettier-ignore

  it.each([
    ['for upright ones', [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]],
    ['for edges of all ways', [[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]],
    ['for corners', [[1, 0, -1], [0, 0, 0], [-1, 0, 1]]],
    ['nothing', [[0, 0, 0], [0, 0, 0], [0, 0, 0]]]
  ])('is not reached: %s', (_, kernel) => expect(reached(kernel)).toBe(false)); // prettier-ignore

  it('is not reached before anything was changed', () => {
    expect(model.reached?.(goal, { ...own, mine: LYING }, run)).toBe(false);
  });
});

describe('how a sum becomes a grey', () => {
  it('is by its size for weights that add up to 0, and as it is for others', () => {
    expect([LYING, SHARP].map(shadingOf)).toEqual(['size', 'value']);
  });

  it.each([
    ['-522', 'size', '|−522| = 522 is above 255, so its pixel is white (255).'],
    ['-7', 'size', '|−7| = 7, painted as grey 7.'],
    ['-7', 'value', '−7 is below 0, so its pixel is black (0).'],
    ['255', 'value', '255, painted as grey 255.'],
    ['834/9', 'value', '278/3 ≈ 92.7, rounded and painted as grey 93.']
  ] as const)('%s by its %s is said to be so', (sum, shading, sentence) => {
    expect(greySentence(new Fraction(sum), shading, 'en')).toBe(sentence);
  });
});

describe('a window on a picture', () => {
  const picture = { width: 10, height: 6 };

  it('lies around the pixel that was chosen, and within the picture at its edges', () => {
    expect(placeAround({ row: 3, column: 4 }, picture)).toEqual({ row: 2, column: 3 });
    expect(placeAround({ row: 0, column: 0 }, picture)).toEqual({ row: 0, column: 0 });
    // Six rows and ten columns leave four and eight places.
    expect(placeAround({ row: 5, column: 9 }, picture)).toEqual({ row: 3, column: 7 });
    expect(middleOf({ row: 2, column: 3 })).toEqual({ row: 3, column: 4 });
  });
});
