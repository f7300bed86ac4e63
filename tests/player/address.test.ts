import { matrix, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import { model as slidingWindowModel } from '$lib/kinds/sliding-window/model';
import {
  readAddress,
  writeAddress,
  type LinkProblem,
  type LinkScene as AnyLinkScene,
  type LinkState as AnyLinkState
} from '$lib/player/address';
import type { Grain, WindowSettings } from '$lib/trace';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, matricesUpTo, settingsWith } from '../data/arbitraries';

type LinkScene = AnyLinkScene & { readonly settings: WindowSettings };
type LinkState = AnyLinkState & { readonly settings: WindowSettings };

const own: WindowSettings = {
  input: matrix([
    [1, 2, 3],
    [4, 5, 6],
    [7, 8, 9]
  ]),
  kernel: matrix([
    [1, '1/2'],
    [-1, 0]
  ]),
  stride: 1,
  padding: 0
};
const other: WindowSettings = { ...own, kernel: matrix([[1]]), stride: 2, padding: 1 };

const ofWindows = {
  grains: slidingWindowModel.grains,
  link: slidingWindowModel.link as AnyLinkScene['link']
};
const SCENES: [LinkScene, ...LinkScene[]] = [
  { id: 'open', grain: 'cell', settings: own, editable: true, ...ofWindows },
  { id: 'fixed', grain: 'product', settings: other, editable: false, ...ofWindows },
  { id: 'open-too', grain: 'product', settings: other, editable: true, ...ofWindows }
];
const [open, fixed] = SCENES as unknown as [LinkScene, LinkScene];

const read = (query: string) => readAddress(new URLSearchParams(query), SCENES) as LinkState;
const grains = fc.constantFrom<Grain>('cell', 'product');
const steps = fc.integer({ min: 0, max: 999_999 });

function expectSame(left: WindowSettings, right: WindowSettings): void {
  expect(sameTensor(left.input, right.input)).toBe(true);
  expect(sameTensor(left.kernel, right.kernel)).toBe(true);
  expect([left.stride, left.padding]).toEqual([right.stride, right.padding]);
}

function written(own: LinkScene, changes: Partial<{ step: number; grain: Grain } & WindowSettings>): string {
  const { step = 0, grain = own.grain, ...numbers } = changes;
  return writeAddress(own, { step, grain, settings: { ...own.settings, ...numbers } });
}

describe('an address', () => {
  it('brings back the scene, the step, the detail and every number', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 2),
        steps,
        grains,
        settingsWith(entered),
        (scene, step, grain, settings) => {
          const query = writeAddress(SCENES[scene] as LinkScene, { step, grain, settings });
          const state = read(query);
          expect(state).toMatchObject({ scene, step, grain, problems: [] });
          expectSame(state.settings, settings);
        }
      )
    );
  });

  it('brings back a scene whose numbers are fixed', () => {
    fc.assert(
      fc.property(steps, grains, (step, grain) => {
        const state = read(writeAddress(fixed, { step, grain, settings: fixed.settings }));
        expect(state).toEqual({ scene: 1, step, grain, settings: fixed.settings, problems: [], unknown: [] });
      })
    );
  });

  it('is written the same again when it is read', () => {
    fc.assert(
      fc.property(steps, grains, settingsWith(entered), (step, grain, settings) => {
        const query = writeAddress(open, { step, grain, settings });
        expect(writeAddress(open, read(query))).toBe(query);
      })
    );
  });

  it('needs no escaping in a query', () => {
    fc.assert(
      fc.property(settingsWith(entered), (settings) => {
        const query = writeAddress(open, { step: 3, grain: 'product', settings });
        expect(query).toMatch(/^\?[a-z0-9=&,;/.-]+$/);
        expect(new URL(`https://stride.test/${query}`).search).toBe(query);
      })
    );
  });
});

