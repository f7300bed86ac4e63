// Reads what the test runners report, and adds it up.
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failures: string[], skipped: number }} Counts
 *
 * @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, assertionResults: VitestTest[] }} VitestFile
 *
 * @typedef {{ message?: string, location?: { line: number } }} PlaywrightError
 * @typedef {'expected' | 'unexpected' | 'flaky' | 'skipped'} PlaywrightStatus
 * @typedef {{ projectName: string, status: PlaywrightStatus, results?: { errors: PlaywrightError[] }[] }} PlaywrightTest
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
  const passed = tests.filter((test) => test.status === 'passed').length;
  return {
    passed,
    failures: [...failedTests, ...failedFiles],
    skipped: tests.length - passed - failedTests.length
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
    skipped: tests.filter(({ status }) => status === 'skipped').length
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
  if (counts === undefined) return { passed: 0, failures: [`${part}: the runner broke off`], skipped: 0 };
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
export function summarise({ passed, failures, skipped }) {
  return `${passed} passed, ${failures.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failures: all.flatMap((counts) => counts.failures),
    skipped: all.reduce((sum, counts) => sum + counts.skipped, 0)
  };
}
