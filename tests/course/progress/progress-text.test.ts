import { NO_PROGRESS } from '$lib/course';
import { readProgress } from '$lib/course/progress/progress-text';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from './arbitrary-progress';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const text = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));

/** The same schema, written independently with a library. */
const SCHEMA = v.strictObject({
  format: v.literal('stride-progress'),
  version: v.literal(1),
  scenes: v.record(
    text(/^[a-z\d-]+\/[a-z\d-]+$/),
    v.pipe(
      v.strictObject({
        step: count,
        length: count,
        outcomes: v.record(text(/^\d+$/), v.picklist(['correct', 'wrong', 'skipped']))
      }),
      v.check(({ step, length }) => step <= length)
    )
  ),
  last: v.nullable(v.strictObject({ lesson: text(/^[a-z\d-]+$/), query: text(/^\?/), at: count }))
});

const WHOLE = {
  format: 'stride-progress',
  version: 1,
  scenes: { 'convolution/six-by-six': { step: 7, length: 16, outcomes: { 8: 'wrong' } } },
  last: { lesson: 'convolution', query: '?scene=six-by-six&step=7', at: 1_800_000_000_000 }
};

/** Anything that can stand in a JSON text, often with the names that progress uses. */
const anything = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.jsonValue(),
    fc.constantFrom(1, 2, -1, 0.5, 'stride-progress', 'correct', '?', 'a', null, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('format', 'version', 'scenes', 'last', 'step', 'length', 'outcomes', 'a/b', '1'),
      tie('value')
    )
  )
})).value;

/** Whole progress of which one member, somewhere, is replaced, removed or added. */
const almost = fc
  .tuple(arbitraryProgress, fc.nat(), anything, fc.constantFrom('replace', 'remove', 'add'))
  .map(([progress, place, value, change]) => {
    const whole = structuredClone(progress) as unknown as Record<string, unknown>;
    const members: [holder: Record<string, unknown>, name: string][] = [];
    const collect = (holder: Record<string, unknown>) => {
      for (const [name, member] of Object.entries(holder)) {
        members.push([holder, name]);
        if (member !== null && typeof member === 'object') collect(member as Record<string, unknown>);
      }
    };
    collect(whole);
    const [holder, name] = members[place % members.length] ?? [whole, 'last'];
    if (change === 'replace') holder[name] = value;
    if (change === 'remove') Reflect.deleteProperty(holder, name);
    if (change === 'add') holder['more'] = value;
    return whole as unknown;
  });

describe('a text read as progress', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(arbitraryProgress, (progress) => {
        expect(readProgress(JSON.stringify(progress))).toEqual({ ok: true, progress });
      })
    );
    expect(readProgress(JSON.stringify(NO_PROGRESS))).toEqual({ ok: true, progress: NO_PROGRESS });
  });

  it('gives an answer, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (any) => {
        expect(readProgress(any).ok).toBe(false);
      })
    );
    expect(readProgress('['.repeat(500_000))).toEqual({ ok: false, problem: 'unreadable' });
  });

  it('is taken exactly when it fits the schema', () => {
    fc.assert(
      fc.property(fc.oneof(anything, almost), (value) => {
        // What a text can hold of it.
        const json = JSON.stringify(value);
        expect(readProgress(json).ok).toBe(v.safeParse(SCHEMA, JSON.parse(json)).success);
      }),
      { numRuns: 2000 }
    );
  });

  it.each([
    ['an empty text', '', 'unreadable'],
    ['a text that breaks off', JSON.stringify(WHOLE).slice(0, -5), 'unreadable'],
    ['nothing', 'null', 'foreign'],
    ['a number', '7', 'foreign'],
    ['a list', '[]', 'foreign'],
    ['somebody else’s file', '{"version":1,"scenes":{}}', 'foreign'],
    ['a later version, whatever is in it', '{"format":"stride-progress","version":2,"new":[]}', 'newer'],
    ['no version', '{"format":"stride-progress"}', 'damaged'],
    ['version 0', JSON.stringify({ ...WHOLE, version: 0 }), 'damaged'],
    ['a step past the end', JSON.stringify(WHOLE).replace('"step":7', '"step":17'), 'damaged'],
    ['half a step', JSON.stringify(WHOLE).replace('"step":7', '"step":7.5'), 'damaged'],
    ['a step without end', JSON.stringify(WHOLE).replace('16', '1e999'), 'damaged'],
    ['an outcome that there is not', JSON.stringify(WHOLE).replace('wrong', 'guessed'), 'damaged'],
    ['a link to elsewhere', JSON.stringify(WHOLE).replace('"?scene', '"//elsewhere?scene'), 'damaged'],
    ['a lesson elsewhere', JSON.stringify(WHOLE).replace('"convolution"', '"../../x"'), 'damaged'],
    [
      'a member of every object',
      JSON.stringify(WHOLE).replace('convolution/six-by-six', '__proto__'),
      'damaged'
    ]
  ])('is none when it is %s', (_, any, problem) => {
    expect(readProgress(JSON.stringify(WHOLE)).ok).toBe(true);
    expect(readProgress(any)).toEqual({ ok: false, problem });
  });
});
