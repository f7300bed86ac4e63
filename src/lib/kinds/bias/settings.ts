import type { ExactTensor, Fraction } from '$lib/engine';

/** The numbers of filters with bias as a lesson has them. */
export interface RawBiasSettings {
  readonly input: readonly (readonly (number | string)[])[];
  /** One for each bias. */
  readonly kernels: readonly (readonly (readonly (number | string)[])[])[];
  readonly biases: readonly (number | string)[];
  /** What each cell goes through in the end. */
  readonly activation: 'none' | 'relu';
}

/** The numbers of filters with bias. */
export interface BiasSettings {
  readonly input: ExactTensor;
  /** One for each bias. */
  readonly kernels: readonly ExactTensor[];
  readonly biases: readonly Fraction[];
  readonly activation: 'none' | 'relu';
}
