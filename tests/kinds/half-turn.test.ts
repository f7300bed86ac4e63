import { halfTurnAt } from '$lib/kinds/two-conventions/half-turn';
import { describe, expect, it } from 'vitest';

const steady = (share: number) => share;
const moments = Array.from({ length: 101 }, (_, index) => halfTurnAt(index / 100, steady));

describe('the half turn of the kernel', () => {
  it('is a part of the first step: 180° are to be turned before it, nothing after it', () => {
    expect(halfTurnAt(0, steady)).toEqual({ toTurn: 180, time: 0 });
    for (const time of [1, 1.5, 2, 25]) expect(halfTurnAt(time, steady)).toEqual({ toTurn: 0, time });
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
