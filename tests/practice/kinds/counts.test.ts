import { wholes } from '$lib/exercise';
import { exerciseKind, type ExerciseName } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';

const wrongOf = (name: ExerciseName, rule: string, parameters: object) =>
  exerciseKind(name).wrong[rule]?.(parameters);

describe('the numbers of an image', () => {
  it('a 4×4 colour image: 48, not 16, 11 or 19', () => {
    const parameters = { shape: [4, 4, 3] };
    expect(exerciseKind('image-numbers').answer(parameters)).toEqual(wholes(48));
    expect(wrongOf('image-numbers', 'one-plane', parameters)).toEqual([wholes(16)]);
    expect(wrongOf('image-numbers', 'added-lengths', parameters)).toEqual([wholes(11)]);
    expect(wrongOf('image-numbers', 'added-channels', parameters)).toEqual([wholes(19)]);
  });
});

describe('the weights of a dense layer and of a filter', () => {
  it('28×28 and a 3×3 filter: 784 pixels, 676 outputs, 529,984 weights against 9', () => {
    const parameters = { height: 28, width: 28, kernel: 3, told: false };
    expect(exerciseKind('dense-weights').answer(parameters)).toEqual(wholes(529_984, 9));
    const wrong = (rule: string) => wrongOf('dense-weights', rule, parameters);
    expect(wrong('one-output')).toEqual([wholes(784, 9)]);
    expect(wrong('added-units')).toEqual([wholes(784 + 676, 9)]);
    expect(wrong('kept-length')).toEqual([wholes(784 * 784, 9)]);
    expect(wrong('weights-per-position')).toEqual([wholes(529_984, 9 * 676)]);
    expect(wrong('one-weight-per-output')).toEqual([wholes(529_984, 676)]);
  });
});
