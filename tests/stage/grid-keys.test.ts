import { moveInGrid } from '$lib/stage/grid-keys';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers
});

const SIZE = { rows: 3, columns: 4 };
const MIDDLE = { row: 1, column: 2 };
const FIRST = { row: 0, column: 0 };
const LAST = { row: 2, column: 3 };
const KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

describe('the focus in a grid', () => {
  it.each([
    ['ArrowUp', { row: 0, column: 2 }],
    ['ArrowDown', { row: 2, column: 2 }],
    ['ArrowLeft', { row: 1, column: 1 }],
    ['ArrowRight', { row: 1, column: 3 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 3 }]
  ])('moves with %s to %o', (key, to) => {
    expect(moveInGrid(press(key), MIDDLE, SIZE)).toEqual(to);
  });

  it('moves with Ctrl to the first and to the last cell', () => {
    expect(moveInGrid(press('Home', { ctrlKey: true }), MIDDLE, SIZE)).toEqual(FIRST);
    expect(moveInGrid(press('End', { ctrlKey: true }), MIDDLE, SIZE)).toEqual(LAST);
  });

  it('stops at the edges, and does not wrap around', () => {
    for (const key of ['ArrowUp', 'ArrowLeft', 'Home']) {
      expect(moveInGrid(press(key), FIRST, SIZE)).toEqual(FIRST);
    }
    for (const key of ['ArrowDown', 'ArrowRight', 'End']) {
      expect(moveInGrid(press(key), LAST, SIZE)).toEqual(LAST);
    }
  });

  it('never leaves the grid, and arrows never move by more than one cell', () => {
    const side = fc.integer({ min: 1, max: 12 });
    const place = fc.tuple(side, side).chain(([rows, columns]) =>
      fc.record({
        size: fc.constant({ rows, columns }),
        from: fc.record({ row: fc.nat(rows - 1), column: fc.nat(columns - 1) })
      })
    );
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), fc.boolean(), place, (key, ctrlKey, { size, from }) => {
        const to = moveInGrid(press(key, { ctrlKey }), from, size);
        if (to === null) {
          expect(ctrlKey && key.startsWith('Arrow')).toBe(true);
          return;
        }
        expect(to.row).toBeGreaterThanOrEqual(0);
        expect(to.row).toBeLessThan(size.rows);
        expect(to.column).toBeGreaterThanOrEqual(0);
        expect(to.column).toBeLessThan(size.columns);
        const distance = Math.abs(to.row - from.row) + Math.abs(to.column - from.column);
        if (key.startsWith('Arrow')) expect(distance).toBeLessThanOrEqual(1);
      })
    );
  });
});

describe('a key that is not the grid’s', () => {
  it.each(['a', '1', 'Enter', 'F2', 'Escape', 'Tab', ' ', 'PageDown', 'PageUp', 'Delete'])(
    'is left: %s',
    (key) => {
      expect(moveInGrid(press(key), MIDDLE, SIZE)).toBeNull();
    }
  );

  it.each(['altKey', 'metaKey', 'shiftKey'])('is left: any with %s', (modifier) => {
    for (const key of KEYS) {
      expect(moveInGrid(press(key, { [modifier]: true }), MIDDLE, SIZE)).toBeNull();
      expect(moveInGrid(press(key, { [modifier]: true, ctrlKey: true }), MIDDLE, SIZE)).toBeNull();
    }
  });

  it('is left: an arrow with Ctrl', () => {
    for (const key of KEYS.filter((name) => name.startsWith('Arrow'))) {
      expect(moveInGrid(press(key, { ctrlKey: true }), MIDDLE, SIZE)).toBeNull();
    }
  });
});
