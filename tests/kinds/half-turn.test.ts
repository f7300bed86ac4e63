import { HalfTurn } from '$lib/kinds/two-conventions/half-turn.svelte';
import { describe, expect, it } from 'vitest';

function halfTurnAt(now: number) {
  const index = Math.ceil(now);
  const { toTurn, time, settled } = new HalfTurn({ time: now, index, settled: index === now });
  return { toTurn, time, settled };
}
const moments = Array.from({ length: 101 }, (_, index) => halfTurnAt(index / 100));

describe('the half turn of the kernel', () => {
  it('is a part of the first step: 180° are to be turned before it, nothing after it', () => {
    expect(halfTurnAt(0)).toEqual({ toTurn: 180, time: 0, settled: true });
    for (const time of [1, 1.5, 2, 25]) {
      expect(halfTurnAt(time)).toEqual({ toTurn: 0, time, settled: Number.isInteger(time) });
    }
  });

  it('only goes on, through every angle', () => {
    const angles = moments.map(({ toTurn }) => toTurn);
    expect(angles).toEqual([...angles].sort((left, right) => right - left));
    expect(angles.filter((angle) => angle > 0 && angle < 180).length).toBeGreaterThan(20);
  });

  it('is over before the window is laid down, and the window arrives with the step', () => {
    for (const { toTurn, time } of moments) if (time > 0) expect(toTurn).toBe(0);
    expect(moments.filter(({ time }) => time > 0).length).toBeGreaterThan(40);
    expect(moments.at(-1)?.time).toBe(1);
  });
});
