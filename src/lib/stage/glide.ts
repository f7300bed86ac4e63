import { easeCubicInOut, interpolateNumber } from 'd3';

/** Where something is on its way from one place to another; it starts and arrives gently. */
export function glide(from: number, to: number, progress: number): number {
  return interpolateNumber(from, to)(easeCubicInOut(progress));
}
