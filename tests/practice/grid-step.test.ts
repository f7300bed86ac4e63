import { gridStep } from '$lib/practice/ask/grid-step';
import { describe, expect, it } from 'vitest';

const SIZE = { rows: 3, columns: 3 };
const key = (name: string, modifiers = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...modifiers
});
const field = (value: string, from: number, to = from) => ({ value, selectionStart: from, selectionEnd: to });

describe('a key in a grid of fields', () => {
  it.each([
    ['Enter', 5],
    ['ArrowUp', 1],
    ['ArrowDown', 7]
  ])('%s leaves the cell wherever the caret is', (name, to) => {
    expect(gridStep(key(name), field('12', 1), 4, SIZE)).toBe(to);
  });

  it('Left and Right leave it at the ends of the text, and when all of it is selected', () => {
    expect(gridStep(key('ArrowRight'), field('12', 1), 4, SIZE)).toBeNull();
    expect(gridStep(key('ArrowRight'), field('12', 2), 4, SIZE)).toBe(5);
    expect(gridStep(key('ArrowLeft'), field('12', 0), 4, SIZE)).toBe(3);
    expect(gridStep(key('ArrowLeft'), field('12', 0, 2), 4, SIZE)).toBe(3);
  });

  it('stays within the grid, but for Enter in the last cell', () => {
    expect(gridStep(key('ArrowUp'), field('', 0), 1, SIZE)).toBeNull();
    expect(gridStep(key('ArrowRight'), field('', 0), 2, SIZE)).toBeNull();
    expect(gridStep(key('ArrowDown'), field('', 0), 8, SIZE)).toBeNull();
    expect(gridStep(key('Enter'), field('', 0), 8, SIZE)).toBe(9);
  });

  it('with a modifier is the field’s own', () => {
    expect(gridStep(key('ArrowDown', { shiftKey: true }), field('', 0), 0, SIZE)).toBeNull();
  });
});
