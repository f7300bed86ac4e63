import { gridRules, POOLING_RULES, type Draw, type ExerciseKind } from '$lib/exercise';
import { pooledCells, pooledMap, pooledSize, type PooledParameters } from '../shared/pooled';

const {
  'largest-magnitude': largestMagnitude,
  'other-pooling': otherPooling,
  'never-negative': neverNegative,
  'first-value': firstValue,
  'added-up': addedUp,
  'moved-by-one': movedByOne,
  'moved-by-size': movedBySize
} = POOLING_RULES;

/** Windows side by side; more of them; windows that overlap, or leave a gap. */
const WINDOWS = {
  1: [{ side: 4, size: 2, stride: 2 }],
  2: [
    { side: 6, size: 2, stride: 2 },
    { side: 6, size: 3, stride: 3 }
  ],
  3: [
    { side: 5, size: 3, stride: 2 },
    { side: 4, size: 2, stride: 1 },
    { side: 5, size: 2, stride: 3 },
    { side: 7, size: 3, stride: 2 }
  ]
} as const;

/** The same numbers, but all negative under one window: there a maximum shows that it does not stop at 0. */
function withNegativeWindow(draw: Draw, { input, size, stride }: PooledParameters): number[][] {
  const output = pooledSize({ input, size, stride });
  const top = stride * draw.whole(0, output.height - 1);
  const left = stride * draw.whole(0, output.width - 1);
  return input.map((values, row) =>
    values.map((value, column) => {
      const isUnder = row >= top && row < top + size && column >= left && column < left + size;
      return isUnder && value >= 0 ? -value - 1 : value;
    })
  );
}

/** The largest value of each window. */
export const exercise = {
  draw(draw, level) {
    const { side, size, stride } = draw.pick<(typeof WINDOWS)[1 | 2 | 3][number]>(WINDOWS[level]);
    const input = draw.matrix(side, side, -6, 9);
    return { input: withNegativeWindow(draw, { input, size, stride }), size, stride };
  },
  form(parameters) {
    const { height, width } = pooledSize(parameters);
    return { form: 'grid', rows: height, columns: width };
  },
  answer: (parameters) => pooledMap(parameters, 'max').data,
  wrong: gridRules(
    {
      'largest-magnitude': largestMagnitude,
      'other-pooling': otherPooling,
      'never-negative': neverNegative,
      'first-value': firstValue,
      'added-up': addedUp,
      'moved-by-one': movedByOne,
      'moved-by-size': movedBySize
    },
    (parameters: PooledParameters) => pooledCells(parameters, 'max')
  )
} satisfies ExerciseKind<PooledParameters>;