describe('what is written', () => {
  it('is the scene and the step, always', () => {
    expect(written(open, {})).toBe('?scene=open&step=0');
    expect(written(fixed, { step: 12 })).toBe('?scene=fixed&step=12');
  });

  it('is beyond that only what differs', () => {
    const start = '?scene=open&step=0';
    expect(written(open, { grain: 'product' })).toBe(`${start}&grain=product`);
    expect(written(open, { grain: 'cell' })).toBe(start);
    expect(written(open, { stride: 3 })).toBe(`${start}&stride=3`);
    expect(written(open, { padding: 2 })).toBe(`${start}&padding=2`);
    expect(written(open, { kernel: matrix([[1, '-1/3']]) })).toBe(`${start}&kernel=1,-1/3`);
    expect(
      written(open, {
        input: matrix([
          [0.5, 0],
          [2, 1]
        ])
      })
    ).toBe(`${start}&input=1/2,0;2,1`);
  });

  it('leaves out equal numbers that are other objects', () => {
    const copy = (image: ExactTensor) => ({ shape: [...image.shape], data: [...image.data] });
    expect(written(open, { input: copy(own.input), kernel: copy(own.kernel) })).toBe('?scene=open&step=0');
  });

  it('tells apart matrices with the same numbers in another shape', () => {
    expect(written(open, { kernel: matrix([[1], ['1/2'], [-1], [0]]) })).toContain('kernel=1;1/2;-1;0');
  });
});

describe('what is left out of an address', () => {
  it('is the first scene, step 0 and its own detail and numbers', () => {
    expect(read('')).toEqual({ scene: 0, step: 0, grain: 'cell', settings: own, problems: [], unknown: [] });
  });

  it('is what the named scene has, not what the first one has', () => {
    const state = read('scene=open-too&input=9');
    expect(state).toMatchObject({ scene: 2, grain: 'product', problems: [] });
    expectSame(state.settings, { ...other, input: matrix([[9]]) });
  });
});

describe('a part that cannot be used', () => {
  const CASES: readonly [LinkProblem, string][] = [
    ...['-1', '1.5', '1e3', 'x', '', ' ', '99999999999999999999', '0x1', '１'].map(
      (text): [LinkProblem, string] => ['step', `step=${text}`]
    ),
    ...['Cell', '', 'cells', '1'].map((text): [LinkProblem, string] => ['grain', `grain=${text}`]),
    ...['', 'x', '1,2;3', '1,,2', '1/0', ';', '1,2,3,4,5,6,7,8,9', '1;2;3;4;5;6;7;8;9', '1%2B1'].map(
      (text): [LinkProblem, string] => ['input', `input=${text}`]
    ),
    ...['', 'NaN', '1/', 'Infinity', '12345678'].map((text): [LinkProblem, string] => [
      'kernel',
      `kernel=${text}`
    ]),
    ...['0', '-1', '9', '1.0', 'two', ''].map((text): [LinkProblem, string] => ['stride', `stride=${text}`]),
    ...['-1', '3', '0.5', ''].map((text): [LinkProblem, string] => ['padding', `padding=${text}`])
  ];

  it.each(CASES)('is named (%s) and is the lesson’s own: %s', (problem, query) => {
    const state = read(query);
    expect(state.problems).toEqual([problem]);
    expect(state).toMatchObject({ scene: 0, step: 0, grain: 'cell' });
    expectSame(state.settings, own);
  });

  it('does not spoil the parts beside it', () => {
    const state = read('scene=open&step=4&grain=none&input=x&kernel=2&stride=0&padding=1');
    expect(state).toMatchObject({ scene: 0, step: 4, grain: 'cell' });
    expect(state.problems).toEqual(['grain', 'input', 'stride']);
    expectSame(state.settings, { input: own.input, kernel: matrix([[2]]), stride: 1, padding: 1 });
  });

  it('is named once, together with all the others', () => {
    const state = read('step=x&grain=x&input=x&kernel=x&stride=x&padding=x');
    expect(state.problems).toEqual(['step', 'grain', 'input', 'kernel', 'stride', 'padding']);
    expectSame(state.settings, own);
  });

  it('is a scene that there is not: the first one from its beginning, whatever else is said', () => {
    for (const id of ['', 'Open', 'nowhere', 'open%20', '__proto__']) {
      const state = read(`scene=${id}&step=5&grain=product&input=1&stride=2`);
      expect(state).toEqual({
        scene: 0,
        step: 0,
        grain: 'cell',
        settings: own,
        problems: ['scene'],
        unknown: []
      });
    }
  });

  it('is a kernel larger than the padded input: all numbers are the lesson’s own', () => {
    const state = read('input=1,2;3,4&kernel=1,1,1;1,1,1;1,1,1&stride=2');
    expect(state.problems).toEqual(['kernel-too-large']);
    expectSame(state.settings, own);
    expect(read('input=1,2;3,4&kernel=1,1,1;1,1,1;1,1,1&padding=1').problems).toEqual([]);
    expect(read('input=1').problems).toEqual(['kernel-too-large']);
  });

  it('is any number on a scene that cannot be edited', () => {
    for (const part of ['input=1', 'kernel=1', 'stride=1', 'padding=0', 'stride=x', 'input=x&padding=9']) {
      const state = read(`scene=fixed&step=7&${part}`);
      expect(state.problems).toEqual(['fixed']);
      expect(state).toMatchObject({ scene: 1, step: 7, grain: 'product', settings: fixed.settings });
    }
  });
});

