/**
 * An operation as a sequence of steps. Pure. A trace is random access: `step(k)` computes one window, whatever
 * k is; a step holds indices and exact values, no pixels and no words. `frame(trace, t)` says what is on stage
 * at time t: whole t is a settled step, fractional t lies on the way to the next one. Every surface (page,
 * tests, later projector and print) draws frames and nothing else.
 */
export type { Grain, WindowSettings } from './settings';
export { windowTrace } from './window-trace';
export type { Operation, Step, Term, WindowTrace } from './window-trace';
export { changeGrain } from './grain';
export { frame } from './frame';
export type { Frame } from './frame';
