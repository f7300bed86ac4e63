import '$lib/ui/base.css';
import '$lib/ui/tokens.css';
import type { Position } from '$lib/engine';
import { overwriteGetLocale, type Locale } from '$lib/paraglide/runtime';
import Grid, { type CellEditing, type GridCell } from '$lib/stage/Grid.svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';

let locale: Locale;

beforeEach(() => {
  locale = 'en';
  overwriteGetLocale(() => locale);
});

const CELLS: readonly (readonly GridCell[])[] = [
  ['1', '2', '3'],
  ['4', '5', '6']
].map((row) => row.map((text) => ({ text, tone: '' })));
const ROUNDED: GridCell = { text: '≈0.333', exact: '1000000/3000001', tone: '' };
const EMPTY: GridCell = { text: '', label: 'empty', tone: 'waiting' };

/** Editing of every cell but the last one. */
function editingOf() {
  return {
    canEdit: ({ row, column }: Position) => row < 1 || column < 2,
    textOf: ({ row, column }: Position) => CELLS[row]?.[column]?.text ?? '',
    commit: vi.fn<CellEditing['commit']>(() => Promise.resolve()),
    paste: vi.fn<CellEditing['paste']>()
  };
}

interface Given {
  cells?: readonly (readonly GridCell[])[];
  label?: string;
  editing?: CellEditing;
  onactivate?: (at: Position) => void;
  onfocuscell?: (at: Position | null) => void;
  onhover?: (at: Position | null) => void;
}

async function show(given: Given = {}) {
  const box = { x: 0, y: 1, rows: 2, columns: 3 };
  const place = { wide: box, narrow: box };
  const props = { label: 'Input', role: 'input', cells: CELLS, place } as const;
  const screen = await render(Grid, { ...props, ...given });
  const root = screen.container;
  const all = () => [...root.querySelectorAll<HTMLElement>('[role=gridcell]')];
  return {
    screen,
    grid: () => root.querySelector<HTMLElement>('[role=grid]') as HTMLElement,
    cell: (row: number, column: number) =>
      root.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) as HTMLElement,
    tabStops: () => all().flatMap((one) => (one.tabIndex === 0 ? [one.textContent.trim()] : [])),
    focused: () => document.activeElement?.textContent.trim(),
    editor: () => root.querySelector('input'),
    rerender: (cells: readonly (readonly GridCell[])[]) => screen.rerender({ ...props, ...given, cells })
  };
}

describe('a grid', () => {
  it('is a grid of rows of cells, each with its place', async () => {
    const { screen, grid, cell } = await show();
    await expect.element(screen.getByRole('grid', { name: 'Input 2×3', exact: true })).toBeInTheDocument();
    expect([grid().ariaRowCount, grid().ariaColCount]).toEqual(['2', '3']);
    expect(screen.getByRole('row').elements()).toHaveLength(2);
    expect(screen.getByRole('gridcell').elements()).toHaveLength(6);
    expect([cell(1, 2).ariaRowIndex, cell(1, 2).ariaColIndex]).toEqual(['2', '3']);
    await expect.element(screen.getByRole('gridcell', { name: '6', exact: true })).toBeInTheDocument();
  });

  it('is named in the reader’s language', async () => {
    locale = 'ko';
    const { screen } = await show({ label: '입력' });
    await expect.element(screen.getByRole('grid', { name: '입력 2×3', exact: true })).toBeInTheDocument();
  });

  it('says whether it can be changed', async () => {
    const fixed = await show();
    expect(fixed.grid().ariaReadOnly).toBe('true');
    await fixed.screen.unmount();
    const open = await show({ editing: editingOf() });
    expect(open.grid().ariaReadOnly).toBeNull();
  });

  it('names a cell without a value', async () => {
    const { screen } = await show({ cells: [[EMPTY]] });
    await expect.element(screen.getByRole('gridcell', { name: 'empty', exact: true })).toBeInTheDocument();
  });
});

describe('a rounded cell', () => {
  it('has its exact value as its name', async () => {
    const { screen, cell } = await show({ cells: [[ROUNDED]] });
    const named = screen.getByRole('gridcell', { name: '1000000/3000001', exact: true });
    await expect.element(named).toBeInTheDocument();
    expect(cell(0, 0).textContent.trim()).toBe('≈0.333');
  });

  it('shows its exact value while it has the focus', async () => {
    const { cell } = await show({ cells: [[ROUNDED, { text: '1', tone: '' }]] });
    const shown = (column: number) => getComputedStyle(cell(0, column), '::before').content;
    expect(shown(0)).toBe('none');
    cell(0, 0).focus();
    expect(shown(0)).not.toBe('none');
    expect(cell(0, 0).dataset['exact']).toBe('Exactly 1000000/3000001');
    cell(0, 1).focus();
    expect([shown(0), shown(1)]).toEqual(['none', 'none']);
  });
});

