import { model as flattenModel } from '$lib/kinds/flatten/model';
import { model as movingPatternModel } from '$lib/kinds/moving-pattern/model';
import { model as weightCountModel } from '$lib/kinds/weight-count/model';
import type { SceneModel } from '$lib/kinds/shared/model';
import { matrix } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Writes settings into a link and reads them back. */
function roundTrip<Raw, Settings>(
  { link }: SceneModel<Raw, Settings, never>,
  settings: Settings,
  own: Settings
) {
  return link.read(new URLSearchParams(link.write(settings, own).join('&')), own);
}

function rowsOf<Value>(value: fc.Arbitrary<Value>, rows: number, columns: number) {
  const row = fc.array(value, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

describe('a link to an image that is flattened', () => {
  const own = { image: matrix([[0, 1]]), by: 'pixel', unit: null, shuffle: 0 } as const;
  const read = (query: string) => flattenModel.link.read(new URLSearchParams(query), own);

  it('brings the same pixels back', () => {
    const images = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))
      .chain(([rows, columns]) => rowsOf(fc.integer({ min: 0, max: 255 }), rows, columns));
    fc.assert(
      fc.property(images, (rows) => {
        const settings = { ...own, image: matrix(rows) };
        const back = roundTrip(flattenModel as never, settings, own) as ReturnType<typeof read>;
        expect(back.problems).toEqual([]);
        expect(flattenModel.same(back.settings, settings)).toBe(true);
      })
    );
  });

  it.each(['256', '-1', '1/2', 'a', '', '1,2;3'])('keeps the own image for %s', (input) => {
    expect(read(`input=${input}`)).toEqual({ settings: own, problems: ['input'] });
  });

  it('has no order of pixels where no unit looks at them', () => {
    expect(read('shuffle=3')).toEqual({ settings: own, problems: ['shuffle'] });
  });

  it('brings the same order of pixels back, and no other image than the one that the unit looks for', () => {
    const withUnit = { ...own, unit: matrix([[-1, 1]]) };
    const readUnit = (query: string) => flattenModel.link.read(new URLSearchParams(query), withUnit);
    for (const shuffle of [1, 2, 9999]) {
      const settings = { ...withUnit, shuffle };
      expect(flattenModel.link.write(settings, withUnit)).toEqual([`shuffle=${shuffle}`]);
      expect(readUnit(`shuffle=${shuffle}`)).toEqual({ settings, problems: [] });
      expect(flattenModel.same(settings, withUnit)).toBe(false);
    }
    expect(flattenModel.link.write(withUnit, withUnit)).toEqual([]);
    for (const seed of ['0', '10000', '-1', '1.5', 'x', '']) {
      expect(readUnit(`shuffle=${seed}`)).toEqual({ settings: withUnit, problems: ['shuffle'] });
    }
    expect(readUnit('input=1,2')).toEqual({ settings: withUnit, problems: ['input'] });
  });
});

describe('a link to a count of weights', () => {
  const own = { side: 28, kernel: 3 };
  const read = (query: string) => weightCountModel.link.read(new URLSearchParams(query), own);

  it('brings the same sides back', () => {
    const sides = fc.record({
      side: fc.integer({ min: 2, max: 64 }),
      kernel: fc.integer({ min: 1, max: 11 })
    });
    fc.assert(
      fc.property(sides, (settings) => {
        fc.pre(settings.kernel <= settings.side);
        const query = weightCountModel.link.write(settings, own).join('&');
        expect(read(query)).toEqual({ settings, problems: [] });
      })
    );
  });

  it('says what it could not use', () => {
    expect(read('side=1').problems).toEqual(['size']);
    expect(read('side=65').problems).toEqual(['size']);
    expect(read('kernel=12').problems).toEqual(['kernel']);
    expect(read('kernel=x')).toEqual({ settings: own, problems: ['kernel'] });
    expect(read('side=4&kernel=5')).toEqual({ settings: own, problems: ['kernel-too-large'] });
  });
});

describe('a link to a pattern that moves', () => {
  const own = movingPatternModel.read({
    side: 6,
    pattern: [
      [0, 1],
      [1, 0]
    ],
    places: [[1, 1]]
  });
  const read = (query: string) => movingPatternModel.link.read(new URLSearchParams(query), own);

  it('brings pattern and places back', () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    const drawn = fc.record({
      pattern: rowsOf(fc.constantFrom(0, 1), 2, 2),
      places: fc.array(place, { minLength: 1, maxLength: 8 })
    });
    fc.assert(
      fc.property(drawn, ({ pattern, places }) => {
        fc.pre(pattern.flat().includes(1));
        const settings = movingPatternModel.read({ side: 6, pattern, places });
        const back = read(movingPatternModel.link.write(settings, own).join('&'));
        expect(back.problems).toEqual([]);
        expect(movingPatternModel.same(back.settings, settings)).toBe(true);
      })
    );
  });

  it('says what it could not use', () => {
    expect(read('kernel=0,0;0,0').problems).toEqual(['kernel']);
    expect(read('kernel=2,0;0,0').problems).toEqual(['kernel']);
    expect(read('kernel=1,0,0;0,0,0').problems).toEqual(['kernel']);
    expect(read('places=6,1').problems).toEqual(['place']);
    expect(read('places=0,1').problems).toEqual(['place']);
    expect(read('places=1').problems).toEqual(['place']);
    expect(read('places=1/2,1')).toEqual({ settings: own, problems: ['place'] });
  });
});
