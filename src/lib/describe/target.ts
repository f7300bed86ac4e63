import type { Position } from '$lib/engine';

/** A cell of a map: which map where there are several, counted from 0. */
export type MapPlace = Position & { readonly map?: number };

/** A cell of the padded input: of which channel where there are several, counted from 0. */
export type PlanePlace = Position & { readonly plane?: number };

/** Something on the stage that can be pointed at. A term is a product of the shown sum, by its number. */
export type Target =
  | { readonly kind: 'term'; readonly index: number }
  | { readonly kind: 'input'; readonly at: PlanePlace }
  | { readonly kind: 'output'; readonly at: MapPlace }
  | { readonly kind: 'bias'; readonly filter: number }
  | { readonly kind: 'channel'; readonly channel: number };

/** Whether two targets are the same thing. */
export function sameTarget(left: Target | null, right: Target | null): boolean {
  if (left === null || right === null || left.kind !== right.kind) return left === right;
  const key = (target: Target) => {
    if (target.kind === 'term') return [target.index];
    if (target.kind === 'bias') return [target.filter];
    if (target.kind === 'channel') return [target.channel];
    const { row, column } = target.at;
    return [row, column, target.kind === 'input' ? target.at.plane : target.at.map];
  };
  const [first, second] = [key(left), key(right)];
  return first.every((part, index) => part === second[index]);
}
