import { sizeOf, type ExactTensor } from '$lib/engine';
import type { Answer, AnswerForm, WindowCellAsked, WrongRule, WrongRules } from '$lib/exercise';
import { mapOf, windowAsked, type WindowParameters } from './window';

/** A window over one plane, of which the whole map is asked for. */
export type MapParameters = Omit<WindowParameters, 'cell'>;

/** A grid to be filled in that is as large as the map. */
export function gridFor(map: ExactTensor): AnswerForm {
  const { height, width } = sizeOf(map);
  return { form: 'grid', rows: height, columns: width };
}

/** Every cell of the map, as the wrong rules of a window take it. */
export function windowCells(parameters: MapParameters): WindowCellAsked[] {
  const { trace } = windowAsked({ ...parameters, cell: 0 });
  return mapOf(parameters).data.map((_, cellIndex) => ({ trace, cellIndex }));
}

/**
 * Rules for one cell, carried out at every cell of a map. A rule that may come to several numbers does the same thing
 * everywhere: its first number in all cells is one wrong map, its second number another one. No map, where some cell has
 * no number.
 *
 * @param cellsOf what the rules need to know of each cell
 */
export function cellRules<Asked, Name extends string, Parameters>(
  rules: WrongRules<Asked, Name>,
  cellsOf: (parameters: Parameters) => readonly Asked[]
): Readonly<Record<Name, (parameters: Parameters) => readonly Answer[]>> {
  const adapted = Object.entries<WrongRule<Asked>>(rules).map(([name, rule]) => [
    name,
    (parameters: Parameters) => {
      const cells = cellsOf(parameters).map(rule);
      const [first = []] = cells;
      return first
        .map((_, way) => cells.flatMap((numbers) => numbers[way] ?? []))
        .filter((map) => map.length === cells.length);
    }
  ]);
  return Object.fromEntries(adapted);
}
