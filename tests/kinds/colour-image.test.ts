import { model as colourImageModel, PLANES, type ColourImageSettings } from '$lib/kinds/colour-image/model';
import { matrix, sameTensor } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const own = colourImageModel.read({
  red: [
    [255, 0],
    [7, 128]
  ],
  green: [
    [0, 255],
    [7, 128]
  ],
  blue: [
    [0, 0],
    [7, 129]
  ]
});
const { link, same } = colourImageModel;
const read = (parts: Record<string, string>) => link.read(new URLSearchParams(parts), own);
const brightness = fc.integer({ min: 0, max: 255 });
const planes = fc
  .array(brightness, { minLength: 4, maxLength: 4 })
  .map(([a = 0, b = 0, c = 0, d = 0]) => [a, b, c, d] as const)
  .map(([a, b, c, d]) =>
    matrix([
      [a, b],
      [c, d]
    ])
  );
const images = fc.record({ red: planes, green: planes, blue: planes });

describe('the link of a colour image', () => {
  it('brings back every number', () => {
    fc.assert(
      fc.property(images, (image) => {
        const query = link.write(image, own).join('&');
        const { settings, problems } = link.read(new URLSearchParams(query), own);
        expect(problems).toEqual([]);
        for (const name of PLANES) expect(sameTensor(settings[name], image[name])).toBe(true);
      })
    );
  });

  it('says nothing of what is the lesson’s own', () => {
    expect(link.write(own, own)).toEqual([]);
    expect(link.write({ ...own, blue: own.red }, own)).toEqual(['blue=255,0;7,128']);
  });

  it.each([
    ['a number above 255', '256,0;0,0'],
    ['a negative one', '-1,0;0,0'],
    ['a fraction', '1/2,0;0,0'],
    ['another size', '1,2,3;4,5,6'],
    ['words', 'red,red;red,red'],
    ['nothing', '']
  ])('with %s is named, and the lesson’s own plane is shown', (_, red) => {
    const { settings, problems } = read({ red, green: '1,2;3,4' });
    expect(problems).toEqual(['plane']);
    expect(sameTensor(settings.red, own.red)).toBe(true);
    expect(settings.green.data.map(Number)).toEqual([1, 2, 3, 4]);
  });

  it('of any text at all gives an image that can be shown', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...PLANES), fc.string()), (parts) => {
        const { settings } = read(parts);
        for (const name of PLANES) {
          expect(settings[name].data).toHaveLength(4);
          for (const value of settings[name].data.map(Number)) {
            expect(Number.isInteger(value) && value >= 0 && value <= 255).toBe(true);
          }
        }
      })
    );
  });
});

describe('the steps of a colour image', () => {
  it('are its three planes and the count', () => {
    const run = colourImageModel.run(own, 'cell');
    expect(run.length).toBe(4);
    expect(run.shape).toEqual([2, 2, 3]);
    for (let step = 0; step <= 4; step++) expect(run.stepAfter(run.cellsAt(step))).toBe(step);
    expect(() => run.stepAfter(5)).toThrow(RangeError);
  });

  it('an image equals itself and no other', () => {
    fc.assert(
      fc.property(images, images, (left, right) => {
        const numbers = (image: ColourImageSettings) => PLANES.map((name) => image[name].data.map(Number));
        expect(same(left, right)).toBe(JSON.stringify(numbers(left)) === JSON.stringify(numbers(right)));
        expect(same(left, left)).toBe(true);
      })
    );
  });
});
