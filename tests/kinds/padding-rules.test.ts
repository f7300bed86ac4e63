import { Fraction, matrix } from '$lib/engine';
import { gradePrediction } from '$lib/kinds/models';
import { model } from '$lib/kinds/sliding-window/model';
import { wrong } from '$lib/kinds/sliding-window/wrong';
import { expect, it } from 'vitest';
import { WORKED_EXAMPLES } from '../data/worked-examples';

const padded = WORKED_EXAMPLES.find(({ id }) => id === 'four-by-four-padded');
const plain = WORKED_EXAMPLES.find(({ id }) => id === 'four-by-four');

function grade(answer: number) {
  if (!padded) throw new Error('there is no such example');
  const settings = { ...padded, input: matrix(padded.input), kernel: matrix(padded.kernel) };
  const rules = ['ring-forgotten', 'edge-repeated', 'added', 'turned-kernel'];
  return gradePrediction({ model, wrong }, model.run(settings, 'cell'), 2, new Fraction(answer), rules);
}

it('the second cell with a ring of zeros is that of the worked example', () => {
  expect(grade(padded?.output[0]?.[1] ?? NaN)).toMatchObject({ code: 'correct' });
});

it('the second cell of the map without padding comes from forgetting the ring', () => {
  expect(grade(plain?.output[0]?.[1] ?? NaN)).toMatchObject({ code: 'wrong', rule: 'ring-forgotten' });
});

it('a ring that repeats the edge gives another value', () => {
  // Above stands the first row once more: 1×1 + 0×2 + 1×3 + 0×2 + 2×1 + 1×1 = 7.
  expect(grade(7)).toMatchObject({ code: 'wrong', rule: 'edge-repeated' });
});