describe('the focus', () => {
  it('has one stop in a grid, at first the first cell', async () => {
    const { tabStops, focused } = await show();
    expect(tabStops()).toEqual(['1']);
    await userEvent.tab();
    expect(focused()).toBe('1');
    await userEvent.tab();
    expect(document.activeElement?.closest('[role=grid]')).toBeNull();
  });

  it('goes by the keys of a grid, and the stop goes with it', async () => {
    const { cell, tabStops, focused } = await show();
    cell(0, 0).focus();
    const moves: [keys: string, to: string][] = [
      ['{ArrowRight}', '2'],
      ['{ArrowDown}', '5'],
      ['{ArrowDown}', '5'],
      ['{Home}', '4'],
      ['{End}', '6'],
      ['{ArrowRight}', '6'],
      ['{Control>}{Home}{/Control}', '1'],
      ['{ArrowUp}', '1'],
      ['{Control>}{End}{/Control}', '6'],
      ['{ArrowLeft}', '5']
    ];
    for (const [keys, to] of moves) {
      await userEvent.keyboard(keys);
      expect(focused()).toBe(to);
      expect(tabStops()).toEqual([to]);
    }
  });

  it('goes to the cell that is clicked', async () => {
    const { screen, focused, tabStops } = await show();
    await userEvent.click(screen.getByRole('gridcell', { name: '5' }));
    expect(focused()).toBe('5');
    expect(tabStops()).toEqual(['5']);
  });

  it('keeps a stop when the grid becomes smaller', async () => {
    const { cell, tabStops, rerender } = await show();
    cell(1, 2).focus();
    await rerender([[{ text: '9', tone: '' }]]);
    expect(tabStops()).toEqual(['9']);
  });

  it('and the pointer tell which cell they are on', async () => {
    const onfocuscell = vi.fn();
    const onhover = vi.fn();
    const { cell, grid } = await show({ onfocuscell, onhover });
    cell(1, 0).focus();
    expect(onfocuscell).toHaveBeenLastCalledWith({ row: 1, column: 0 });
    cell(1, 0).blur();
    expect(onfocuscell).toHaveBeenLastCalledWith(null);
    const over = (pointerType: string) =>
      cell(0, 2).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }));
    over('touch');
    expect(onhover).not.toHaveBeenCalled();
    over('mouse');
    expect(onhover).toHaveBeenLastCalledWith({ row: 0, column: 2 });
    grid().dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect(onhover).toHaveBeenLastCalledWith(null);
  });
});

describe('editing a cell', () => {
  it.each(['7', '-', '(', '.', '+', '−'])('begins with a typed %s, which replaces the value', async (key) => {
    const { cell, editor } = await show({ editing: editingOf() });
    cell(0, 1).focus();
    cell(0, 1).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await tick();
    expect(editor()?.value).toBe(key);
    expect(editor()).toBe(document.activeElement);
    expect(editor()?.getAttribute('aria-label')).toBe('Value in row 1, column 2');
  });

  it('takes what is typed at Enter, and the focus goes back to the cell', async () => {
    const editing = editingOf();
    const { cell, editor, focused } = await show({ editing });
    cell(0, 1).focus();
    await userEvent.keyboard('75{Enter}');
    expect(editing.commit.mock.calls).toEqual([[{ row: 0, column: 1 }, '75']]);
    expect(editor()).toBeNull();
    expect(focused()).toBe('2');
  });

  it.each(['{Enter}', '{F2}'])(
    'begins with %s on the value that is there, all of it selected',
    async (key) => {
      const editing = editingOf();
      const { cell, editor } = await show({ editing });
      cell(1, 0).focus();
      await userEvent.keyboard(key);
      expect(editor()?.value).toBe('4');
      expect([editor()?.selectionStart, editor()?.selectionEnd]).toEqual([0, 1]);
      await userEvent.keyboard('8{Enter}');
      expect(editing.commit.mock.calls).toEqual([[{ row: 1, column: 0 }, '8']]);
    }
  );

  it.each(['{Delete}', '{Backspace}'])('begins empty with %s', async (key) => {
    const { cell, editor } = await show({ editing: editingOf() });
    cell(0, 0).focus();
    await userEvent.keyboard(key);
    expect(editor()?.value).toBe('');
  });

  it('begins with a double click', async () => {
    const { screen, editor } = await show({ editing: editingOf() });
    await userEvent.dblClick(screen.getByRole('gridcell', { name: '5' }));
    expect(editor()?.value).toBe('5');
  });

  it.each(['touch', 'pen'])('begins with a tap of a %s, also where a click does not say so', async (kind) => {
    const { cell, editor } = await show({ editing: editingOf() });
    const press = (pointerType: string) =>
      cell(0, 1).dispatchEvent(new PointerEvent('pointerdown', { pointerType, bubbles: true }));
    const click = () => cell(0, 1).dispatchEvent(new MouseEvent('click', { bubbles: true }));
    press('mouse');
    click();
    await tick();
    expect(editor()).toBeNull();
    press(kind);
    click();
    await tick();
    expect(editor()?.value).toBe('2');
  });

  it('is given up with Escape', async () => {
    const editing = editingOf();
    const { cell, editor, focused } = await show({ editing });
    cell(0, 2).focus();
    await userEvent.keyboard('99{Escape}');
    expect(editing.commit).not.toHaveBeenCalled();
    expect(editor()).toBeNull();
    expect(focused()).toBe('3');
  });

  it('takes what is typed when the focus leaves, once, and does not call it back', async () => {
    const editing = editingOf();
    const { cell, editor } = await show({ editing });
    cell(0, 0).focus();
    await userEvent.keyboard('12');
    editor()?.blur();
    await tick();
    expect(editing.commit.mock.calls).toEqual([[{ row: 0, column: 0 }, '12']]);
    expect(editor()).toBeNull();
    expect(document.activeElement).toBe(document.body);
  });

  it('takes nothing where nothing was changed', async () => {
    const editing = editingOf();
    const { cell } = await show({ editing });
    cell(0, 0).focus();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(editing.commit).not.toHaveBeenCalled();
  });

  it('leaves the arrows to the text', async () => {
    const { cell, editor } = await show({ editing: editingOf() });
    cell(0, 0).focus();
    await userEvent.keyboard('12{ArrowLeft}{ArrowDown}{Home}3');
    expect(editor()?.value).toBe('312');
  });

  it('does not begin where the cell cannot be changed, nor with letters and shortcuts', async () => {
    const { cell, editor } = await show({ editing: editingOf() });
    cell(1, 2).focus();
    await userEvent.keyboard('7{Enter}{F2}{Delete}');
    expect(editor()).toBeNull();
    cell(0, 0).focus();
    await userEvent.keyboard('ax ');
    cell(0, 0).dispatchEvent(new KeyboardEvent('keydown', { key: '1', ctrlKey: true, bubbles: true }));
    cell(0, 0).dispatchEvent(new KeyboardEvent('keydown', { key: '1', isComposing: true, bubbles: true }));
    await tick();
    expect(editor()).toBeNull();
  });

  it('does not begin in a grid that is only shown', async () => {
    const { cell, editor } = await show();
    cell(0, 0).focus();
    await userEvent.keyboard('7{Enter}{F2}');
    expect(editor()).toBeNull();
  });
});

