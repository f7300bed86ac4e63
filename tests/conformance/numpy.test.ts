import { frameworkCode, loopLines } from '$lib/describe';
import { windowTrace, type WindowSettings } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { pythonWith, runPrograms } from './python';
import { expectRows, SETTINGS } from './settings';

const python = pythonWith('numpy') ?? '';

/** Everything NumPy prints, to the last digit. */
const FULL = 'import numpy as np\nnp.set_printoptions(precision=17, threshold=10**6)\n';

function printedNumbers(text: string): number[] {
  return text
    .split(/[\s[\]]+/)
    .filter((word) => word !== '')
    .map(Number);
}

/** The matrix as Python is told it, by another way than the code under test. */
function python2d({ shape, data }: WindowSettings['input']): string {
  const list = JSON.stringify(data.map((value) => value.valueOf()));
  return `np.array(${list}).reshape(${shape.slice(2).join(', ')})`;
}

describe.runIf(python)('NumPy', () => {
  it('runs the copied program to the same feature map', () => {
    const programs = SETTINGS.map((settings) => ({
      text: frameworkCode('numpy', settings),
      result: 'y.tolist()'
    }));
    const outcomes = runPrograms(python, programs);
    expect(outcomes).toHaveLength(SETTINGS.length);
    SETTINGS.forEach((settings, index) => expectRows(outcomes[index]?.rows, settings));
  });

  it('prints that map and nothing else', () => {
    const programs = SETTINGS.map((settings) => ({
      text: FULL + frameworkCode('numpy', settings),
      result: 'y.tolist()'
    }));
    for (const { rows, printed } of runPrograms(python, programs)) {
      expect(printedNumbers(printed)).toEqual(rows.flat());
    }
  });

  it('runs the loops of the code view to the same feature map', () => {
    const programs = SETTINGS.map((settings) => {
      const trace = windowTrace(settings, 'product');
      const loops = loopLines(trace, trace.step(0)).lines.map(({ text }) => text);
      const given = [`input = ${python2d(settings.input)}`, `kernel = ${python2d(settings.kernel)}`];
      return { text: ['import numpy as np', ...given, ...loops].join('\n'), result: 'output.tolist()' };
    });
    const outcomes = runPrograms(python, programs);
    SETTINGS.forEach((settings, index) => expectRows(outcomes[index]?.rows, settings));
  });
});
