import { zerosLike, type RealData } from '../tensor.ts';
import { shiftLine } from './softmax.ts';

/** (value − target)² of every cell, in double precision. */
export function squaredErrors(values: RealData, target: RealData): Float64Array {
  const errors = new Float64Array(values.length);
  for (let cell = 0; cell < values.length; cell++) {
    const distance = (values[cell] as number) - (target[cell] as number);
    errors[cell] = distance * distance;
  }
  return errors;
}

/** 2 · factor · (value − target) of every cell, with one factor for each cell or one for all. */
export function squaredErrorsBackward(
  factors: ArrayLike<number>,
  values: RealData,
  target: RealData
): RealData {
  const results = zerosLike(values, values.length);
  const step = factors.length === 1 ? 0 : 1;
  for (let cell = 0; cell < values.length; cell++) {
    const distance = (values[cell] as number) - (target[cell] as number);
    results[cell] = 2 * distance * (factors[cell * step] as number);
  }
  return results;
}

/** −Σ over the classes of target · log softmax, for every sample, in double precision. */
export function crossEntropies(logits: RealData, target: RealData, classes: number): Float64Array {
  const losses = new Float64Array(logits.length / classes);
  const shifted = new Float64Array(classes);
  for (let sample = 0; sample < losses.length; sample++) {
    const start = sample * classes;
    const logTotal = Math.log(shiftLine(logits, start, 1, shifted));
    let loss = 0;
    for (let index = 0; index < classes; index++) {
      const weight = target[start + index] as number;
      // A class of no weight counts for nothing, even if its distance is too long for a number.
      if (weight !== 0) loss += weight * (logTotal - (shifted[index] as number));
    }
    losses[sample] = loss;
  }
  return losses;
}

/** factor · (softmax · Σ target − target) of every cell, with one factor for each sample or one for all. */
export function crossEntropiesBackward(
  factors: ArrayLike<number>,
  logits: RealData,
  target: RealData,
  classes: number
): RealData {
  const results = zerosLike(logits, logits.length);
  const shifted = new Float64Array(classes);
  const step = factors.length === 1 ? 0 : 1;
  for (let sample = 0; sample * classes < logits.length; sample++) {
    const start = sample * classes;
    const factor = factors[sample * step] as number;
    const total = shiftLine(logits, start, 1, shifted);
    let mass = 0;
    for (let index = 0; index < classes; index++) mass += target[start + index] as number;
    for (let index = 0; index < classes; index++) {
      const share = Math.exp(shifted[index] as number) / total;
      results[start + index] = factor * (share * mass - (target[start + index] as number));
    }
  }
  return results;
}
