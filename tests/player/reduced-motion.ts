import { prefersReducedMotion } from 'svelte/motion';
import { expect } from 'vitest';
import { cdp } from 'vitest/browser';

/** Has the browser ask for less motion, as a system setting does. */
export async function wantReducedMotion(wanted: boolean): Promise<void> {
  const value = wanted ? 'reduce' : 'no-preference';
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] });
  await expect.poll(() => prefersReducedMotion.current).toBe(wanted);
}