describe('a paste', () => {
  function paste(target: HTMLElement, text: string): Event {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    return event;
  }

  it('goes with its cell to whoever reads it', async () => {
    const editing = editingOf();
    const { cell } = await show({ editing });
    cell(0, 1).focus();
    const event = paste(cell(0, 1), '1\t2\n3\t4');
    expect(editing.paste.mock.calls).toEqual([[{ row: 0, column: 1 }, '1\t2\n3\t4']]);
    expect(event.defaultPrevented).toBe(true);
  });

  it('goes to the cell with the focus, wherever the browser sends it', async () => {
    const editing = editingOf();
    const { cell } = await show({ editing });
    cell(1, 0).focus();
    paste(cell(0, 0), '7');
    paste(document.body, '8');
    const at = { row: 1, column: 0 };
    expect(editing.paste.mock.calls).toEqual([
      [at, '7'],
      [at, '8']
    ]);
  });

  it('is left to others while the focus is elsewhere', async () => {
    const editing = editingOf();
    await show({ editing });
    expect(paste(document.body, '8').defaultPrevented).toBe(false);
    expect(editing.paste).not.toHaveBeenCalled();
  });

  it('stays in the field while a cell is edited', async () => {
    const editing = editingOf();
    const { cell, editor } = await show({ editing });
    cell(0, 1).focus();
    await userEvent.keyboard('{F2}');
    const event = paste(editor() as HTMLElement, '12');
    expect(editing.paste).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
  });
});

describe('a cell that does something', () => {
  it('does it at Enter and at a click', async () => {
    const onactivate = vi.fn();
    const { screen, cell } = await show({ onactivate });
    cell(0, 2).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(screen.getByRole('gridcell', { name: '4' }));
    expect(onactivate.mock.calls).toEqual([[{ row: 0, column: 2 }], [{ row: 1, column: 0 }]]);
  });
});

describe('copying', () => {
  /** What the clipboard is given by Ctrl+C as things stand; null where the browser is left to itself. */
  function copied(): string | null {
    const data = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true });
    const isLeft = document.dispatchEvent(event);
    return isLeft ? null : data.getData('text/plain');
  }

  it('takes the whole grid with the focus, as it is pasted', async () => {
    const { cell } = await show({ cells: [[{ text: '−1', tone: '' }, ROUNDED]] });
    expect(copied()).toBeNull();
    cell(0, 0).focus();
    expect(copied()).toBe('-1\t1000000/3000001');
  });

  it('takes the rows and columns that are marked', async () => {
    const { cell } = await show();
    document.getSelection()?.setBaseAndExtent(cell(0, 1), 0, cell(1, 1), 1);
    expect(copied()).toBe('2\t3\n4\t5');
    document.getSelection()?.removeAllRanges();
  });

  it('leaves alone what is marked around the grid', async () => {
    const { screen } = await show();
    document.getSelection()?.selectAllChildren(screen.baseElement);
    expect(copied()).toBeNull();
    document.getSelection()?.removeAllRanges();
  });
});
