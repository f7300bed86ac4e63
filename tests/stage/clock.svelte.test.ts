import { Clock } from '$lib/stage';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wantReducedMotion } from '../player/reduced-motion';

let frames: Map<number, FrameRequestCallback>;
let requests: number;

beforeEach(async () => {
  await wantReducedMotion(false);
  frames = new Map();
  requests = 0;
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
    requests += 1;
    frames.set(requests, callback);
    return requests;
  });
  vi.stubGlobal('cancelAnimationFrame', (request: number) => frames.delete(request));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Lets the browser draw at a moment, in milliseconds. */
function draw(now: number): void {
  const due = [...frames.values()];
  frames.clear();
  for (const callback of due) callback(now);
}

describe('a glide', () => {
  it('goes at a steady pace and arrives exactly', () => {
    const clock = new Clock();
    const arrive = vi.fn();
    clock.glide(1, 400, arrive);
    draw(1000);
    for (const [now, time] of [
      [1100, 0.25],
      [1200, 0.5],
      [1300, 0.75]
    ] as const) {
      draw(now);
      expect(clock.time).toBeCloseTo(time, 9);
      expect(clock).toMatchObject({ index: 1, settled: false });
    }
    expect(arrive).not.toHaveBeenCalled();
    draw(1417);
    expect(clock).toMatchObject({ time: 1, index: 1, settled: true });
    expect(arrive).toHaveBeenCalledTimes(1);
    expect(frames.size).toBe(0);
  });

  it('asks what hangs on the step alone once, however many frames there are', () => {
    const clock = new Clock();
    const asked: number[] = [];
    const end = $effect.root(() => {
      $effect(() => void asked.push(clock.index));
    });
    flushSync();
    clock.glide(1, 400);
    for (const now of [1000, 1100, 1200, 1300, 1417]) {
      draw(now);
      flushSync();
    }
    expect(asked).toEqual([0, 1]);
    end();
  });

  it('is on its way with the key press, before anything is drawn', () => {
    const clock = new Clock(3);
    clock.glide(4, 400);
    expect(Math.ceil(clock.time)).toBe(4);
    expect(clock.time).toBeCloseTo(3, 5);
  });

  it('goes back as well', () => {
    const clock = new Clock(5);
    clock.glide(4, 400);
    draw(0);
    draw(100);
    expect(clock.time).toBeCloseTo(4.75, 9);
    draw(400);
    expect(clock.time).toBe(4);
  });

  it('starts next to a step that is farther away than one', () => {
    for (const [from, to, start] of [
      [0, 7, 6],
      [9, 2, 3]
    ] as const) {
      const clock = new Clock(from);
      clock.glide(to, 400);
      expect(clock.time).toBeCloseTo(start, 5);
    }
  });

  it('takes over from another one, whose arrival never comes', () => {
    const clock = new Clock();
    const first = vi.fn();
    const second = vi.fn();
    clock.glide(1, 400, first);
    draw(0);
    draw(200);
    clock.glide(2, 400, second);
    draw(300);
    draw(1000);
    expect(clock.time).toBe(2);
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledTimes(1);
  });

  it('may begin another one where it arrives', () => {
    const clock = new Clock();
    clock.glide(1, 400, () => clock.glide(2, 400));
    draw(0);
    draw(400);
    draw(500);
    draw(900);
    expect(clock.time).toBe(2);
    expect(frames.size).toBe(0);
  });

  it('without a duration is there at once', () => {
    const clock = new Clock();
    const arrive = vi.fn();
    clock.glide(1, 0, arrive);
    expect(clock.time).toBe(1);
    expect(arrive).toHaveBeenCalledTimes(1);
    expect(requests).toBe(0);
  });
});

describe('a jump', () => {
  it('is there at once and cancels what is under way', () => {
    const clock = new Clock();
    const arrive = vi.fn();
    clock.glide(1, 400, arrive);
    draw(0);
    clock.jump(8);
    expect(clock.time).toBe(8);
    expect(frames.size).toBe(0);
    draw(1000);
    expect(clock.time).toBe(8);
    expect(arrive).not.toHaveBeenCalled();
  });
});

describe('a stop', () => {
  it('leaves the time where it is', () => {
    const clock = new Clock();
    clock.glide(1, 400);
    draw(0);
    draw(200);
    clock.stop();
    draw(1000);
    expect(clock.time).toBeCloseTo(0.5, 9);
  });
});

describe('with reduced motion', () => {
  it('a glide jumps, and arrives', async () => {
    await wantReducedMotion(true);
    const clock = new Clock();
    const arrive = vi.fn();
    clock.glide(1, 400, arrive);
    expect(clock.time).toBe(1);
    expect(arrive).toHaveBeenCalledTimes(1);
    expect(requests).toBe(0);
    await wantReducedMotion(false);
    clock.glide(2, 400);
    expect(clock.time).toBeLessThan(2);
  });
});
