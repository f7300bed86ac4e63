import { withParticle } from '$lib/describe';
import { josa, numberToHangul } from 'es-hangul';
import { describe, expect, it } from 'vitest';

const ONES = ['', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** How 0 to 100 are read. */
function reading(value: number): string {
  if (value === 0) return '영';
  if (value === 100) return '백';
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : ONES[tens]}십`;
  return `${ten}${ONES[value % 10]}`;
}

/** Whether the last syllable ends in a consonant: Hangul syllables come in groups of 28, the open one first. */
function isClosed(word: string): boolean {
  return ((word.codePointAt(word.length - 1) ?? 0) - 0xac00) % 28 !== 0;
}

const HUNDRED = Array.from({ length: 101 }, (_, value) => value);
const marked = (word: string) => (isClosed(word) ? ['이', '을', '은'] : ['가', '를', '는']);

function withAll(text: string): string[] {
  return (['이/가', '을/를', '은/는'] as const).map((particle) => withParticle(text, particle));
}

describe('the Korean particle', () => {
  it('follows the reading of every number up to 100', () => {
    for (const value of HUNDRED) {
      expect(withAll(`${value}`)).toEqual(marked(reading(value)).map((particle) => `${value}${particle}`));
    }
  });

  it('is the same behind a minus sign and behind ≈', () => {
    for (const sign of ['−', '≈', '≈−']) {
      for (const value of HUNDRED.slice(1)) {
        const text = `${sign}${value}`;
        expect(withAll(text)).toEqual(marked(reading(value)).map((particle) => text + particle));
      }
    }
  });

  it('follows the numerator of a fraction, which is read last', () => {
    for (const value of HUNDRED.slice(1)) {
      for (const denominator of [2, 7, 101]) {
        const text = `${value}/${denominator}`;
        expect(withAll(text)).toEqual(marked(reading(value)).map((particle) => text + particle));
      }
    }
  });

  it('follows the last digit of a decimal, which is read by itself', () => {
    for (let tenths = 1; tenths <= 9; tenths++) {
      for (const text of [`0.${tenths}`, `≈12.3${tenths}`, `−0.0${tenths}`]) {
        expect(withAll(text)).toEqual(marked(ONES[tenths] ?? '').map((particle) => text + particle));
      }
    }
  });

  it.each([
    ['3', '3이'],
    ['2', '2가'],
    ['0', '0이'],
    ['6', '6이'],
    ['9', '9가'],
    ['10', '10이'],
    ['100', '100이'],
    ['1000', '1000이'],
    ['10000', '10000이'],
    ['100000000', '100000000이'],
    ['1002', '1002가'],
    ['−12', '−12가'],
    ['1/3', '1/3이'],
    ['2/3', '2/3가'],
    ['−1/2', '−1/2이'],
    ['≈0.333', '≈0.333이'],
    // 십의 구제곱
    ['≈1.2×10⁹', '≈1.2×10⁹이'],
    ['≈5×10⁻⁴', '≈5×10⁻⁴이'],
    ['필터', '필터가'],
    ['입력', '입력이']
  ])('behind %s gives %s', (text, expected) => {
    expect(withParticle(text, '이/가')).toBe(expected);
  });

  it('is the one that a library chooses, whichever pair it is of', () => {
    const numbers = [...HUNDRED, ...Array.from({ length: 15 }, (_, zeros) => 7 * 10 ** zeros), 1_203_000];
    const words = ['칸', '길', '수', '값', '곱', 'H'];
    for (const particle of ['이/가', '을/를', '은/는', '으로/로', '와/과', '이나/나', '이라/라'] as const) {
      for (const word of words) expect(withParticle(word, particle)).toBe(word + josa.pick(word, particle));
      for (const value of numbers) {
        expect(withParticle(`${value}`, particle)).toBe(
          `${value}${josa.pick(numberToHangul(value), particle)}`
        );
      }
    }
  });
});
