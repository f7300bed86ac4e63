/** The index along each dimension of a flat, row-major index. */
export function placeIn<const Shape extends readonly number[]>(
  shape: Shape,
  flat: number
): { [Axis in keyof Shape]: number } {
  const place: number[] = [];
  let rest = flat;
  for (const length of [...shape].reverse()) {
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return place as { [Axis in keyof Shape]: number };
}

/** Whether a shape has a cell at the given index along each dimension. */
export function isPlaceIn(shape: readonly number[], place: readonly number[]): boolean {
  return place.every((index, axis) => Number.isInteger(index) && index >= 0 && index < (shape[axis] ?? 0));
}
