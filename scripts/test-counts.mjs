// Reads what the test runners report, and adds it up.
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failures: string[], skips: string[] }} Counts
 * `failures` has a line or more for each test that failed, `skips` the reason of each that was skipped.
 *
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 *
 * @typedef {{ message?: string, location?: { line: number } }} PlaywrightError
 * @typedef {'expected' | 'unexpected' | 'flaky' | 'skipped'} PlaywrightStatus
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ projectName: string, status: PlaywrightStatus, results?: { errors: PlaywrightError[] }[],
 *   annotations?: Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, file: string, line: number, tests: PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ title: string, specs?: PlaywrightSpec[], suites?: PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * @param {{ testResults: VitestFile[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const failedTests = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${file.name}: ${test.fullName}${because(test.failureMessages)}`)
  );
  // A file that does not even load has no tests to count.
  const failedFiles = report.testResults
    .filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed')
    )
    .map((file) => `${file.name}: the file itself failed`);
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failures: [...failedTests, ...failedFiles],
    // Vitest knows no reasons: what a whole file needs stands in it.
    skips: report.testResults.flatMap((file) =>
      file.assertionResults
        .filter(({ status }) => status !== 'passed' && status !== 'failed')
        .map(() => `${file.name}: what it needs is not on this machine`)
    )
  };
}

/**
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @returns {Counts}
 */
export function countPlaywright(report) {
  const specs = report.suites.flatMap(specsIn);
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ ...test, spec })));
  const failures = tests
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ spec, results = [] }) => {
      const errors = results.flatMap((result) => result.errors);
      return `e2e: ${spec.file}:${spec.line}: ${spec.title}${because(errors.map(sayError))}`;
    });
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failures: [
      ...failures,
      ...report.errors.map((error) => `outside any test: ${error.message ?? 'an error'}`)
    ],
    skips: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ spec, annotations = [] }) => {
        const reason = annotations.find(({ type }) => type === 'skip')?.description;
        return reason ?? `e2e: ${spec.file}:${spec.line}: ${spec.title}`;
      })
  };
}

/** @param {PlaywrightError} error */
function sayError({ message = '', location }) {
  return location ? `line ${location.line}: ${message}` : message;
}

/**
 * The first line of each reason: the list at the end of a long run should tell what went wrong.
 * @param {string[]} [reasons]
 */
function because(reasons = []) {
  return reasons.map((reason) => `\n      ${stripVTControlCharacters(reason).split('\n')[0]}`).join('');
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {PlaywrightSpec[]}
 */
function specsIn(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];
}

/**
 * Makes sure that a runner which broke, or found nothing to run, does not pass for a success.
 * @param {string} part
 * @param {number} code how the runner ended
 * @param {Counts | undefined} counts nothing when it left no report
 * @returns {Counts}
 */
export function settle(part, code, counts) {
  if (counts === undefined) return { passed: 0, failures: [`${part}: the runner broke off`], skips: [] };
  if (counts.failures.length > 0) return counts;
  const trouble =
    code !== 0
      ? `${part}: every test passed, but the runner ended with code ${code}`
      : counts.passed === 0 && `${part}: no test was run`;
  return trouble ? { ...counts, failures: [trouble] } : counts;
}

/**
 * The last line of `npm test`.
 * @param {Counts} counts
 */
export function summarise({ passed, failures, skips }) {
  return `${passed} passed, ${failures.length} failed${skips.length > 0 ? `, ${skips.length} skipped` : ''}`;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failures: all.flatMap((counts) => counts.failures),
    skips: all.flatMap((counts) => counts.skips)
  };
}

/**
 * Each reason once, with how many tests it left out.
 * @param {readonly string[]} skips
 * @returns {string[]} such as `6 tests: no font with Hangul`
 */
export function groupSkips(skips) {
  return [...new Set(skips)].map((reason) => {
    const count = skips.filter((skip) => skip === reason).length;
    return `${count} ${count === 1 ? 'test' : 'tests'}: ${reason}`;
  });
}

/**
 * @param {number} milliseconds
 * @returns {string} such as `4 min 12 s`
 */
export function sayTime(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
