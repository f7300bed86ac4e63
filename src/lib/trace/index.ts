/**
 * An operation as a sequence of steps. Pure. A trace is random access: `step(k)` computes one window, whatever
 * k is; a step holds indices and exact values, no pixels and no words. `frame(trace, t)` says what is on stage
 * at time t: whole t is a settled step, fractional t lies on the way to the next one. Every surface (page,
 * tests, later projector and print) draws frames and nothing else.
 *
 * A trace refuses what the engine's operation refuses, and its steps end in the same numbers.
 */
export type { Grain, WindowSettings } from './settings';
export type { Trace, WindowedStep, WindowedTrace } from './trace';
export type { Product, Step, Term, WindowCell } from './step';
export { windowTrace } from './window-trace';
export type { Operation, SlidingTrace, WindowTrace } from './window-trace';
export { convolutionTrace } from './convolution-trace';
export type { ConvolutionSettings, ConvolutionStep, ConvolutionTrace } from './convolution-trace';
export { filterPart } from './filter-part';
export { avgPoolTrace, maxPoolTrace } from './pooling-trace';
export type {
  AvgPoolSettings,
  AvgPoolStep,
  AvgPoolTrace,
  MaxPoolSettings,
  MaxPoolStep,
  MaxPoolTrace,
  PoolingStep,
  PoolingTrace
} from './pooling-trace';
export { im2colTrace } from './im2col-trace';
export type { Im2colSettings, Im2colStep, Im2colTrace } from './im2col-trace';
export type { SumStep, SumTrace } from './sum-trace';
export { matrixProductTrace } from './matrix-product-trace';
export type { MatrixProductSettings, MatrixProductTrace, MatrixTerm } from './matrix-product-trace';
export { convTransposeTrace } from './conv-transpose-trace';
export type {
  ConvTransposeSettings,
  ConvTransposeStep,
  ConvTransposeTrace,
  OutputCell,
  StampTerm
} from './conv-transpose-trace';
export { convolutionBackwardTraces } from './convolution-backward-trace';
export type {
  BiasGradientPlace,
  BiasGradientTerm,
  ConvolutionBackwardSettings,
  ConvolutionBackwardTraces,
  InputGradientPlace,
  InputGradientTerm,
  WeightGradientPlace,
  WeightGradientTerm
} from './convolution-backward-trace';
export { changeGrain } from './grain';
export { frame } from './frame';
export type { Frame } from './frame';
export { between } from './between';
