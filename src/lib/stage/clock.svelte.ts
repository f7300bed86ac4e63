import { prefersReducedMotion } from 'svelte/motion';
import type { ClockState } from './clock-state.svelte';

/** The first moment on the way to another step. */
const BEGINNING = 1e-6;

/**
 * The one clock. Time is measured in steps: whole at a settled step, fractional on the way to the next one.
 * With reduced motion it jumps between whole steps.
 */
export class Clock implements ClockState {
  #time = $state() as number;
  #index = $state() as number;
  #settled = $state() as boolean;
  #request: number | null = null;
  #arrive: (() => void) | null = null;

  constructor(time = 0) {
    this.#set(time);
  }

  get time(): number {
    return this.#time;
  }
  get index(): number {
    return this.#index;
  }
  get settled(): boolean {
    return this.#settled;
  }

  #set(time: number): void {
    this.#time = time;
    this.#index = Math.ceil(time);
    this.#settled = this.#index === time;
  }

  /** Sets the time at once and forgets any movement under way. */
  jump(time: number): void {
    this.stop();
    this.#set(time);
  }

  /** Forgets any movement under way; the time stays where it is. */
  stop(): void {
    if (this.#request !== null) cancelAnimationFrame(this.#request);
    this.#request = null;
    this.#arrive = null;
  }

  /**
   * Moves to a whole step at a steady pace. From farther away than one step it first jumps next to it, so that
   * holding a key down never leaves the picture behind.
   *
   * @param duration milliseconds for a whole step
   * @param arrive called once on arrival, not when another movement takes over
   */
  glide(to: number, duration: number, arrive?: () => void): void {
    this.stop();
    if (prefersReducedMotion.current || duration <= 0) {
      this.#set(to);
      arrive?.();
      return;
    }
    const distance = to - this.time;
    const start = Math.abs(distance) > 1 ? to - Math.sign(distance) : this.time;
    const direction = Math.sign(to - start);
    this.#arrive = arrive ?? null;
    // The new step's numbers are drawn at once, with the key press; the frames that follow only move things.
    this.#set(start + direction * BEGINNING);
    let began: number | undefined;
    const tick = (now: number) => {
      began ??= now;
      const moved = start + direction * Math.max(BEGINNING, (now - began) / duration);
      const arrived = direction >= 0 ? moved >= to : moved <= to;
      this.#set(arrived ? to : moved);
      if (!arrived) {
        this.#request = requestAnimationFrame(tick);
        return;
      }
      const callback = this.#arrive;
      this.#arrive = null;
      callback?.();
    };
    this.#request = requestAnimationFrame(tick);
  }
}
