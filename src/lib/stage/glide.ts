import { cubicInOut } from 'svelte/easing';
import { between } from '$lib/trace';

/** Where something is on its way from one place to another; it starts and arrives gently. */
export function glide(from: number, to: number, progress: number): number {
  return between(from, to, cubicInOut(progress));
}
