import { frameworkCode } from '$lib/describe';
import { describe, expect, it } from 'vitest';
import { pythonWith, runPrograms } from './python';
import { expectRows, SETTINGS } from './settings';

const python = pythonWith('torch') ?? '';

describe.runIf(python)('PyTorch', () => {
  it('runs the copied program to the same feature map', () => {
    const programs = SETTINGS.map((settings) => ({
      text: frameworkCode('pytorch', settings),
      result: 'y[0, 0].tolist()'
    }));
    const outcomes = runPrograms(python, programs);
    SETTINGS.forEach((settings, index) => expectRows(outcomes[index]?.rows, settings));
    for (const { printed } of outcomes) expect(printed).toMatch(/^tensor\(\[\[/);
  });
});
