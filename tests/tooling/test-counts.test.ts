import { describe, expect, it } from 'vitest';
import {
  addUp,
  countPlaywright,
  countVitest,
  groupSkips,
  sayTime,
  settle,
  summarise
} from '../../scripts/test-counts.mjs';

const none = { passed: 0, failures: [], skips: [] };

describe('a report of vitest', () => {
  it('is counted by status', () => {
    const tests = ['passed', 'passed', 'failed', 'skipped', 'todo'];
    const assertionResults = tests.map((status, index) => ({ fullName: `t${index}`, status }));
    const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] };
    const { passed, failures, skips } = countVitest(report);
    expect(passed).toBe(2);
    expect(failures).toEqual(['a.test.ts: t2']);
    expect(skips).toHaveLength(2);
    expect(skips[0]).toContain('a.test.ts');
  });

  it('tells the first line of why a test failed, without colours', () => {
    const failed = {
      fullName: 'adds',
      status: 'failed',
      failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[39m\n    at a']
    };
    const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] };
    expect(countVitest(report).failures).toEqual(['a.test.ts: adds\n      expected 1 to be 2']);
  });

  it('counts a file that does not load', () => {
    const report = { testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] };
    expect(countVitest(report).failures).toHaveLength(1);
  });
});

describe('a report of Playwright', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'skipped') => ({
    title,
    file: 'a.spec.ts',
    line: 1,
    tests: [{ projectName: '', status }]
  });

  it('is counted through nested suites', () => {
    const inner = { title: 'inner', specs: [spec('bad', 'unexpected'), spec('left out', 'skipped')] };
    const report = {
      suites: [{ title: 'a', specs: [spec('good', 'expected')], suites: [inner] }],
      errors: []
    };
    expect(countPlaywright(report)).toEqual({
      passed: 1,
      failures: ['e2e: a.spec.ts:1: bad'],
      skips: ['e2e: a.spec.ts:1: left out']
    });
  });

  it('tells why a test was skipped', () => {
    const annotations = [{ type: 'skip', description: 'there is no such font' }];
    const tests = [{ projectName: '', status: 'skipped' as const, annotations }];
    const report = { suites: [{ title: 'a', specs: [{ ...spec('a', 'skipped'), tests }] }], errors: [] };
    expect(countPlaywright(report).skips).toEqual(['there is no such font']);
  });

  it('tells why a test failed, and in which line', () => {
    const errors = [
      { message: 'Test timeout of 30000ms exceeded.' },
      { message: 'Error: locator.click: closed\nCall log:', location: { line: 7 } }
    ];
    const tests = [{ projectName: '', status: 'unexpected' as const, results: [{ errors }] }];
    const report = { suites: [{ title: 'a', specs: [{ ...spec('bad', 'expected'), tests }] }], errors: [] };
    expect(countPlaywright(report).failures).toEqual([
      'e2e: a.spec.ts:1: bad\n      Test timeout of 30000ms exceeded.\n      line 7: Error: locator.click: closed'
    ]);
  });

  it('counts an error outside any test', () => {
    expect(countPlaywright({ suites: [], errors: [{ message: 'no config' }] }).failures).toHaveLength(1);
  });
});

describe('a part', () => {
  it('fails when its runner leaves no report', () => {
    expect(settle('unit', 1, undefined).failures).toHaveLength(1);
  });

  it('fails when nothing was run', () => {
    expect(settle('unit', 0, none).failures).toEqual(['unit: no test was run']);
  });

  it('fails when its runner does, though every test passed', () => {
    expect(settle('unit', 1, { ...none, passed: 3 }).failures).toHaveLength(1);
  });

  it('counts nothing twice', () => {
    expect(settle('unit', 1, { ...none, failures: ['a'] }).failures).toEqual(['a']);
  });
});

describe('the last line', () => {
  it('names skipped tests only when there are some', () => {
    const sum = addUp([
      { passed: 2, failures: [], skips: [] },
      { passed: 1, failures: ['a'], skips: [] }
    ]);
    expect(summarise(sum)).toBe('3 passed, 1 failed');
    expect(summarise({ ...sum, skips: ['b', 'c'] })).toBe('3 passed, 1 failed, 2 skipped');
  });
});

describe('the list of what was skipped', () => {
  it('has each reason once, with its number of tests', () => {
    expect(groupSkips(['no font', 'no Python', 'no font'])).toEqual([
      '2 tests: no font',
      '1 test: no Python'
    ]);
  });
});

describe('the time of a part', () => {
  it.each([
    [400, '0 s'],
    [59_400, '59 s'],
    [59_600, '1 min 0 s'],
    [252_000, '4 min 12 s']
  ])('of %s ms is said as %s', (milliseconds, said) => {
    expect(sayTime(milliseconds)).toBe(said);
  });
});
