import { requireWhole } from '../geometry/axis.ts';
import { requireKnownOptions } from '../options.ts';
import type { AnyTensor, RealTensor } from '../tensor.ts';
import {
  advance,
  blankLike,
  combination,
  requireFactor,
  requireRealSet,
  zeros,
  type Memory,
  type Optimizer
} from './optimizer-step.ts';

/**
 * Stochastic gradient descent: p ← p − lr · g. Exact for fractions. It remembers nothing.
 * https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 *
 * @param options `lr`, the learning rate, 0.001 unless told
 * @throws {SettingError} when the learning rate is negative or not finite, or there is no such option
 */
export function sgd<T extends AnyTensor>(options: { readonly lr?: number } = {}): Optimizer<T, null> {
  requireKnownOptions('sgd', options, { lr: true });
  const { lr = 1e-3 } = options;
  requireFactor('sgd', 'lr', lr);
  return {
    initial: () => null,
    update: (parameters, gradients) => {
      const after = advance<T, never>('sgd', parameters, gradients, {}, (parameter, gradient) => ({
        parameter: combination(1, parameter, -lr, gradient)
      }));
      return { parameters: after.parameters, state: null };
    }
  };
}

/** v of every parameter. */
export type MomentumState<T extends AnyTensor> = Memory<T, 'velocity'>;

/**
 * Gradient descent with momentum as PyTorch has it: v ← μ · v + g, p ← p − lr · v, the velocity beginning at zero.
 * (Sutskever and others have lr inside of the velocity, which differs when the learning rate changes.) Exact for
 * fractions. https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html
 *
 * @param options `lr` is 0.001 and `momentum`, the μ, 0.9 unless told
 * @throws {SettingError} when one of them is negative or not finite, or there is no such option
 */
export function momentum<T extends AnyTensor>(
  options: { readonly lr?: number; readonly momentum?: number } = {}
): Optimizer<T, MomentumState<T>> {
  requireKnownOptions('momentum', options, { lr: true, momentum: true });
  const { lr = 1e-3, momentum: factor = 0.9 } = options;
  requireFactor('momentum', 'lr', lr);
  requireFactor('momentum', 'momentum', factor);
  return {
    initial: (parameters) => ({ velocity: zeros(parameters) }),
    update: (parameters, gradients, state) => {
      const after = advance('momentum', parameters, gradients, state, (parameter, gradient, before) => {
        const velocity = combination(factor, before.velocity, 1, gradient);
        return { parameter: combination(1, parameter, -lr, velocity), velocity };
      });
      return { parameters: after.parameters, state: after.memory };
    }
  };
}

/** What has been gathered of the squares of every parameter's gradients. */
export type SquaresState = Memory<RealTensor, 'squares'>;

/** The rules that divide a gradient by the root of what they remember of its squares. */
function byRootOfSquares(
  operation: string,
  { lr, eps, keep, add }: { lr: number; eps: number; keep: number; add: number }
): Optimizer<RealTensor, SquaresState> {
  return {
    initial: (parameters) => ({ squares: zeros(parameters) }),
    update: (parameters, gradients, state) => {
      requireRealSet(operation, parameters);
      const after = advance(operation, parameters, gradients, state, (parameter, gradient, before) => {
        const values = blankLike(parameter);
        const squares = blankLike(before.squares);
        for (let cell = 0; cell < values.length; cell++) {
          const slope = gradient.data[cell] as number;
          const square = keep * (before.squares.data[cell] as number) + add * slope * slope;
          squares[cell] = square;
          values[cell] = (parameter.data[cell] as number) - (lr * slope) / (Math.sqrt(square) + eps);
        }
        const { shape } = parameter;
        return { parameter: { shape, data: values }, squares: { shape, data: squares } };
      });
      return { parameters: after.parameters, state: after.memory };
    }
  };
}

/**
 * Adagrad: s ← s + g², p ← p − lr · g / (√s + ε). Duchi, Hazan and Singer, JMLR 2011;
 * https://docs.pytorch.org/docs/stable/generated/torch.optim.Adagrad.html
 *
 * @param options `lr` is 0.01 and `eps`, the ε, 1e-10 unless told
 * @throws {SettingError} when one of them is negative or not finite, or there is no such option
 */
