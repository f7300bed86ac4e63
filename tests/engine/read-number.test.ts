import { exactText } from '$lib/describe';
import { NumberError, readNumber, readPlainNumber } from '$lib/engine';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entered } from '../data/arbitraries';

async function read(text: string): Promise<string> {
  const value = await readNumber(text);
  return value.toFraction();
}

describe('a plain number', () => {
  it.each([
    ['0', '0'],
    ['7', '7'],
    ['-2', '-2'],
    ['+2', '2'],
    ['−2', '-2'],
    ['–2', '-2'],
    ['0.5', '1/2'],
    ['.5', '1/2'],
    ['-.5', '-1/2'],
    ['+.5', '1/2'],
    ['5.', '5'],
    ['-5.', '-5'],
    ['0.1', '1/10'],
    ['0.10', '1/10'],
    ['007', '7'],
    ['1/3', '1/3'],
    ['-1/3', '-1/3'],
    ['6/4', '3/2'],
    ['1.5/3', '1/2'],
    ['.5/2', '1/4'],
    ['1÷3', '1/3'],
    ['１/３', '1/3'],
    ['－１２．５', '-25/2'],
    ['  -2  ', '-2'],
    ['- 2', '-2'],
    ['1 / 3', '1/3'],
    ['999999', '999999'],
    ['1/999999', '1/999999'],
    ['0.00001', '1/100000'],
    ['3000000/1000000', '3']
  ])('%j is %s, exactly', (text, value) => {
    expect(readPlainNumber(text).toFraction()).toBe(value);
    const found = readNumber(text);
    // At once: nothing is loaded for it.
    expect(found).not.toBeInstanceOf(Promise);
  });

  it('comes back from its own text, whatever number may be entered', () => {
    fc.assert(
      fc.property(entered, (value) => {
        expect(readPlainNumber(exactText(value))).toEqual(value);
      }),
      { numRuns: 500 }
    );
  });

  it.each(['1+2', '(1)', '2*3', '1/2/3', '1--1', '1/-3'])('%j is no plain number', (text) => {
    expect(() => readPlainNumber(text)).toThrow(new NumberError('unreadable'));
  });
});

describe('an expression', () => {
  it.each([
    ['(1+2)/4', '3/4'],
    ['2*-3', '-6'],
    ['1/3+1/6', '1/2'],
    ['0.1+0.2', '3/10'],
    ['1-2-3', '-4'],
    ['12/2/3', '2'],
    ['2+3*4', '14'],
    ['(2+3)*4', '20'],
    ['-(1/3)', '-1/3'],
    ['-(-2)', '2'],
    ['+(2)', '2'],
    ['1/-3', '-1/3'],
    ['2 × 3', '6'],
    ['2·3', '6'],
    ['2⋅3', '6'],
    ['(1+2)÷4', '3/4'],
    ['1 − 3', '-2'],
    ['（１＋２）／４', '3/4'],
    ['.5+.25', '3/4'],
    ['999999*999999/999999', '999999']
  ])('%j is %s, exactly', async (text, value) => {
    expect(await read(text)).toBe(value);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 'empty'],
    ['  \t ', 'empty'],
    ['abc', 'unreadable'],
    ['x', 'unreadable'],
    ['2x', 'unreadable'],
    ['pi', 'unreadable'],
    ['i', 'unreadable'],
    ['NaN', 'unreadable'],
    ['Infinity', 'unreadable'],
    ['-', 'unreadable'],
    ['.', 'unreadable'],
    ['()', 'unreadable'],
    ['1//2', 'unreadable'],
    ['1+', 'unreadable'],
    ['*2', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['(1+2', 'unreadable'],
    ['1+2)', 'unreadable'],
    ['1,5', 'unreadable'],
    ['1e3', 'unreadable'],
    ['1e400', 'unreadable'],
    ['9^9^9', 'unreadable'],
    ['9**9', 'unreadable'],
    ['5!', 'unreadable'],
    ['50%', 'unreadable'],
    ['[1]', 'unreadable'],
    ['{1}', 'unreadable'],
    ['"1"', 'unreadable'],
    ['1;2', 'unreadable'],
    ['1\n;2', 'unreadable'],
    ['1:3', 'unreadable'],
    ['1==1', 'unreadable'],
    ['a=1', 'unreadable'],
    ['import(1)', 'unreadable'],
    ['sqrt(4)', 'unreadable'],
    ['0x10', 'unreadable'],
    ['1_000', 'unreadable'],
    ['두 개', 'unreadable'],
    ['1/0', 'division-by-zero'],
    ['0/0', 'division-by-zero'],
    ['(1/0)', 'division-by-zero'],
    ['1/(1-1)', 'division-by-zero'],
    ['2/(1/3-2/6)', 'division-by-zero'],
    ['1000000', 'too-many-digits'],
    ['1234567', 'too-many-digits'],
    ['-1234567', 'too-many-digits'],
    ['1/1000000', 'too-many-digits'],
    ['0.000001', 'too-many-digits'],
    ['1/1000*1/1000', 'too-many-digits'],
    ['999999+1', 'too-many-digits'],
    ['9'.repeat(60), 'too-many-digits'],
    [`0.${'3'.repeat(58)}`, 'too-many-digits'],
    ['9'.repeat(61), 'too-long'],
    ['1+'.repeat(30) + '1', 'too-long']
  ])('%j: %s', async (text, problem) => {
    const attempt = (async () => readNumber(text))();
    await expect(attempt).rejects.toBeInstanceOf(NumberError);
    await expect(attempt).rejects.toMatchObject({ name: 'NumberError', problem });
  });

  it('a whole book: too-long, and at once', () => {
    expect(() => readNumber('('.repeat(1_000_000))).toThrow(new NumberError('too-long'));
    expect(() => readPlainNumber(' '.repeat(1_000_000))).toThrow(new NumberError('too-long'));
  });

  it.each([
    ['', 'empty'],
    ['abc', 'unreadable'],
    ['1/0', 'division-by-zero'],
    ['1234567', 'too-many-digits'],
    ['9'.repeat(61), 'too-long']
  ])('%j is refused as a plain number too: %s', (text, problem) => {
    expect(() => readPlainNumber(text)).toThrow(expect.objectContaining({ name: 'NumberError', problem }));
  });
});
