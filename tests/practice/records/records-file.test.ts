import { CONFIDENCES, mergeRecords, type AnswerRecord } from '$lib/practice/records/record';
import { misconceptions } from '$lib/practice/records/misconceptions';
import { answersCsv, answersJson, readAnswers, readAnswersFile } from '$lib/practice/records/records-file';
import { LEVELS } from '$lib/exercise';
import { kindStanding } from '$lib/practice/session/standing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const RECORD: AnswerRecord = {
  kind: 'output-size',
  level: 2,
  seed: 17,
  points: 0,
  of: 1,
  rule: 'rounded-up',
  at: Date.UTC(2026, 2, 1, 9, 30),
  confidence: 'sure'
};

const name = fc.stringMatching(/^[a-z\d]{1,6}(-[a-z\d]{1,6}){0,2}$/);
const record: fc.Arbitrary<AnswerRecord> = fc
  .record({
    kind: name,
    level: fc.constantFrom(...LEVELS),
    seed: fc.nat(),
    of: fc.integer({ min: 1, max: 36 }),
    missed: fc.nat({ max: 36 }),
    rule: fc.option(name),
    at: fc.nat({ max: 4e12 }),
    confidence: fc.option(fc.constantFrom(...CONFIDENCES))
  })
  .map(({ missed, ...rest }) => ({ ...rest, points: Math.max(0, rest.of - missed) }));

describe('a file of answers', () => {
  it.each([
    ['JSON', answersJson],
    ['CSV', answersCsv]
  ])('as %s comes back as it went', (_, write) => {
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
        expect(readAnswers(write(records))).toEqual({ ok: true, records });
      })
    );
  });

  it('as CSV has a head and a row for each answer, with the moment in words', () => {
    expect(answersCsv([RECORD])).toBe(
      'at,kind,level,seed,points,of,rule,confidence\n2026-03-01T09:30:00.000Z,output-size,2,17,0,1,rounded-up,sure'
    );
  });

  it('is understood with the mark that a spreadsheet puts in front', () => {
    expect(readAnswers(`\ufeff${answersCsv([RECORD])}`)).toEqual({ ok: true, records: [RECORD] });
  });

  it.each([
    ['', 'unreadable'],
    ['{"format":', 'unreadable'],
    ['{"format":"stride-progress","version":1}', 'foreign'],
    ['null', 'foreign'],
    ['a,b\n1,2', 'foreign'],
    [answersJson([RECORD]).replace('"version":1', '"version":2'), 'newer'],
    [answersJson([RECORD]).replace('"points":0', '"points":7'), 'damaged'],
    [answersJson([RECORD]).replace('"level":2', '"level":4'), 'damaged'],
    [answersCsv([RECORD]).replace('2026-03-01', 'yesterday'), 'damaged'],
    [answersCsv([RECORD]).replace(',17,', ',,'), 'damaged']
  ])('that is not one is named: %s', (text, problem) => {
    expect(readAnswers(text)).toEqual({ ok: false, problem });
  });

  it('never throws, whatever is in it', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readAnswers(text)));
  });

  it('is not opened when it is too large, and said to be closed when it cannot be', async () => {
    const huge = { size: 6_000_000, text: () => Promise.reject(new Error('opened')) } as unknown as Blob;
    expect(await readAnswersFile(huge)).toEqual({ ok: false, problem: 'too-large' });
    const gone = { size: 10, text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    expect(await readAnswersFile(gone)).toEqual({ ok: false, problem: 'closed' });
  });
});

describe('answers put together', () => {
  it('hold each one once, the oldest first', () => {
    const later = { ...RECORD, at: RECORD.at + 5 };
    expect(mergeRecords([later, RECORD], [RECORD])).toEqual([RECORD, later]);
  });

  it('count what explained wrong ones', () => {
    const at = (rule: string | null, minutes: number) => ({ ...RECORD, rule, at: RECORD.at + minutes });
    expect(
      misconceptions([at('unrounded', 1), at('rounded-up', 2), at(null, 3), at('rounded-up', 4)])
    ).toEqual([
      { kind: 'output-size', rule: 'rounded-up', count: 2, last: at('rounded-up', 4) },
      { kind: 'output-size', rule: 'unrounded', count: 1, last: at('unrounded', 1) }
    ]);
  });

  it('have done a level with three variants right in a row', () => {
    const right = (seed: number) => ({ ...RECORD, seed, points: 1, rule: null });
    const wrong = { ...RECORD, seed: 9 };
    expect(kindStanding([right(1), right(2), right(2)]).levels).toEqual([]);
    expect(kindStanding([right(1), right(2), wrong, right(3)]).levels).toEqual([]);
    expect(kindStanding([right(1), right(2), right(3), wrong])).toEqual({ count: 4, right: 3, levels: [2] });
  });
});