export function adagrad(
  options: { readonly lr?: number; readonly eps?: number } = {}
): Optimizer<RealTensor, SquaresState> {
  requireKnownOptions('adagrad', options, { lr: true, eps: true });
  const { lr = 1e-2, eps = 1e-10 } = options;
  requireFactor('adagrad', 'lr', lr);
  requireFactor('adagrad', 'eps', eps);
  return byRootOfSquares('adagrad', { lr, eps, keep: 1, add: 1 });
}

/**
 * RMSProp: s ← α · s + (1 − α) · g², p ← p − lr · g / (√s + ε). Hinton, "Neural Networks for Machine Learning",
 * lecture 6e; https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html
 *
 * @param options `lr` is 0.01, `alpha` 0.99 and `eps`, the ε, 1e-8 unless told
 * @throws {SettingError} when one of them is negative or not finite, alpha is not below 1, or there is no such option
 */
export function rmsProp(
  options: { readonly lr?: number; readonly alpha?: number; readonly eps?: number } = {}
): Optimizer<RealTensor, SquaresState> {
  requireKnownOptions('rmsProp', options, { lr: true, alpha: true, eps: true });
  const { lr = 1e-2, alpha = 0.99, eps = 1e-8 } = options;
  requireFactor('rmsProp', 'lr', lr);
  requireFactor('rmsProp', 'alpha', alpha, 1);
  requireFactor('rmsProp', 'eps', eps);
  return byRootOfSquares('rmsProp', { lr, eps, keep: alpha, add: 1 - alpha });
}

/** Steps done, and the running means of every parameter's gradients and of their squares, not yet corrected. */
export interface AdamState extends Memory<RealTensor, 'mean' | 'squares'> {
  readonly step: number;
}

/**
 * Adam: m ← β₁ · m + (1 − β₁) · g, s ← β₂ · s + (1 − β₂) · g², and with both corrected for their beginning at zero,
 * m̂ = m / (1 − β₁ᵗ) and ŝ = s / (1 − β₂ᵗ), p ← p − lr · m̂ / (√ŝ + ε). Kingma and Ba, ICLR 2015, algorithm 1;
 * https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html
 *
 * @param options `lr` is 0.001, `betas` are [0.9, 0.999] and `eps`, the ε, is 1e-8 unless told
 * @throws {SettingError} when one of them is negative or not finite, a beta is not below 1, or there is no such option
 */
export function adam(
  options: {
    readonly lr?: number;
    readonly betas?: readonly [number, number];
    readonly eps?: number;
  } = {}
): Optimizer<RealTensor, AdamState> {
  requireKnownOptions('adam', options, { lr: true, betas: true, eps: true });
  const { lr = 1e-3, betas = [0.9, 0.999], eps = 1e-8 } = options;
  const [beta1, beta2] = betas;
  requireFactor('adam', 'lr', lr);
  requireFactor('adam', 'the first beta', beta1, 1);
  requireFactor('adam', 'the second beta', beta2, 1);
  requireFactor('adam', 'eps', eps);
  return {
    initial: (parameters) => ({ step: 0, mean: zeros(parameters), squares: zeros(parameters) }),
    update: (parameters, gradients, { step: before, ...memory }) => {
      requireRealSet('adam', parameters);
      requireWhole(before, 0, 'adam: the steps done');
      const step = before + 1;
      const meanPart = 1 - beta1 ** step;
      const squaresPart = 1 - beta2 ** step;
      const after = advance('adam', parameters, gradients, memory, (parameter, gradient, remembered) => {
        const values = blankLike(parameter);
        const mean = blankLike(parameter);
        const squares = blankLike(parameter);
        for (let cell = 0; cell < values.length; cell++) {
          const slope = gradient.data[cell] as number;
          const average = beta1 * (remembered.mean.data[cell] as number) + (1 - beta1) * slope;
          const square = beta2 * (remembered.squares.data[cell] as number) + (1 - beta2) * slope * slope;
          mean[cell] = average;
          squares[cell] = square;
          values[cell] =
            (parameter.data[cell] as number) -
            (lr * (average / meanPart)) / (Math.sqrt(square / squaresPart) + eps);
        }
        const { shape } = parameter;
        return {
          parameter: { shape, data: values },
          mean: { shape, data: mean },
          squares: { shape, data: squares }
        };
      });
      return { parameters: after.parameters, state: { step, ...after.memory } };
    }
  };
}
