import { type Placement, type Stacked } from '$lib/stage';

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
  const middle = (arrangement: keyof Stacked) =>
    places.reduce((sum, place) => sum + (place[arrangement]?.y ?? 0), 0) / places.length;
  const moved = (place: Placement, index: number, arrangement: keyof Stacked) => {
    const box = place[arrangement] ?? place.wide;
    if (stacked[arrangement]) return box;
    const goal = middle(arrangement) + (index - (places.length - 1) / 2) * (box.rows + GAP);
    return { ...box, y: box.y + (goal - box.y) * closeness };
  };
  return places.map((place, index) => ({
    wide: moved(place, index, 'wide'),
    narrow: moved(place, index, 'narrow'),
    ...(place.low && { low: moved(place, index, 'low') })
  }));
}
