/** What falls where: output sizes, windows, visits, receptive fields, costs. Integer arithmetic, no values. */
export { outputLength, sizeOfPair } from './axis.ts';
export type { Pair, Position, Size } from './axis.ts';
export { sidesOf } from './padding.ts';
export type { Padding, Sides } from './padding.ts';
export { outputsFedBy, visitCounts, windowGeometry, windowOrigin } from './window.ts';
export type { WindowGeometry, WindowOptions } from './window.ts';
export { neighboursOf } from './neighbours.ts';
export { planConvolution } from './convolution.ts';
export type { ConvolutionOptions, ConvolutionPlan } from './convolution.ts';
