import { matrix, rowsOf, ShapeError, tensor } from '$lib/engine';
import { windowTrace, type Grain, type WindowTrace } from '$lib/trace';
import { describe, expect, it } from 'vitest';
import { LESSON_SCENES, OPERATIONS, sceneSettings } from '../data/scenes';
import { equal, ratioOf, times, total } from '../data/ratio';
import { SIX_BY_SIX_SUMS } from '../data/worked-examples';

const GRAINS: readonly Grain[] = ['cell', 'product'];

/** Every trace that the lesson can show. */
const TRACES = LESSON_SCENES.flatMap(({ id, settings }) =>
  GRAINS.flatMap((grain) =>
    OPERATIONS.map((operation) => ({ id, grain, operation, trace: windowTrace(settings, grain, operation) }))
  )
);

function stepsOf(trace: WindowTrace) {
  return Array.from({ length: trace.length + 1 }, (_, index) => trace.step(index));
}

describe.each(TRACES)('$id, $operation, one $grain at a time', ({ trace, grain }) => {
  it('shows a total that is the sum of the products shown', () => {
    for (const step of stepsOf(trace)) {
      const shown = step.terms.slice(0, step.done);
      const products = shown.map(({ value, weight }) => times(ratioOf(value), ratioOf(weight)));
      expect(equal(total(products), ratioOf(step.total))).toBe(true);
      expect(equal(total(shown.map(({ product }) => ratioOf(product))), ratioOf(step.total))).toBe(true);
    }
  });

  it('ends with every output cell finished, and with the output', () => {
    const { height, width } = trace.geometry.output;
    const last = trace.step(trace.length);
    expect(last.finished).toBe(height * width);
    expect(last.cell).toEqual({ row: height - 1, column: width - 1 });
    expect(trace.length).toBe(height * width * (grain === 'cell' ? 1 : trace.taps));
    const totals = stepsOf(trace)
      .filter((step) => step.index > 0 && step.done === trace.taps)
      .map((step) => step.total);
    expect(totals).toEqual(trace.output().data);
  });

  it('numbers its steps, and finishes a cell with its last product', () => {
    const perCell = grain === 'cell' ? 1 : trace.taps;
    for (const step of stepsOf(trace).slice(1)) {
      const { width } = trace.geometry.output;
      const cell = (step.cell?.row ?? Number.NaN) * width + (step.cell?.column ?? Number.NaN);
      const doneInCell = grain === 'cell' ? trace.taps : step.index - cell * trace.taps;
      expect(cell).toBe(Math.ceil(step.index / perCell) - 1);
      expect(step.done).toBe(doneInCell);
      expect(step.terms).toHaveLength(trace.taps);
      expect(step.finished).toBe(Math.floor(step.index / perCell));
    }
  });

  it('takes the window along the rows, one stride at a time', () => {
    const { stride } = trace.geometry;
    for (const { window, cell } of stepsOf(trace).slice(1)) {
      expect(window).toEqual({
        row: (cell?.row ?? Number.NaN) * stride.height,
        column: (cell?.column ?? Number.NaN) * stride.width
      });
    }
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('has no step %s', (index) => {
    expect(() => trace.step(index)).toThrow(RangeError);
  });

  it('has no step after the last', () => {
    expect(() => trace.step(trace.length + 1)).toThrow(RangeError);
    expect(() => trace.step(trace.length + 1)).toThrow(new RegExp(`${trace.length}`));
  });
});

describe('step 0', () => {
  it('is the stage before anything is computed', () => {
    expect(windowTrace(sceneSettings('six-by-six'), 'cell').step(0)).toMatchObject({
      index: 0,
      cell: null,
      window: null,
      terms: [],
      done: 0,
      finished: 0
    });
  });
});

describe('the steps of six-by-six', () => {
  const trace = windowTrace(sceneSettings('six-by-six'), 'cell');

  it.each(Object.entries(SIX_BY_SIX_SUMS))('step %s is %s', (index, sum) => {
    const step = trace.step(Number(index));
    const terms = step.terms.map(({ value, weight }) => `${value.valueOf()}×${weight.valueOf()}`);
    expect(`${terms.join(' + ')} = ${step.total.valueOf()}`).toBe(sum);
  });
});

describe('the weights of a trace', () => {
  it('lie as in the kernel for conv2d, turned for convolve2d', () => {
    const settings = sceneSettings('flipped');
    const weights = OPERATIONS.map((operation) => windowTrace(settings, 'cell', operation).weights);
    expect(weights.map((kernel) => rowsOf(kernel).map((row) => row.map((value) => value.valueOf())))).toEqual(
      [
        [
          [2, 0, 1],
          [0, 1, 2],
          [1, 0, 2]
        ],
        [
          [2, 0, 1],
          [2, 1, 0],
          [1, 0, 2]
        ]
      ]
    );
  });
});

describe('what cannot be traced', () => {
  const one = matrix([[1]]).data;
  const twice = [...one, ...one];

  it.each([
    ['two filters', [1, 1, 1, 1], [2, 1, 1, 1]],
    ['two images', [2, 1, 1, 1], [1, 1, 1, 1]],
    ['two channels under a filter of one', [1, 2, 1, 1], [1, 1, 1, 1]]
  ])('%s', (_, inputShape, kernelShape) => {
    const filled = (shape: number[]) => tensor(shape, shape.includes(2) ? twice : one);
    const settings = { input: filled(inputShape), kernel: filled(kernelShape), stride: 1, padding: 0 };
    expect(() => windowTrace(settings, 'cell')).toThrow(ShapeError);
    const shapes = `\\(${inputShape.join(', ')}\\).*\\(${kernelShape.join(', ')}\\)`;
    expect(() => windowTrace(settings, 'cell')).toThrow(new RegExp(shapes));
  });
});