describe('a part that means nothing', () => {
  it.each([
    ['scene=open&amp;step=3', ['amp;step']],
    ['scene=open&step=3&kernal=1', ['kernal']],
    ['Scene=open', ['Scene']],
    ['scene=open&image=1,2;3,4&image=5', ['image']],
    ['step=1?grain=cell&x', ['x']],
    ['bias=1&size=3', ['bias', 'size']],
    ['__proto__=1', ['__proto__']]
  ])('is named: %s', (query, unknown) => {
    expect(read(query).unknown).toEqual(unknown);
  });

  it('stands beside those that do', () => {
    expect(read('scene=open-too&step=2&foo=1&stride=1')).toMatchObject({ scene: 2, step: 2, problems: [] });
  });

  it.each([
    'utm_source=newsletter&utm_medium=email&utm_campaign=spring&utm_id=1',
    'fbclid=IwAR0',
    'gclid=x&gbraid=y&wbraid=z&gad_source=1&_gl=1*abc',
    'msclkid=1&ttclid=2&twclid=3&li_fat_id=4&yclid=5&igshid=6',
    'mc_cid=1&mc_eid=2&_hsenc=3&_hsmi=4&mkt_tok=5',
    'n_media=27758&n_query=cnn&n_rank=1&NaPm=ct'
  ])('is not spoken of when a tracker has added it: %s', (query) => {
    expect(read(`scene=open&step=3&${query}`)).toMatchObject({ step: 3, problems: [], unknown: [] });
  });
});

describe('whatever the text', () => {
  const NAMES = ['scene', 'step', 'grain', 'input', 'kernel', 'stride', 'padding'];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[-+\d.,;/e()√π ]*$/),
    fc.constantFrom('open', 'open-too', 'fixed', 'cell', '1', '2', '<script>', '\0', '../..', '1/3'),
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat(5000))
      .map(([text, times]) => text.repeat(times))
  );

  function expectShowable(state: ReturnType<typeof read>): void {
    const { input, kernel, padding, stride } = state.settings;
    expect(SCENES[state.scene]).toBeDefined();
    expect(state.step).toBeGreaterThanOrEqual(0);
    expect(Number.isInteger(state.step)).toBe(true);
    expect(['cell', 'product']).toContain(state.grain);
    expect(stride).toBeGreaterThanOrEqual(1);
    for (const side of ['height', 'width'] as const) {
      expect(sizeOf(input)[side]).toBeLessThanOrEqual(8);
      expect(sizeOf(kernel)[side]).toBeLessThanOrEqual(sizeOf(input)[side] + 2 * padding);
    }
  }

  it('what is read can be shown', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...NAMES), hostile), (parts) => {
        expectShowable(readAddress(new URLSearchParams(parts), SCENES) as LinkState);
      })
    );
  });

  it('a huge one is refused at once', () => {
    for (const name of NAMES) {
      for (const text of ['1,'.repeat(500_000), '9'.repeat(1_000_000), '(((('.repeat(250_000)]) {
        const state = readAddress(new URLSearchParams({ [name]: text }), SCENES) as LinkState;
        expect(state.problems).toEqual([name]);
        expectSame(state.settings, own);
      }
    }
  });

  it('the first of a part that is named twice counts', () => {
    expect(read('step=3&step=x')).toMatchObject({ step: 3, problems: [] });
  });

  it('parts that are not known are passed over', () => {
    expect(read('utm_source=mail&lang=ko&step=2')).toMatchObject({ step: 2, problems: [] });
  });

  it('no two different matrices are written alike', () => {
    const kernel = matricesUpTo(3, entered);
    fc.assert(
      fc.property(kernel, kernel, (left, right) => {
        const alike = written(open, { kernel: left }) === written(open, { kernel: right });
        expect(alike).toBe(sameTensor(left, right));
      })
    );
  });
});
