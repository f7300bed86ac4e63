import { Fraction, matrix } from '$lib/engine';
import { LEVELS, markAnswer, wholes } from '$lib/exercise';
import { exerciseKind, questionOf } from '$lib/practice/exercises';
import { describe, expect, it } from 'vitest';
import { dot, pairings } from '../../data/naive';
import { equal, ratio, ratioOf } from '../../data/ratio';

type Rows = readonly (readonly number[])[];

interface CellQuestion {
  readonly input: Rows;
  readonly kernel: Rows;
  readonly cell: number;
}

const SEEDS = Array.from({ length: 100 }, (_, seed) => seed);

/** The sum of the products under the window, by the tests' own convolution. */
function sumAt({ input, kernel, cell }: CellQuestion) {
  const setting = { input: matrix(input), kernel: matrix(kernel), stride: 1, padding: 0 };
  return dot(pairings(setting).flat()[cell] ?? []);
}

describe('the sums of three channels', () => {
  const kind = exerciseKind('channel-sums');
  const question = questionOf('channel-sums', 2, 7);
  const { answer } = question;
  const { bias } = question.parameters as { bias: number };
  const sums = answer.slice(0, 3);
  const total = answer[3] ?? new Fraction(0);

  it('are those of each channel by itself, and the total has the bias once', () => {
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, answer: entries } = questionOf('channel-sums', level, seed);
        const asked = parameters as { input: Rows[]; filter: Rows[]; bias: number; cell: number };
        const partial = asked.input.map((input, channel) =>
          sumAt({ input, kernel: asked.filter[channel] ?? [], cell: asked.cell })
        );
        expect(entries.slice(0, 3).map(ratioOf)).toEqual(partial);
        const added = entries.slice(0, 3).reduce((sum, value) => sum.add(value), new Fraction(asked.bias));
        expect(entries[3]?.equals(added)).toBe(true);
      }
    }
  });

  it('forgive a total that follows from a wrong partial sum', () => {
    const [first = new Fraction(0), ...others] = sums;
    const given = [first.add(100), ...others, total.add(100)];
    const marked = markAnswer(kind, question, given);
    expect(marked).toMatchObject({ correct: false, points: 3, of: 4 });
    expect(marked.marks).toEqual(['wrong', 'right', 'right', 'carried']);
  });

  it('take the right partial sums where there are none yet', () => {
    expect(markAnswer(kind, question, [null, null, null, total]).marks).toEqual([
      'missing',
      'missing',
      'missing',
      'right'
    ]);
  });

  it('know the bias in every partial sum', () => {
    const given = sums.map((sum) => sum.add(bias));
    const each = given.reduce((sum, value) => sum.add(value), new Fraction(0));
    expect(markAnswer(kind, question, [...given, each])).toMatchObject({
      rule: 'bias-per-channel',
      points: 0
    });
  });
});

describe('the missing weight', () => {
  it('makes the output what it is', () => {
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, answer } = questionOf('missing-weight', level, seed);
        const asked = parameters as CellQuestion & { missing: number };
        // The parameters keep the whole kernel, from which the output comes.
        expect(answer).toEqual(wholes(asked.kernel.flat()[asked.missing] ?? Number.NaN));
      }
    }
  });

  it('by hand: 1×1 + 2×3 + 0×2 + 4×w = 15 gives 2', () => {
    const kind = exerciseKind('missing-weight');
    const parameters = {
      input: [
        [1, 2],
        [0, 4]
      ],
      kernel: [
        [1, 3],
        [2, 2]
      ],
      stride: 1,
      padding: 0,
      cell: 0,
      missing: 3
    };
    expect(kind.answer(parameters)).toEqual(wholes(2));
    const outcome = (rule: string) => kind.wrong[rule]?.(parameters)[0]?.[0]?.toFraction();
    expect(outcome('not-divided')).toBe('8');
    expect(outcome('ignored-others')).toBe('15/4');
    // (15 + 7) / 4
    expect(outcome('added-others')).toBe('11/2');
    expect(outcome('subtracted-cell')).toBe('4');
    // Turned, 1, 3 and 2 lie on 4, 0 and 2, and the missing one on 1: 15 − 8.
    expect(outcome('turned-kernel')).toBe('7');
  });
});

describe('a cell with bias and ReLU', () => {
  it('is never negative, and what is positive stays', () => {
    const alive = { yes: 0, no: 0 };
    for (const level of LEVELS) {
      for (const seed of SEEDS) {
        const { parameters, answer } = questionOf('cell-with-relu', level, seed);
        const asked = parameters as CellQuestion & { bias: number };
        const sum = sumAt(asked);
        const before = new Fraction(sum.n, sum.d).add(asked.bias);
        const isAlive = before.compare(0) > 0;
        alive[isAlive ? 'yes' : 'no'] += 1;
        expect(equal(ratioOf(answer[0] ?? before), isAlive ? ratioOf(before) : ratio(0))).toBe(true);
      }
    }
    // Who always says 0 is often wrong.
    expect(alive.yes).toBeGreaterThan(60);
    expect(alive.no).toBeGreaterThan(60);
  });
});
