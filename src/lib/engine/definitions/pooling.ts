import type { Field } from '../field.ts';
import type { AveragePlan, PoolingPlan } from '../geometry/pooling.ts';

/** Calls back for every input cell of every window, window by window, each in reading order; flat indices. */
function forEachPooled(plan: PoolingPlan, meet: (output: number, input: number) => void): void {
  const { planes, input, output, rows, columns } = plan;
  let outputIndex = 0;
  for (let plane = 0; plane < planes; plane++) {
    for (let outputRow = 0; outputRow < output.height; outputRow++) {
      const endRow = rows.end[outputRow] as number;
      for (let outputColumn = 0; outputColumn < output.width; outputColumn++, outputIndex++) {
        const endColumn = columns.end[outputColumn] as number;
        for (let row = rows.first[outputRow] as number; row < endRow; row += rows.step) {
          let column = columns.first[outputColumn] as number;
          for (; column < endColumn; column += columns.step) {
            meet(outputIndex, (plane * input.height + row) * input.width + column);
          }
        }
      }
    }
  }
}

function outputsOf({ planes, output }: PoolingPlan): number {
  return planes * output.height * output.width;
}

/** The cell of the largest value of each window, as a flat index into the input. Of equal ones the first wins. */
export function winnersOver<Scalar>(
  { compare }: Field<Scalar>,
  plan: PoolingPlan,
  input: readonly Scalar[]
): number[] {
  const winners = new Array<number>(outputsOf(plan)).fill(-1);
  forEachPooled(plan, (output, cell) => {
    const best = winners[output] as number;
    if (best < 0 || compare(input[cell] as Scalar, input[best] as Scalar) > 0) winners[output] = cell;
  });
  return winners;
}

/** The gradient of taking the winners: each output's gradient goes to its winner, and to nothing else. */
export function winnersGradientOver<Scalar>(
  field: Field<Scalar>,
  winners: readonly number[],
  gradient: readonly Scalar[],
  inputCells: number
): Scalar[] {
  const sums = new Array<Scalar>(inputCells).fill(field.zero);
  winners.forEach((cell, output) => {
    sums[cell] = field.add(sums[cell] as Scalar, gradient[output] as Scalar);
  });
  return sums;
}

/** The divisor of an output cell as a scalar: every plane has the same ones. */
function divideByCells<Scalar>(field: Field<Scalar>, plan: AveragePlan, sums: readonly Scalar[]): Scalar[] {
  const divisors = plan.divisors();
  return sums.map((sum, output) =>
    field.divide(sum, field.from(divisors[output % divisors.length] as number))
  );
}

/** The sum of each window over its divisor. */
export function averagesOver<Scalar>(
  field: Field<Scalar>,
  plan: AveragePlan,
  input: readonly Scalar[]
): Scalar[] {
  const sums = new Array<Scalar>(outputsOf(plan)).fill(field.zero);
  forEachPooled(plan, (output, cell) => {
    sums[output] = field.add(sums[output] as Scalar, input[cell] as Scalar);
  });
  return divideByCells(field, plan, sums);
}

/** The gradient of {@link averagesOver}: each output's gradient over its divisor goes to every cell of its window. */
export function averagesGradientOver<Scalar>(
  field: Field<Scalar>,
  plan: AveragePlan,
  gradient: readonly Scalar[]
): Scalar[] {
  const shares = divideByCells(field, plan, gradient);
  const sums = new Array<Scalar>(plan.planes * plan.input.height * plan.input.width).fill(field.zero);
  forEachPooled(plan, (output, cell) => {
    sums[cell] = field.add(sums[cell] as Scalar, shares[output] as Scalar);
  });
  return sums;
}
