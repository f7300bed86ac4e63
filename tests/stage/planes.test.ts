import { arrange, areStacked, framed, placeOf, stackSize, withPlanes, type Plan } from '$lib/stage';
import { describe, expect, it } from 'vitest';

const SPACING = { across: 1, down: 0, label: 1 };
const SIZE = { rows: 4, columns: 5 };
const STACKS = { input: { planes: 3, size: SIZE } };

/** Three planes on one another, or one below the other. */
const PLANS: Record<'stacked' | 'apart', Plan> = {
  stacked: { across: ['input', 'output'] },
  apart: { across: [{ down: ['input 0', 'input 1', 'input 2'] }, 'output'] }
};

const sizes = {
  input: stackSize(STACKS.input),
  ...Object.fromEntries([0, 1, 2].map((plane) => [`input ${plane}`, SIZE])),
  output: { rows: 1, columns: 1 }
};
const stacked = withPlanes(arrange(PLANS.stacked, sizes, SPACING), STACKS);
const apart = withPlanes(arrange(PLANS.apart, sizes, SPACING), STACKS);

describe('planes that lie on one another', () => {
  it('have a box each inside the room of the stack, no two at the same place', () => {
    const room = stacked.boxes.input;
    if (!room) throw new Error('the stack has no room');
    const boxes = [0, 1, 2].map((plane) => stacked.boxes[`input ${plane}`]);
    for (const box of boxes) {
      expect(box).toMatchObject(SIZE);
      expect(box?.x).toBeGreaterThanOrEqual(room.x);
      expect((box?.x ?? NaN) + SIZE.columns).toBeLessThanOrEqual(room.x + room.columns + 1e-9);
      expect((box?.y ?? NaN) + SIZE.rows).toBeLessThanOrEqual(room.y + room.rows + 1e-9);
    }
    expect(new Set(boxes.map((box) => `${box?.x},${box?.y}`)).size).toBe(3);
  });

  it('are told apart from those that have a place each', () => {
    const layout = { wide: apart, narrow: stacked };
    expect(areStacked(layout, 'input')).toEqual({ wide: false, narrow: true, low: false, projected: false });
    expect(areStacked({ ...layout, low: stacked }, 'input').low).toBe(true);
  });
});

it('a frame encloses all its places in every arrangement', () => {
  const layout = { wide: apart, narrow: stacked, low: stacked };
  const places = [0, 1, 2].map((plane) => placeOf(layout, `input ${plane}`));
  const frame = framed(places, 0.5);
  // Three planes of 4 rows under a label of 1 each: from 1 to 15, and half a cell more on every side.
  expect(frame.wide).toEqual({ x: -0.5, y: 0.5, columns: 6, rows: 15 });
  expect(frame.low).toEqual(frame.narrow);
});
