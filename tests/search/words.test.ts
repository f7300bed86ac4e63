import { someNameContains } from '$lib/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const NAMES = ['특성 맵', '피처 맵', 'feature map'];

describe('a filter of names', () => {
  it.each([
    ['', 'nothing yet'],
    ['  ', 'only spaces'],
    ['특', 'a first syllable'],
    ['특ㅅ', 'a second syllable that has only begun'],
    ['특서', 'one that lacks its end'],
    ['특성맵', 'no space'],
    ['맵', 'a later word'],
    ['ㅌㅅㅁ', 'first consonants'],
    ['ㅁ', 'the first consonant of a later word'],
    ['FEATURE', 'capitals'],
    ['ture m', 'a piece across a space'],
    ['특성 맵을', 'a particle'],
    ['특성'.normalize('NFD'), 'letters that are not composed']
  ])('lets %j through: %s', (query) => {
    expect(someNameContains(NAMES, query)).toBe(true);
  });

  it.each(['패딩', 'ㅅㅅ', 'xyz', '특송'])('holds back what has %j nowhere in its names', (query) => {
    expect(someNameContains(NAMES, query)).toBe(false);
  });

  it('lets a name through at every moment of its typing', () => {
    const names = fc.constantFrom(
      '합성곱',
      '스트라이드',
      '완전연결층',
      '값',
      '꽃',
      'cross-correlation',
      '1×1 합성곱'
    );
    fc.assert(
      fc.property(names, fc.nat(20), (name, length) => {
        expect(someNameContains([name], name.slice(0, length))).toBe(true);
      })
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (names, query) => {
        expect(typeof someNameContains(names, query)).toBe('boolean');
      })
    );
  });
});
