import { readNumber } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plus, ratio, times, type Ratio } from '../data/ratio';

/** A text and its value by the rules of school; null when it divides by zero. */
interface Expression {
  readonly text: string;
  readonly value: Ratio | null;
}

type Operator = '+' | '-' | '*' | '/';

function apply(left: Ratio | null, operator: Operator, right: Ratio | null): Ratio | null {
  if (!left || !right) return null;
  if (operator === '*') return times(left, right);
  if (operator !== '/') return plus(left, operator === '+' ? right : times(right, ratio(-1)));
  return right.n === 0n ? null : times(left, ratio(right.d, right.n));
}

/** First, then the rest from left to right. */
function chained([first, rest]: [Expression, [Operator, Expression][]]): Expression {
  return rest.reduce(
    (left, [operator, right]) => ({
      text: left.text + operator + right.text,
      value: apply(left.value, operator, right.value)
    }),
    first
  );
}

const literal: fc.Arbitrary<Expression> = fc.oneof(
  fc.nat(12).map((value) => ({ text: `${value}`, value: ratio(value) })),
  fc.nat(99).map((value) => ({ text: `${Math.floor(value / 10)}.${value % 10}`, value: ratio(value, 10) })),
  fc.integer({ min: 1, max: 9 }).map((value) => ({ text: `.${value}`, value: ratio(value, 10) }))
);

const { sum } = fc.letrec<{ sum: Expression; product: Expression; factor: Expression }>((tie) => {
  const chain = (part: fc.Arbitrary<Expression>, ...operators: Operator[]) =>
    fc
      .tuple(part, fc.array(fc.tuple(fc.constantFrom(...operators), part), { maxLength: 2 }))
      .map((parts) => chained(parts));
  return {
    sum: chain(tie('product'), '+', '-'),
    product: chain(tie('factor'), '*', '/'),
    factor: fc.oneof(
      { maxDepth: 2 },
      literal,
      tie('factor').map(({ text, value }) => ({ text: `-${text}`, value: value && times(value, ratio(-1)) })),
      tie('sum').map(({ text, value }) => ({ text: `(${text})`, value }))
    )
  };
});

function reduced({ n, d }: Ratio): Ratio {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b > 0n) [a, b] = [b, a % b];
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / a, d: (sign * d) / a };
}

/** What should come of it: the value, or the code of what is wrong with it. */
function expected({ value }: Expression): string {
  if (!value) return 'division-by-zero';
  const { n, d } = reduced(value);
  if (n > 999_999n || n < -999_999n || d > 999_999n) return 'too-many-digits';
  return d === 1n ? `${n}` : `${n}/${d}`;
}

async function found(text: string): Promise<string> {
  try {
    return (await readNumber(text)).toFraction();
  } catch (error) {
    return String((error as { problem?: string }).problem);
  }
}

describe('every expression of numbers, + - * / and parentheses', () => {
  it('has the value that the rules of school give it', async () => {
    const short = sum.filter(({ text }) => text.length <= 60);
    await fc.assert(
      fc.asyncProperty(short, async (expression) => {
        expect(await found(expression.text)).toBe(expected(expression));
      }),
      { numRuns: 500 }
    );
  });
});

describe('whatever is typed', () => {
  it('is a number within the limits or a named problem', async () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 70 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.+-*/() ×÷−'), maxLength: 20 })
    );
    const problems = ['empty', 'unreadable', 'division-by-zero', 'too-many-digits', 'too-long'];
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const answer = await found(text);
        const isNumber = /^-?\d{1,6}(?:\/\d{1,6})?$/.test(answer);
        expect(isNumber || problems.includes(answer), answer).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });
});
