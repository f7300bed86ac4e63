import { exercise as averagePooling } from '$lib/practice/kinds/average-pooling/exercise';
import { exercise as maxPooling } from '$lib/practice/kinds/max-pooling/exercise';
import { exercise as pooledSize } from '$lib/practice/kinds/pooled-size/exercise';
import { exercise as poolingParameters } from '$lib/practice/kinds/pooling-parameters/exercise';
import type { Answer } from '$lib/exercise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsAlong } from '../../data/pooling';

const texts = (answer: Answer) => answer.map((value) => value.toFraction()).join(' ');

/** The map on which the lesson shows both poolings, with a window of 2×2 and stride 2. */
const lesson = {
  input: [
    [3, -1, 12, -1],
    [-3, 1, 0, 1],
    [2, -3, 0, 1],
    [3, -2, 4, -1]
  ],
  size: 2,
  stride: 2
};

describe("the lesson's 4×4 map", () => {
  it('max pooling leaves 3, 12, 3, 4', () => {
    expect(maxPooling.form(lesson)).toEqual({ form: 'grid', rows: 2, columns: 2 });
    expect(texts(maxPooling.answer(lesson))).toBe('3 12 3 4');
  });

  it('average pooling leaves 0, 3, 0, 1', () => {
    expect(texts(averagePooling.answer(lesson))).toBe('0 3 0 1');
  });

  it('who takes one pooling for the other gives the other one', () => {
    expect(maxPooling.wrong['other-pooling'](lesson).map(texts)).toEqual(['0 3 0 1']);
    expect(averagePooling.wrong['other-pooling'](lesson).map(texts)).toEqual(['3 12 3 4']);
  });

  it('who adds up and stops gives 0, 12, 0, 4, and who divides by the side 0, 6, 0, 2', () => {
    expect(averagePooling.wrong['added-up'](lesson).map(texts)).toEqual(['0 12 0 4']);
    expect(averagePooling.wrong['wrong-divisor'](lesson).map(texts)).toContain('0 6 0 2');
  });

  it('who moves the window by one cell gives the maxima of the first three columns and rows', () => {
    expect(maxPooling.wrong['moved-by-one'](lesson).map(texts)).toEqual(['3 12 2 1']);
  });

  it('with these numbers nothing tells the largest from the farthest from 0, so no question has them', () => {
    expect(maxPooling.wrong['largest-magnitude'](lesson).map(texts)).toContain('3 12 3 4');
  });
});

describe('a window of negative numbers', () => {
  const negative = {
    input: [
      [-4, -2],
      [-8, -3]
    ],
    size: 2,
    stride: 2
  };

  it('the largest is −2: not 0, not −8 and not 8', () => {
    expect(texts(maxPooling.answer(negative))).toBe('-2');
    expect(maxPooling.wrong['never-negative'](negative).map(texts)).toEqual(['0']);
    expect(maxPooling.wrong['largest-magnitude'](negative).map(texts)).toEqual(['-8', '8']);
  });
});

describe('the size after pooling', () => {
  it('is as many as there are windows, counted one by one, whichever way it is rounded', () => {
    const whole = (min: number, max: number) => fc.integer({ min, max });
    const windows = fc.tuple(whole(5, 12), whole(5, 12), whole(2, 5), whole(1, 4), fc.boolean());
    fc.assert(
      fc.property(windows, ([height, width, size, step, isCeil]) => {
        const stride = Math.min(step, size);
        const parameters = { height, width, size, stride, rounding: isCeil ? 'ceil' : 'floor' } as const;
        const counted = [height, width].map(
          (length) => beginningsAlong(length, size, stride, 0, isCeil).length
        );
        expect(texts(pooledSize.answer(parameters))).toBe(counted.join(' '));
      })
    );
  });

  it('AlexNet pools 55×55 with 3×3 windows and stride 2 to 27×27', () => {
    const layer = { height: 55, width: 55, size: 3, stride: 2, rounding: 'floor' } as const;
    expect(texts(pooledSize.answer(layer))).toBe('27 27');
    expect(pooledSize.wrong['input-by-stride'](layer).map(texts)).toEqual(['55/2 55/2', '27 27']);
    expect(pooledSize.wrong['forgot-first-place'](layer).map(texts)).toEqual(['26 26']);
  });
});

describe('what pooling leaves and learns', () => {
  // LeNet-5 with max pooling: 6 maps of 28×28, pooled to 14×14, then 16 filters of 5×5.
  const layer = {
    channels: 6,
    height: 28,
    width: 28,
    size: 2,
    filters: 16,
    kernel: 5,
    asksNext: true
  };

  it('six channels, nothing learned, and 16×6×5×5 = 2400 weights after it', () => {
    expect(texts(poolingParameters.answer(layer))).toBe('6 0 2400');
  });

  it('a window is no filter, channels do not mix, and the next layer does not shrink', () => {
    expect(poolingParameters.wrong['window-of-weights'](layer).map(texts)).toEqual(['6 4 2400', '6 24 2400']);
    expect(poolingParameters.wrong['filters-with-bias'](layer).map(texts)).toEqual(['6 30 2400']);
    expect(poolingParameters.wrong['mixed-channels'](layer).map(texts)).toEqual(['1 0 400']);
    expect(poolingParameters.wrong['next-shrinks'](layer).map(texts)).toEqual(['6 0 600']);
  });

  it('weights that follow rightly from wrong channels are carried', () => {
    const [one] = poolingParameters.wrong['mixed-channels'](layer);
    expect(texts(poolingParameters.carried(layer, one ?? []))).toBe('6 0 400');
    expect(texts(poolingParameters.carried(layer, [null, null, null]))).toBe('6 0 2400');
  });
});
