import type { Position } from '$lib/engine';
import { exactText } from '$lib/describe';
import type { ExactTensor } from '$lib/engine';
import { sizeOf } from '$lib/engine';
import type { CellEditing } from './Grid.svelte';

/** How the cells of matrices are changed. What goes wrong is said, and the last good state is kept. */
export interface MatrixEditing<Operand> {
  setCell(operand: Operand, at: Position, text: string): Promise<void>;
  paste(operand: Operand, at: Position, text: string): Promise<void>;
}

/** The editing of matrices as one grid sees it. `margin` is the padding drawn around the operand, in cells. */
export function cellEditing<Operand>(
  editing: MatrixEditing<Operand> | null,
  operand: Operand,
  image: ExactTensor,
  margin: { readonly top: number; readonly left: number } = { top: 0, left: 0 }
): CellEditing | undefined {
  if (!editing) return undefined;
  const { height, width } = sizeOf(image);
  const inside = (at: Position): Position => ({
    row: at.row - margin.top,
    column: at.column - margin.left
  });
  return {
    canEdit(at) {
      const { row, column } = inside(at);
      return row >= 0 && column >= 0 && row < height && column < width;
    },
    textOf(at) {
      const { row, column } = inside(at);
      const value = image.data[row * width + column];
      return value ? exactText(value).replace('−', '-') : '';
    },
    commit: (at, text) => editing.setCell(operand, inside(at), text),
    paste: (at, text) => void editing.paste(operand, inside(at), text)
  };
}
