/** What a key takes of a field: the caret, and what is selected. */
interface Caret {
  readonly value: string;
  readonly selectionStart: number | null;
  readonly selectionEnd: number | null;
}

/**
 * Where a key takes the focus in a grid of fields, as an index in reading order. Up, Down and Enter leave the cell at
 * once, Left and Right at the end of its text or when all of it is selected. Null for a key that belongs to the field;
 * the number of cells when Enter leaves the last one.
 */
export function gridStep(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  { value, selectionStart, selectionEnd }: Caret,
  index: number,
  { rows, columns }: { readonly rows: number; readonly columns: number }
): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  const [row, column] = [Math.floor(index / columns), index % columns];
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  switch (event.key) {
    case 'Enter':
      return index + 1;
    case 'ArrowUp':
      return row > 0 ? index - columns : null;
    case 'ArrowDown':
      return row < rows - 1 ? index + columns : null;
    case 'ArrowLeft':
      return column > 0 && (isWhole || selectionEnd === 0) ? index - 1 : null;
    case 'ArrowRight':
      return column < columns - 1 && (isWhole || selectionStart === value.length) ? index + 1 : null;
    default:
      return null;
  }
}
