import { planMatrixProduct } from '../definitions/matrix-product.ts';
import { ShapeError, shapeText } from '../errors.ts';
import { exactField, type Fraction } from '../field.ts';
import {
  cellsOf,
  requireFinite,
  tensor,
  zerosLike,
  type AnyTensor,
  type ExactTensor,
  type RealTensor
} from '../tensor.ts';
import { matrixSize, multiplyExactly, multiplyReal } from './matrix-product.ts';
import { requireOutputShape } from './convolution-backward.ts';
import { sameKind } from './same-kind.ts';

/** The shape of the result: [N, O]. */
function requireLayer(operation: string, input: AnyTensor, weight: AnyTensor): readonly [number, number] {
  const [samples, features] = matrixSize(operation, 'the input', input, '[N, I]');
  const [outputs, taken] = matrixSize(operation, 'the weight', weight, '[O, I]');
  if (features !== taken) {
    throw new ShapeError(
      `${operation}: input has ${features} features, each output has ${taken} weights; they must be equal ` +
        `(input is ${shapeText(input.shape)}, weight is ${shapeText(weight.shape)})`
    );
  }
  return [samples, outputs];
}

/**
 * Fully connected layer: out(n, o) = bias(o) + Σ over i of input(n, i) · weight(o, i), that is input · weightᵀ + bias.
 * `torch.nn.functional.linear`: https://docs.pytorch.org/docs/stable/generated/torch.nn.functional.linear.html
 *
 * @param input [N, I]
 * @param weight [O, I], one row for each output
 * @param bias [O]
 * @returns [N, O]
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {NonFiniteError} when an operand or a result is not finite
 * @throws {TooLargeError} when the result would have more cells than `MOST_CELLS`
 */
export function linear<T extends AnyTensor>(input: T, weight: T, bias?: T | null): T;
export function linear(input: AnyTensor, weight: AnyTensor, bias: AnyTensor | null = null): AnyTensor {
  const [samples, outputs] = requireLayer('linear', input, weight);
  if (bias !== null && (bias.shape.length !== 1 || bias.shape[0] !== outputs)) {
    throw new ShapeError(
      `linear: there must be one bias for each of the ${outputs} outputs; bias is ${shapeText(bias.shape)}`
    );
  }
  cellsOf([samples, outputs], 'linear');
  const plan = planMatrixProduct(input, { shape: weight.shape, transposed: true });
  const { real, exact } = sameKind('linear', { input, weight, bias });
  if (real) return multiplyReal('linear', plan, real.input, real.weight, real.bias);
  const product = multiplyExactly(plan, exact.input, exact.weight);
  const { bias: offsets } = exact;
  if (!offsets) return product;
  return tensor(
    product.shape,
    product.data.map((sum, cell) => sum.add(offsets.data[cell % outputs] as Fraction))
  );
}

/**
 * Gradients of {@link linear}: gradient · weight for the input, gradientᵀ · input for the weight, the sum over the
 * batch for the bias.
 *
 * @param gradient [N, O], of the loss by each cell of the result
 * @param input [N, I]
 * @param weight [O, I]
 * @throws {ShapeError} when shapes do not fit each other, or the operands are of different number systems
 * @throws {NonFiniteError} when an operand or a result is not finite
 */
export function linearBackward<T extends AnyTensor>(
  gradient: T,
  input: T,
  weight: T
): { input: T; weight: T; bias: T };
export function linearBackward(
  gradient: AnyTensor,
  input: AnyTensor,
  weight: AnyTensor
): { input: AnyTensor; weight: AnyTensor; bias: AnyTensor } {
  requireOutputShape('linearBackward', gradient, requireLayer('linearBackward', input, weight));
  const inputPlan = planMatrixProduct(gradient, weight);
  const weightPlan = planMatrixProduct({ shape: gradient.shape, transposed: true }, input);
  const { real, exact } = sameKind('linearBackward', { gradient, input, weight });
  return real
    ? {
        input: multiplyReal('linearBackward', inputPlan, real.gradient, real.weight),
        weight: multiplyReal('linearBackward', weightPlan, real.gradient, real.input),
        bias: columnSums('linearBackward', real.gradient)
      }
    : {
        input: multiplyExactly(inputPlan, exact.gradient, exact.weight),
        weight: multiplyExactly(weightPlan, exact.gradient, exact.input),
        bias: exactColumnSums(exact.gradient)
      };
}

function columnSums(operation: string, { shape, data }: RealTensor): RealTensor {
  const columns = shape[1] as number;
  const sums = zerosLike(data, columns);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let cell = column; cell < data.length; cell += columns) sum += data[cell] as number;
    sums[column] = sum;
  }
  return requireFinite(operation, 'the result', { shape: [columns], data: sums });
}

function exactColumnSums({ shape, data }: ExactTensor): ExactTensor {
  const columns = shape[1] as number;
  const sums = new Array<Fraction>(columns).fill(exactField.zero);
  data.forEach((value, cell) => {
    sums[cell % columns] = (sums[cell % columns] as Fraction).add(value);
  });
  return tensor([columns], sums);
}
