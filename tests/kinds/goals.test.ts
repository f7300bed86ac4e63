import { model as biasModel } from '$lib/kinds/bias/model';
import type { SceneModel, SceneRun } from '$lib/kinds/models';
import { model as slidingWindowModel } from '$lib/kinds/sliding-window/model';
import { model as twoConventionsModel } from '$lib/kinds/two-conventions/model';
import { describe, expect, it } from 'vitest';

/** Whether numbers as a lesson writes them fulfil a goal. */
function reached<Raw, Settings, Run extends SceneRun>(
  model: SceneModel<Raw, Settings, Run>,
  goal: unknown,
  raw: Raw
): boolean | undefined {
  const settings = model.read(raw);
  return model.reached?.(goal, settings, model.run(settings, 'cell'));
}

const window = (kernel: (number | string)[][], input: number[][] = [[1, 2, 3]]) => ({
  input,
  kernel,
  stride: 1,
  padding: 0
});

describe('a kernel that takes the mean', () => {
  const goal = { name: 'averages' };

  it.each([
    ['halves over two cells', [['1/2', '1/2']]],
    ['decimals are fractions', [[0.5, 0.5]]],
    ['quarters over a square', [['1/4', '1/4'], ['1/4', '1/4']]] // prettier-ignore
  ])('%s', (_, kernel) => {
    expect(reached(slidingWindowModel, goal, window(kernel, [[1, 2, 3], [4, 5, 6]]))).toBe(true); // prettier-ignore
  });

  it.each([
    ['a sum is no mean', [[1, 1]]],
    ['weights that add up to one are not yet equal', [['1/3', '2/3']]],
    ['a rounded third is none', [[0.333, 0.333, 0.333]]],
    ['over one cell there is nothing to take the mean of', [[1]]]
  ])('%s', (_, kernel) => {
    expect(reached(slidingWindowModel, goal, window(kernel))).toBe(false);
  });
});

describe('a certain map', () => {
  const goal = { name: 'output-equals', output: [[2, 4, 6]] };

  it('is reached by any numbers that give it', () => {
    expect(reached(slidingWindowModel, goal, window([[2]]))).toBe(true);
    expect(reached(slidingWindowModel, goal, window([[1]], [[2, 4, 6]]))).toBe(true);
    expect(reached(slidingWindowModel, goal, window([[1]]))).toBe(false);
    expect(reached(slidingWindowModel, goal, window([[2, 0]]))).toBe(false);
  });
});

describe('a kernel that is its own half turn', () => {
  const goal = { name: 'own-half-turn' };
  const image = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]; // prettier-ignore

  it('is more than a symmetric one', () => {
    expect(reached(twoConventionsModel, goal, window([[1, 2], [2, 1]], image))).toBe(true); // prettier-ignore
    expect(reached(twoConventionsModel, goal, window([[1, 2], [2, 5]], image))).toBe(false); // prettier-ignore
  });
});

describe('so many cells above 0', () => {
  const raw = (biases: number[]) => ({
    input: [[3, 1, -1, 0]],
    kernels: biases.map(() => [[1]]),
    biases,
    activation: 'none' as const
  });

  it.each([
    [[0], 2, true],
    [[0], 3, false],
    [[1], 3, true],
    [[-1], 1, true],
    [[-3, 2], 4, true],
    [[-3, 1], 4, false]
  ])('with biases %j: %d of one map is %s', (biases, count, expected) => {
    expect(reached(biasModel, { name: 'positive-cells', count }, raw(biases))).toBe(expected);
  });
});
