import type { Fraction } from '$lib/engine';
import type { WrongRule, WrongRules } from './rule';

/**
 * What a rule makes of all cells of a grid, in reading order: an answer for each of its ways to go wrong that has a
 * number for every cell.
 */
function gridsOf<Asked>(rule: WrongRule<Asked>, cells: readonly Asked[]): Fraction[][] {
  const numbers = cells.map((cell) => rule(cell));
  const ways = Math.min(...numbers.map(({ length }) => length));
  return Array.from({ length: ways }, (_, way) =>
    numbers.flatMap((ofCell) => {
      const number = ofCell[way];
      return number ? [number] : [];
    })
  );
}

/**
 * Rules for one cell, for the questions whose answer is a whole grid.
 *
 * @param cellsOf what the rules need to know of each cell, from the parameters of a question
 */
export function gridRules<Asked, Name extends string, Parameters>(
  rules: WrongRules<Asked, Name>,
  cellsOf: (parameters: Parameters) => readonly Asked[]
): Readonly<Record<Name, (parameters: Parameters) => readonly (readonly Fraction[])[]>> {
  const adapted = Object.entries<WrongRule<Asked>>(rules).map(([name, rule]) => [
    name,
    (parameters: Parameters) => gridsOf(rule, cellsOf(parameters))
  ]);
  return Object.fromEntries(adapted);
}
