import { exercise as bankShape } from '$lib/practice/kinds/bank-shape/exercise';
import { exercise as roles } from '$lib/practice/kinds/channels-or-filters/exercise';
import { exercise as multiplyAdds } from '$lib/practice/kinds/multiply-adds/exercise';
import { exercise as parameters } from '$lib/practice/kinds/parameters/exercise';
import type { Answer } from '$lib/exercise';
import { describe, expect, it } from 'vitest';

const texts = (answer: Answer) => answer.map((value) => value.toFraction()).join(' ');

/** Keras: Conv2D(32, (3, 3)) on (28, 28, 1); its summary says (26, 26, 32) and 320 parameters. */
const keras = { channels: 1, height: 28, width: 28, filters: 32, kernel: 3, stride: 1, padding: 0 };

/** AlexNet's first layer: 96 filters of 11×11×3 with stride 4 on 227×227 give 55×55 (CS231n). */
const alexNet = { channels: 3, height: 227, width: 227, filters: 96, kernel: 11, stride: 4, padding: 0 };

describe('Conv2D(32, (3, 3)) on (28, 28, 1)', () => {
  it('makes 32 maps of 26×26 with 320 parameters, multiplying 194,688 times', () => {
    expect(texts(bankShape.answer(keras))).toBe('32 26 26');
    expect(texts(parameters.answer(keras))).toBe('320');
    // 26·26·32 cells, nine products each.
    expect(texts(multiplyAdds.answer(keras))).toBe('194688');
  });

  it('288 forgets the biases, 289 has one for all, and 21,920 has one for each cell', () => {
    expect(parameters.wrong['forgot-biases'](keras).map(texts)).toEqual(['288']);
    expect(parameters.wrong['one-bias'](keras).map(texts)).toEqual(['289']);
    expect(parameters.wrong['bias-per-cell'](keras).map(texts)).toEqual(['21920']);
  });

  it('with one channel nothing can be said about depth', () => {
    expect(parameters.wrong['flat-filter'](keras)).toEqual([]);
    expect(parameters.wrong['bias-per-channel'](keras)).toEqual([]);
    expect(multiplyAdds.wrong['depth-ignored'](keras)).toEqual([]);
  });
});

describe("AlexNet's first layer", () => {
  it('makes 96 maps of 55×55 with 34,944 parameters and 105,415,200 multiply-adds', () => {
    expect(texts(bankShape.answer(alexNet))).toBe('96 55 55');
    expect(texts(parameters.answer(alexNet))).toBe('34944');
    expect(texts(multiplyAdds.answer(alexNet))).toBe('105415200');
  });

  it('maps neither grow nor multiply', () => {
    expect(bankShape.wrong['not-summed'](alexNet).map(texts)).toEqual(['288 55 55']);
    expect(bankShape.wrong['grows-with-filters'](alexNet).map(texts)).toEqual(['1 5280 5280']);
    expect(bankShape.wrong['channels-kept'](alexNet).map(texts)).toEqual(['3 55 55']);
    expect(bankShape.wrong['one-map'](alexNet).map(texts)).toEqual(['1 55 55']);
    expect(bankShape.wrong['as-the-input'](alexNet).map(texts)).toEqual(['96 227 227']);
    expect(bankShape.wrong['forgot-first-place'](alexNet).map(texts)).toEqual(['96 54 54']);
  });

  it('227 − 11 is a multiple of 4, and there is no padding: nothing to round, nothing to leave out', () => {
    expect(bankShape.wrong['rounded-up'](alexNet)).toEqual([]);
    expect(bankShape.wrong['ignored-padding'](alexNet)).toEqual([]);
  });

  it('wrong counts of the work: one map, one plane, every pixel', () => {
    expect(multiplyAdds.wrong['one-map'](alexNet).map(texts)).toEqual([`${55 * 55 * 363}`]);
    expect(multiplyAdds.wrong['depth-ignored'](alexNet).map(texts)).toEqual([`${96 * 55 * 55 * 121}`]);
    expect(multiplyAdds.wrong['per-pixel'](alexNet).map(texts)).toEqual([`${96 * 227 * 227 * 363}`]);
    expect(multiplyAdds.wrong['parameters-instead'](alexNet).map(texts)).toEqual(['34944', '34848']);
    expect(multiplyAdds.wrong['outputs-only'](alexNet).map(texts)).toEqual([`${96 * 55 * 55}`]);
  });
});

describe('a colour image and five filters', () => {
  const choices = [1, 3, 5, 15];
  const asked = (counted: Parameters<typeof roles.answer>[0]['counted']) => {
    return { counted, channels: 3, filters: 5, side: 28, kernel: 3, choices };
  };
  const chosen = (answer: Answer) => answer.map((index) => choices[index.valueOf()]);

  it.each([
    ['filters', 5],
    ['filter-channels', 3],
    ['maps', 5],
    ['biases', 5],
    ['planes', 15]
  ] as const)('%s: %i', (counted, count) => {
    expect(chosen(roles.answer(asked(counted)))).toEqual([count]);
  });

  it('who takes channels for filters sees three maps, and five channels in a filter', () => {
    expect(roles.wrong['channels-as-filters'](asked('maps')).flatMap(chosen)).toEqual([3]);
    expect(roles.wrong['channels-as-filters'](asked('filter-channels')).flatMap(chosen)).toEqual([5]);
  });

  it('who does not sum the channels sees fifteen maps', () => {
    expect(roles.wrong['not-summed'](asked('maps')).flatMap(chosen)).toEqual([15]);
  });
});
