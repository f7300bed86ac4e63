import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kindsIn, messageFiles } from '../../scripts/doors.mjs';

type Message = string | readonly { readonly match: Readonly<Record<string, string>> }[];

/** Those of the interface and those of each kind of scene. */
const FILES = messageFiles('.', kindsIn('.'));

const read = (locale: string): Readonly<Record<string, Message>> =>
  Object.assign(
    {},
    ...FILES.map((path) => JSON.parse(readFileSync(path.replace('{locale}', locale), 'utf8')))
  );
const EN = read('en');
const KO = read('ko');

/** The texts of a message: one, or one for each number form. */
const texts = (message: Message | undefined): string[] =>
  typeof message === 'string' ? [message] : (message ?? []).flatMap(({ match }) => Object.values(match));
/** A language may say a number twice where the other one says it once. */
const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

/** The words of the interface that never change, by what they are called in the message files. */
const FIXED: readonly [key: string, english: string, korean: string][] = [
  ['play', 'Play', '재생'],
  ['pause', 'Pause', '일시정지'],
  ['first_step', 'First step', '처음으로'],
  ['back', 'Back', '이전'],
  ['forward', 'Forward', '다음'],
  ['last_step', 'Last step', '끝으로'],
  ['step', 'Step', '단계'],
  ['speed', 'Speed', '속도'],
  ['detail', 'Detail', '단위'],
  ['theme', 'Theme', '테마'],
  ['check', 'Check', '확인'],
  ['skip', 'Skip', '건너뛰기'],
  ['reset', 'Reset', '되돌리기'],
  ['copy_code', 'Copy code', '코드 복사']
];
const GRIDS: readonly [key: RegExp, english: string, korean: string][] = [
  [/^input$/, 'Input', '입력'],
  [/^kernel(_turned)?$/, 'Kernel', '필터'],
  [/^products$/, 'Products', '곱'],
  [/^feature_map(_\w+)?$/, 'Feature map', '특성 맵']
];

describe('the messages', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(KO).sort()).toEqual(Object.keys(EN).sort());
  });

  it.each(Object.keys(EN).filter((key) => key !== '$schema'))('take the same placeholders: %s', (key) => {
    const all = [...texts(EN[key]), ...texts(KO[key])];
    expect(all.length).toBeGreaterThan(1);
    for (const text of all) expect(placeholders(text)).toEqual(placeholders(all[0] ?? ''));
  });

  it('are never empty, and have no space at either end', () => {
    for (const text of [EN, KO].flatMap(Object.values).flatMap(texts)) {
      expect(text).not.toBe('');
      expect(text).toBe(text.trim());
    }
  });
});

describe('the fixed words', () => {
  it.each(FIXED)('%s: %s, %s', (key, english, korean) => {
    expect(EN[key]).toBe(english);
    expect(KO[key]).toBe(korean);
  });
});

describe('the label of a grid', () => {
  it.each(GRIDS)('%s begins with %s, %s', (pattern, english, korean) => {
    const keys = Object.keys(EN).filter((key) => pattern.test(key));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      expect(EN[key]).toMatch(new RegExp(`^${english}( \\(|$)`));
      expect(KO[key]).toMatch(new RegExp(`^${korean}(\\(|$)`));
    }
  });

  it('comes before the size of the grid', () => {
    expect([EN['grid_name'], KO['grid_name']]).toEqual([
      '{label} {rows}×{columns}',
      '{label} {rows}×{columns}'
    ]);
  });
});
