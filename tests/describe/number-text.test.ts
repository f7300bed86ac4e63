import { approximateText, cellText, exactText, factorText } from '$lib/describe';
import { Fraction } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered, everyday } from '../data/arbitraries';
import { equal, ratioOf, withinHalfPercent } from '../data/ratio';
import { readExact, readRounded } from './shown-numbers';

/** A whole number of up to so many digits, all lengths alike. */
const digits = (most: number) =>
  fc
    .integer({ min: 1, max: most })
    .chain((length) => fc.bigInt({ min: 1n, max: 10n ** BigInt(length) - 1n }));
const anyFraction = (most: number) =>
  fc
    .tuple(digits(most), digits(most), fc.constantFrom(1n, -1n))
    .map(([n, d, sign]) => new Fraction(sign * n, d));
/** Numbers of few digits and many zeros: what is long to write and yet loses nothing by being shortened. */
const roundNumbers = fc
  .tuple(fc.integer({ min: -1300, max: 1300 }), fc.integer({ min: 0, max: 12 }))
  .map(([few, zeros]) => new Fraction(BigInt(few) * 10n ** BigInt(zeros)));
const numbers = fc.oneof(everyday, entered, roundNumbers, anyFraction(12), anyFraction(400));

describe('the exact text', () => {
  it.each([
    [new Fraction(12), '12'],
    [new Fraction(0), '0'],
    [new Fraction(-2), '−2'],
    [new Fraction(1, 3), '1/3'],
    [new Fraction(-1, 3), '−1/3'],
    [new Fraction(2, 4), '1/2'],
    [new Fraction(0).neg(), '0'],
    [new Fraction('0.1'), '1/10']
  ])('of a number is short and has a real minus sign: %# %s', (value, text) => {
    expect(exactText(value)).toBe(text);
  });

  it('is the number', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        expect(equal(readExact(exactText(value)), ratioOf(value))).toBe(true);
      })
    );
  });
});

describe('a factor', () => {
  it.each([
    [new Fraction(3), '3'],
    [new Fraction(0), '0'],
    [new Fraction(-2), '(−2)'],
    [new Fraction(1, 3), '(1/3)'],
    [new Fraction(-1, 3), '(−1/3)']
  ])('stands in parentheses when it is negative or a fraction: %# %s', (value, text) => {
    expect(factorText(value)).toBe(text);
  });
});

describe('the rounded text', () => {
  it.each([
    ['1/3', '≈0.333'],
    ['-2/3', '≈−0.667'],
    ['1000/3', '≈333'],
    ['10000/3', '≈3330'],
    ['1000000/3', '≈333000'],
    ['10000000/3', '≈3.33×10⁶'],
    ['1/300', '≈0.00333'],
    ['1/3000', '≈3.33×10⁻⁴'],
    ['-1234567891', '≈−1.23×10⁹'],
    ['1204/1001', '≈1.2'],
    ['2999/1000', '≈3'],
    ['99951/100', '≈1000'],
    ['9996/10', '≈1000'],
    ['999999999999', '≈1×10¹²'],
    ['9999/10000001', '≈0.001']
  ])('of %s is %s', (value, text) => {
    expect(approximateText(new Fraction(value))).toBe(text);
  });

  it('is within half a percent of the number, however long that is', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        fc.pre(!value.equals(0));
        const text = approximateText(value);
        const shown = readRounded(text.replace('≈', ''));
        expect(text.startsWith('≈'), text).toBe(!equal(shown, ratioOf(value)));
        expect(withinHalfPercent(shown, ratioOf(value)), text).toBe(true);
        expect(text.length).toBeLessThanOrEqual('≈−1.23×10⁻³⁹⁹'.length);
      }),
      { numRuns: 1000 }
    );
  });

  it('is close even for fractions of eight hundred digits', () => {
    const value = new Fraction(7n * 10n ** 800n + 1n, 3n ** 1600n);
    expect(withinHalfPercent(readRounded(approximateText(value).replace('≈', '')), ratioOf(value))).toBe(
      true
    );
  });

  it('of zero is zero', () => {
    expect(approximateText(new Fraction(0))).toBe('0');
  });
});

describe('the text of a cell', () => {
  it('is exact where that fits, else rounded with the sign that says so', () => {
    fc.assert(
      fc.property(numbers, (value) => {
        const { text, exact } = cellText(value);
        const whole = exactText(value);
        expect(text).toBe(whole.length <= 6 ? whole : approximateText(value));
        expect(text.startsWith('≈')).toBe(!exact);
        // Of ten million nothing is lost either, although it is shown as a power.
        const shown = whole.length <= 6 ? readExact(text) : readRounded(text.replace('≈', ''));
        expect(exact).toBe(equal(shown, ratioOf(value)));
      }),
      { numRuns: 500 }
    );
  });

  it.each([
    [new Fraction(-99999), '−99999', true],
    [new Fraction(999999), '999999', true],
    [new Fraction(-999999), '≈−1×10⁶', false],
    [new Fraction(22, 7), '22/7', true],
    [new Fraction(1234, 7), '1234/7', true],
    [new Fraction(12345, 7), '≈1760', false],
    [new Fraction(10_000_000), '1×10⁷', true],
    [new Fraction(-1_230_000), '−1.23×10⁶', true]
  ])('has room for six characters: %# %s', (value, text, exact) => {
    expect(cellText(value)).toEqual({ text, exact });
  });
});
