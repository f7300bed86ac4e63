import { convolutionSum, resultOf, type Sum } from '$lib/describe';
import { relu, tensor } from '$lib/engine';
import type { Step } from '$lib/trace';
import type { BiasSettings } from './settings';

/** The sum of a step and, once the bias is in it, what the activation makes of it: '… + (−2) = −3 → ReLU → 0'. */
export function sumThrough(step: Step, filter: number, activation: BiasSettings['activation']): Sum | null {
  const sum = convolutionSum(step, filter);
  if (!sum || step.bias === null || activation === 'none') return sum;
  const [value = step.total] = relu(tensor([1], [step.total])).data;
  return { ...sum, onward: { through: 'ReLU', result: resultOf(value) } };
}
