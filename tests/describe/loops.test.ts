import { loopLines } from '$lib/describe';
import { matrix } from '$lib/engine';
import { windowTrace, type WindowSettings } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { sceneSettings } from '../data/scenes';

/** The loop variables in the order in which four real loops run through them. */
function runs(outputHeight: number, outputWidth: number, kernelHeight: number, kernelWidth: number) {
  const values: { i: number; j: number; k1: number; k2: number }[] = [];
  for (let i = 0; i < outputHeight; i++) {
    for (let j = 0; j < outputWidth; j++) {
      for (let k1 = 0; k1 < kernelHeight; k1++) {
        for (let k2 = 0; k2 < kernelWidth; k2++) values.push({ i, j, k1, k2 });
      }
    }
  }
  return values;
}

function texts(settings: WindowSettings): string[] {
  const trace = windowTrace(settings, 'product');
  return loopLines(trace, trace.step(0)).lines.map(({ text }) => text);
}

const { input, kernel } = sceneSettings('four-by-four');

describe('the loops of four-by-four', () => {
  const trace = windowTrace({ input, kernel, stride: 1, padding: 0 }, 'product');

  it('are four, around one line', () => {
    expect(texts({ input, kernel, stride: 1, padding: 0 })).toEqual([
      'output = np.zeros((2, 2))',
      'for i in range(2):',
      '    for j in range(2):',
      '        for k1 in range(3):',
      '            for k2 in range(3):',
      '                output[i, j] += input[i + k1, j + k2] * kernel[k1, k2]'
    ]);
  });

  it('run as four real loops do, the innermost line at every step', () => {
    runs(2, 2, 3, 3).forEach((expected, index) => {
      const { lines, values } = loopLines(trace, trace.step(index + 1));
      expect(values).toEqual(expected);
      expect(lines.map(({ current }) => current)).toEqual([false, false, false, false, false, true]);
    });
  });

  it('stand at the zeros at step 0, with no values', () => {
    const { lines, values } = loopLines(trace, trace.step(0));
    expect(values).toEqual({});
    expect(lines.filter(({ current }) => current).map(({ text }) => text)).toEqual([
      'output = np.zeros((2, 2))'
    ]);
  });

  it('have run to the end of the kernel where a step is a cell', () => {
    const cells = windowTrace({ input, kernel, stride: 1, padding: 0 }, 'cell');
    expect(loopLines(cells, cells.step(3)).values).toEqual({ i: 1, j: 0, k1: 2, k2: 2 });
  });
});

describe('other settings', () => {
  it('write the stride in front of i and j', () => {
    const lines = texts({ input, kernel: matrix([[1], [1]]), stride: 2, padding: 0 });
    expect(lines).toEqual([
      'output = np.zeros((2, 2))',
      'for i in range(2):',
      '    for j in range(2):',
      '        for k1 in range(2):',
      '            for k2 in range(1):',
      '                output[i, j] += input[2 * i + k1, 2 * j + k2] * kernel[k1, k2]'
    ]);
  });

  it('pad first, and read what was padded', () => {
    const lines = texts({ input, kernel, stride: 3, padding: 2 });
    expect(lines[0]).toBe('padded = np.pad(input, 2)');
    expect(lines[1]).toBe('output = np.zeros((2, 2))');
    expect(lines.at(-1)).toBe(
      '                output[i, j] += padded[3 * i + k1, 3 * j + k2] * kernel[k1, k2]'
    );
  });

  it('run as four real loops do, and mark one line', () => {
    const settings = { input, kernel: matrix([[1, 2]]), stride: 2, padding: 1 };
    const trace = windowTrace(settings, 'product');
    const expected = runs(3, 3, 1, 2);
    expect(trace.length).toBe(expected.length);
    expected.forEach((values, index) => {
      const found = loopLines(trace, trace.step(index + 1));
      expect(found.values).toEqual(values);
      const current = found.lines.filter((line) => line.current);
      expect(current.map(({ text }) => text.trim())).toEqual([
        'output[i, j] += padded[2 * i + k1, 2 * j + k2] * kernel[k1, k2]'
      ]);
    });
  });
});
