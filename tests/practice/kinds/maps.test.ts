import { matrix } from '$lib/engine';
import { LEVELS } from '$lib/exercise';
import { exerciseKind, questionOf, type ExerciseName } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';
import { dot, pairings, turned } from '../../data/naive';
import { ratioOf } from '../../data/ratio';
import { workedExample } from '../../data/worked-examples';

type Rows = readonly (readonly number[])[];

interface MapQuestion {
  readonly input: Rows;
  readonly kernel: Rows;
  readonly stride: number;
  readonly padding: number;
}

const numbers = (answer: readonly { valueOf(): number }[]) => answer.map((value) => value.valueOf());
const answerTo = (name: ExerciseName, parameters: object) => numbers(exerciseKind(name).answer(parameters));
const wrongOf = (name: ExerciseName, rule: string, parameters: object) =>
  (exerciseKind(name).wrong[rule]?.(parameters) ?? []).map(numbers);

/** The example of that name, as the parameters of a question. */
function example(id: string): MapQuestion {
  const { input, kernel, stride, padding } = workedExample(id);
  return { input, kernel, stride, padding };
}

/** The map that the tests' own convolution finds. */
function naive({ input, kernel, stride, padding }: MapQuestion, kernelIsTurned = false) {
  const setting = { input: matrix(input), kernel: matrix(kernel), stride, padding };
  return pairings(setting, kernelIsTurned).flat().map(dot);
}

describe('a map', () => {
  it.each([
    ['feature-map', 'six-by-six'],
    ['feature-map', 'four-by-four'],
    ['feature-map', 'seven-by-seven'],
    ['padded-map', 'four-by-four-padded'],
    ['strided-map', 'four-by-four-stride-2'],
    ['strided-map', 'seven-by-seven-stride-2'],
    ['strided-map', 'seven-by-seven-stride-3']
  ] as const)('%s: the worked example %s', (name, id) => {
    const { output } = workedExample(id);
    const parameters = example(id);
    expect(answerTo(name, parameters)).toEqual(output.flat());
    expect(exerciseKind(name).form(parameters)).toEqual({
      form: 'grid',
      rows: output.length,
      columns: output[0]?.length
    });
  });

  it('biased-map: the worked example four-by-four with a bias of 3, which the bias lesson takes', () => {
    const parameters = { ...example('four-by-four'), bias: 3 };
    expect(answerTo('biased-map', parameters)).toEqual([15, 21, 20, 18]);
    expect(wrongOf('biased-map', 'forgot-bias', parameters)).toEqual([[12, 18, 17, 15]]);
    // 3 nine times is 27.
    expect(wrongOf('biased-map', 'bias-per-weight', parameters)).toEqual([[39, 45, 44, 42]]);
    expect(wrongOf('biased-map', 'multiplied-bias', parameters)).toEqual([[36, 54, 51, 45]]);
  });

  it.each(['feature-map', 'padded-map', 'strided-map'] as const)(
    '%s: any question, by trying every place',
    (name) => {
      for (const level of LEVELS) {
        for (let seed = 0; seed < 50; seed++) {
          const { parameters, answer } = questionOf(name, level, seed);
          const asked = parameters as MapQuestion;
          expect(answer.map(ratioOf)).toEqual(naive(asked));
          const [withTurned = []] = exerciseKind(name).wrong['turned-kernel']?.(asked) ?? [];
          expect(withTurned.map(ratioOf)).toEqual(naive(asked, true));
          expect(withTurned.map(ratioOf)).toEqual(naive({ ...asked, kernel: turned(asked.kernel) }));
        }
      }
    }
  );
});

describe('who swaps rows and columns of a map', () => {
  it('writes 12, 18, 17, 15 as 12, 17, 18, 15', () => {
    expect(wrongOf('feature-map', 'swapped-axes', example('four-by-four'))).toEqual([[12, 17, 18, 15]]);
  });
});

describe('who pads the map instead of the input', () => {
  it('has zeros around the map without padding', () => {
    expect(wrongOf('padded-map', 'padded-output', example('four-by-four-padded'))).toEqual([
      [0, 0, 0, 0, 0, 12, 18, 0, 0, 17, 15, 0, 0, 0, 0, 0]
    ]);
  });

  it('cannot do so where the kernel is larger than the bare input', () => {
    const parameters = {
      ...example('four-by-four-padded'),
      input: [
        [1, 2],
        [3, 4]
      ]
    };
    expect(wrongOf('padded-map', 'padded-output', parameters)).toEqual([]);
  });
});

describe('who ignores a stride', () => {
  it('fills the grid with neighbouring places of the map without stride', () => {
    const parameters = example('seven-by-seven-stride-2');
    const { output } = workedExample('seven-by-seven');
    const block = (down: number, across: number) =>
      [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => output[row * down]?.[column * across]));
    expect(wrongOf('strided-map', 'moved-by-one', parameters)).toEqual([
      block(1, 1),
      block(2, 1),
      block(1, 2)
    ]);
  });

  it('or takes it for a factor', () => {
    const wrong = wrongOf('strided-map', 'scaled-by-stride', example('four-by-four-stride-2'));
    expect(wrong).toContainEqual([18, 20, 14, 40]);
    expect(wrong).toContainEqual([4.5, 5, 3.5, 10]);
  });
});
