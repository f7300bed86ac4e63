import { zerosLike, type RealData } from '../tensor.ts';

/** Above zero the value itself, elsewhere `slope` times the value: ReLU with slope 0, leaky ReLU with another. */
export function rectify(values: RealData, slope: number): RealData {
  const results = zerosLike(values, values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    // Adding 0 turns the −0 of 0 × a negative number into 0.
    results[index] = value > 0 ? value : slope * value + 0;
  }
  return results;
}

/** The gradient where the value is above zero, `slope` times the gradient elsewhere, at zero too. */
export function rectifyBackward(gradient: RealData, values: RealData, slope: number): RealData {
  const results = zerosLike(gradient, gradient.length);
  for (let index = 0; index < gradient.length; index++) {
    const factor = gradient[index] as number;
    results[index] = (values[index] as number) > 0 ? factor : slope * factor + 0;
  }
  return results;
}

/** 1 above zero, 0 elsewhere. */
export function heaviside(values: RealData): RealData {
  const results = zerosLike(values, values.length);
  for (let index = 0; index < values.length; index++) results[index] = (values[index] as number) > 0 ? 1 : 0;
  return results;
}

/** 1 / (1 + e⁻ˣ), written so that the exponential is never above 1: no size of x overflows or loses digits. */
export function sigmoids(values: RealData): RealData {
  const results = zerosLike(values, values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    const power = Math.exp(-Math.abs(value));
    results[index] = (value > 0 ? 1 : power) / (1 + power);
  }
  return results;
}

/**
 * The gradient times outer · σ′(inner · x). The derivative σ′(x) = σ(x)·(1 − σ(x)) = e⁻ˣ / (1 + e⁻ˣ)² is written in
 * the last form, which subtracts nothing and so keeps its digits far from zero; it is the same for x and −x.
 */
function sigmoidSlopes(gradient: RealData, values: RealData, inner: number, outer: number): RealData {
  const results = zerosLike(gradient, gradient.length);
  for (let index = 0; index < gradient.length; index++) {
    const power = Math.exp(-Math.abs(inner * (values[index] as number)));
    const total = 1 + power;
    results[index] = (gradient[index] as number) * ((outer * power) / (total * total));
  }
  return results;
}

export function sigmoidsBackward(gradient: RealData, values: RealData): RealData {
  return sigmoidSlopes(gradient, values, 1, 1);
}

export function hyperbolicTangents(values: RealData): RealData {
  const results = zerosLike(values, values.length);
  for (let index = 0; index < values.length; index++) results[index] = Math.tanh(values[index] as number);
  return results;
}

/** tanh(x) = 2·σ(2x) − 1, so its derivative is 4 times that of σ at 2x. */
export function hyperbolicTangentsBackward(gradient: RealData, values: RealData): RealData {
  return sigmoidSlopes(gradient, values, 2, 4);
}
