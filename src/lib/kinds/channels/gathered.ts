import {
  boxNamed,
  isStacked,
  placedBy,
  type ArrangementName,
  type Placement,
  type Stacked
} from '$lib/stage';

/** Space between the planes of a filter that are held together, in cells. */
const GAP = 0.1;

/**
 * The places of planes on their way together, one right under the other: 0 is where they stand by themselves, 1 is
 * together. Where they lie on one another they stay.
 */
export function gathered(
  places: readonly Placement[],
  closeness: number,
  stacked: Stacked
): readonly Placement[] {
  if (closeness === 0) return places;
  const middle = (name: ArrangementName) =>
    places.reduce((sum, place) => sum + (boxNamed(place, name)?.y ?? 0), 0) / places.length;
  return places.map((place, index) =>
    placedBy([place], ([box = place.wide], name) => {
      if (isStacked(stacked, name)) return box;
      const goal = middle(name) + (index - (places.length - 1) / 2) * (box.rows + GAP);
      return { ...box, y: box.y + (goal - box.y) * closeness };
    })
  );
}
