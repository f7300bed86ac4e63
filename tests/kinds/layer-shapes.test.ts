import { Fraction } from '$lib/engine';
import { model } from '$lib/kinds/layer-shapes/model';
import type { LayerSettings } from '$lib/kinds/layer-shapes/settings';
import { wrong } from '$lib/kinds/layer-shapes/wrong';
import { gradePrediction } from '$lib/kinds/models';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Conv2D(32, (3, 3)) on (28, 28, 1): Keras's summary says (26, 26, 32) and 320 parameters. */
const KERAS: LayerSettings = {
  channels: 1,
  height: 28,
  width: 28,
  filters: 32,
  kernel: 3,
  stride: 1,
  padding: 0,
  order: 'channels-last'
};
const COLOUR: LayerSettings = { ...KERAS, channels: 3, height: 32, width: 32, filters: 8 };

describe('a layer known by its shapes', () => {
  it('is what Keras says of Conv2D(32, (3, 3))', () => {
    const { all } = model.run(KERAS, 'cell');
    expect(all.outputShape).toEqual([32, 26, 26]);
    expect(all.parameters).toBe(320);
    expect(all.multiplyAdds).toBe(26 * 26 * 32 * 9);
  });

  it('has maps of the same size and so many times the parameters of one filter, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 64 }), (filters, channels) => {
        const run = model.run({ ...KERAS, filters, channels }, 'cell');
        expect([run.outputHeight, run.outputWidth]).toEqual([26, 26]);
        expect(run.all.parameters).toBe(filters * run.one.parameters);
      })
    );
  });

  it.each([
    [KERAS, 3, 'forgot-biases', 288],
    [KERAS, 3, 'one-bias', 289],
    [KERAS, 3, 'bias-per-cell', 288 + 32 * 676],
    [KERAS, 5, 'grows-with-filters', 32 * 26],
    [KERAS, 5, 'as-the-input', 28],
    [COLOUR, 3, 'forgot-biases', 8 * 27],
    [COLOUR, 3, 'bias-per-channel', 8 * (27 + 3)],
    [COLOUR, 3, 'flat-filter', 8 * (9 + 1)]
  ] as const)('explains a wrong count: %#', (settings, cell, rule, answer) => {
    const run = model.run(settings, 'cell');
    expect(gradePrediction({ model, wrong }, run, cell, new Fraction(answer), [rule])).toMatchObject({
      code: 'wrong',
      rule
    });
  });

  it('reaches its goal with the parameters and the size that were asked for', () => {
    const goal = { name: 'parameters', count: 448, side: 32 };
    const isReached = (change: Partial<LayerSettings>) => {
      const settings = { ...COLOUR, ...change };
      return model.reached?.(goal, settings, model.run(settings, 'cell'));
    };
    expect(isReached({ filters: 16, padding: 1 })).toBe(true);
    expect(isReached({ filters: 16 })).toBe(false);
    expect(isReached({ padding: 1 })).toBe(false);
  });
});

describe('the link of a layer', () => {
  const read = (query: string) => model.link.read(new URLSearchParams(query), KERAS);

  it('leads back to the same numbers', () => {
    const changed = { ...COLOUR, stride: 2, padding: 2, kernel: 5 };
    const found = read(model.link.write(changed, KERAS).join('&'));
    expect(found.problems).toEqual([]);
    expect(model.same(found.settings, changed)).toBe(true);
  });

  it.each([
    ['filters=0', 'size'],
    ['filters=65', 'size'],
    ['height=a', 'size'],
    ['kernel=12', 'kernel'],
    ['stride=0', 'stride'],
    ['padding=-1', 'padding'],
    ['height=2', 'kernel-too-large']
  ])('%s is named, and the own numbers stay', (query, problem) => {
    const { settings, problems } = read(query);
    expect(problems).toEqual([problem]);
    expect(model.same(settings, KERAS)).toBe(true);
  });
});
