import { EXERCISE_NAMES, exerciseKind } from '$lib/practice/exercises';
import { decodeResult, encodeResult, ruleMark, ruleOfMark, shownName } from '$lib/practice/sets/result-code';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { results } from './result-arbitraries';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a result as a code', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(results, (result) => {
        const reading = decodeResult(encodeResult(result));
        expect(reading).toEqual({
          ok: true,
          result: {
            set: result.set,
            name: shownName(result.name),
            questions: result.questions.map(({ points, of, rule }) => ({
              points,
              of,
              ruleMark: rule === null || points === of ? null : ruleMark(rule)
            }))
          }
        });
      })
    );
  });

  it('is read in small letters, with gaps, without its prefix, and with letters that look alike', () => {
    fc.assert(
      fc.property(results, (result) => {
        const code = encodeResult(result);
        const reading = decodeResult(code);
        const body = code.replace('STRIDE-', '');
        for (const other of [
          code.toLowerCase(),
          body,
          body.replaceAll('-', ' '),
          body.replaceAll('0', 'O').replaceAll('1', 'l')
        ]) {
          expect(decodeResult(other)).toEqual(reading);
        }
      })
    );
  });

  it('notices one changed letter, two neighbours that changed places, and a missing end', () => {
    fc.assert(
      fc.property(results, fc.nat(), fc.constantFrom(...ALPHABET), (result, at, letter) => {
        const letters = encodeResult(result).replace('STRIDE-', '').replaceAll('-', '');
        const place = at % letters.length;
        const changed = letters.slice(0, place) + letter + letters.slice(place + 1);
        const [one = '', other = ''] = letters.slice(place, place + 2);
        const swapped = letters.slice(0, place) + other + one + letters.slice(place + 2);
        for (const text of [changed, swapped, letters.slice(0, -1), letters.slice(0, place), `${letters}0`]) {
          expect(decodeResult(text).ok, text).toBe(text === letters);
        }
      }),
      { numRuns: 500 }
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.string(), (text) => !decodeResult(text).ok));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 60 }), (text) => {
        decodeResult(text);
      })
    );
  });

  it('is short enough for a message: ten questions, four of them explained', () => {
    const questions = Array.from({ length: 10 }, (_, index) => ({
      points: index < 4 ? 0 : 1,
      of: 1,
      rule: index < 4 ? 'ignored-stride' : null
    }));
    expect(encodeResult({ set: 2 ** 32 - 1, name: '김하나', questions }).length).toBeLessThan(80);
  });

  it('says of a later version that it is one', () => {
    // The same layout with version 2 in front: 0010, then zeros, and the CRC-32 of these five bytes, by zlib.
    expect(decodeResult('STRIDE-400000000ZHXG68')).toEqual({ ok: false, problem: 'newer' });
  });

  it('takes no points that no question has', () => {
    const encode = (points: number, of: number) => () =>
      encodeResult({ set: 1, name: '', questions: [{ points, of, rule: null }] });
    expect(encode(2, 1)).toThrow(RangeError);
    expect(encode(-1, 1)).toThrow(RangeError);
    expect(encode(0, 0)).toThrow(RangeError);
    expect(encode(NaN, 1)).toThrow(RangeError);
  });
});

describe('the misconceptions in a code', () => {
  it.each(EXERCISE_NAMES)('of %s keep their names', (name) => {
    const rules = Object.keys(exerciseKind(name).wrong);
    for (const rule of rules) expect(ruleOfMark(rules, ruleMark(rule))).toBe(rule);
  });

  it('have none that the kind no longer knows', () => {
    expect(ruleOfMark(['ignored-stride'], ruleMark('rounded-up'))).toBeNull();
  });
});
