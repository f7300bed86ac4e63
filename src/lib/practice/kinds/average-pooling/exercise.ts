import { gridRules, POOLING_RULES, type Draw, type ExerciseKind } from '$lib/exercise';
import { pooledCells, pooledMap, pooledSize, type PooledParameters } from '../shared/pooled';

const {
  'added-up': addedUp,
  'wrong-divisor': wrongDivisor,
  'other-pooling': otherPooling,
  'first-value': firstValue,
  'moved-by-one': movedByOne
} = POOLING_RULES;

/** Windows whose averages are fractions: side by side, and overlapping. */
const WINDOWS = {
  2: [{ side: 4, size: 2, stride: 2 }],
  3: [
    { side: 6, size: 3, stride: 3 },
    { side: 4, size: 2, stride: 1 },
    { side: 5, size: 3, stride: 2 }
  ]
} as const;

/** Four windows of 2×2 whose sums four divides. */
function evenNumbers(draw: Draw): number[][] {
  const rows = draw.matrix(4, 4, 0, 6);
  for (const row of [0, 2]) {
    for (const column of [0, 2]) {
      const [upper, lower] = [rows[row] as number[], rows[row + 1] as number[]];
      const sum = (upper[column] ?? 0) + (upper[column + 1] ?? 0) + (lower[column] ?? 0);
      lower[column + 1] = ((4 - (sum % 4)) % 4) + 4 * draw.whole(0, 1);
    }
  }
  return rows;
}

/** The mean of each window; whole numbers to begin with, then fractions. */
export const exercise = {
  draw(draw, level) {
    if (level === 1) return { input: evenNumbers(draw), size: 2, stride: 2 };
    const { side, size, stride } = draw.pick<(typeof WINDOWS)[2 | 3][number]>(WINDOWS[level]);
    return { input: draw.matrix(side, side, level === 2 ? -4 : -2, level === 2 ? 8 : 4), size, stride };
  },
  form(parameters) {
    const { height, width } = pooledSize(parameters);
    return { form: 'grid', rows: height, columns: width };
  },
  answer: (parameters) => pooledMap(parameters, 'average').data,
  wrong: gridRules(
    {
      'added-up': addedUp,
      'wrong-divisor': wrongDivisor,
      'other-pooling': otherPooling,
      'first-value': firstValue,
      'moved-by-one': movedByOne
    },
    (parameters: PooledParameters) => pooledCells(parameters, 'average')
  )
} satisfies ExerciseKind<PooledParameters>;
