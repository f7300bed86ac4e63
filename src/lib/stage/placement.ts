import { between } from '$lib/trace';
import type { Arrangement, Box } from './layout';

/**
 * Where the narrow arrangement is shown: a phone held upright, a tablet. On a phone on its side the wide one fits. It must be
 * the same as in the style sheets, for a media query cannot read a variable.
 */
export const NARROW_QUERY = '(max-width: 600px), ((max-width: 900px) and (orientation: portrait))';

/** Where a wide stage has not much height, an old laptop, an old projector: the same as in the style sheets, too. */
export const LOW_QUERY =
  '(min-width: 901px) and (max-height: 700px), (min-width: 601px) and (max-width: 1199px) and (orientation: landscape)';

/** The arrangements of a stage. A low one is only there where the wide one needs more height than a low screen has. */
export interface StageLayout {
  readonly wide: Arrangement;
  readonly narrow: Arrangement;
  readonly low?: Arrangement;
  /** On a projected canvas, 16:9 and 4:3. */
  readonly projected?: { readonly full: Arrangement; readonly old: Arrangement };
}

/** A grid's place on a wide stage and on a narrow one, perhaps on a low one; the style sheet chooses between them. */
export interface Placement {
  readonly wide: Box;
  readonly narrow: Box;
  readonly low?: Box;
  readonly projected?: { readonly full: Box; readonly old: Box };
}

/** The place as custom properties, in cells: in its own ones, where a grid's cells are not as large as the stage's. */
export function placement({ wide, narrow, low, projected }: Placement): string {
  const places = { wide, narrow, low, ...projected };
  return Object.entries(places)
    .flatMap(([name, box]) => {
      if (!box) return [];
      const { x, y, scale = 1 } = box;
      return [
        `--${name}-x:${x / scale};--${name}-y:${y / scale}`,
        ...(scale === 1 ? [] : [`--${name}-scale:${scale}`])
      ];
    })
    .join(';');
}

/** How many cells the place takes each way in every arrangement, as custom properties: for what is not a grid with sizes of its own. */
export function extent({ wide, narrow, low, projected }: Placement): string {
  return Object.entries({ wide, narrow, low, ...projected })
    .flatMap(([name, box]) => (box ? [`--${name}-columns:${box.columns};--${name}-rows:${box.rows}`] : []))
    .join(';');
}

/** A grid's place in all arrangements. */
export function placeOf(layout: StageLayout, name: string): Placement {
  const none = { x: 0, y: 0, rows: 0, columns: 0 };
  const { wide, narrow, low, projected } = layout;
  const at = ({ boxes }: Arrangement) => boxes[name] ?? none;
  return {
    wide: at(wide),
    narrow: at(narrow),
    ...(low && { low: at(low) }),
    ...(projected && { projected: { full: at(projected.full), old: at(projected.old) } })
  };
}

/** A place on the straight way from one to another in every arrangement, 0 ≤ share ≤ 1. */
export function placeBetween(from: Placement, to: Placement, share: number): Placement {
  const on = (start: Box, end: Box): Box => ({
    ...end,
    x: between(start.x, end.x, share),
    y: between(start.y, end.y, share)
  });
  return {
    wide: on(from.wide, to.wide),
    narrow: on(from.narrow, to.narrow),
    ...(from.low && to.low && { low: on(from.low, to.low) }),
    ...(from.projected &&
      to.projected && {
        projected: {
          full: on(from.projected.full, to.projected.full),
          old: on(from.projected.old, to.projected.old)
        }
      })
  };
}

/** The arrangements of a stage by name; the last two are those of projected canvases, 16:9 and 4:3. */
export type ArrangementName = 'wide' | 'narrow' | 'low' | 'full' | 'old';

/** A place in one arrangement; undefined where the stage has no such arrangement. */
export function boxNamed({ projected, ...others }: Placement, name: ArrangementName): Box | undefined {
  return { ...others, ...projected }[name];
}

/** A place that is made from others, arrangement by arrangement. */
export function placedBy(
  places: readonly Placement[],
  make: (boxes: readonly Box[], name: ArrangementName) => Box
): Placement {
  const at = (name: ArrangementName) =>
    make(
      places.map((place) => boxNamed(place, name) ?? place.wide),
      name
    );
  const has = (name: ArrangementName) => places.some((place) => boxNamed(place, name));
  return {
    wide: at('wide'),
    narrow: at('narrow'),
    ...(has('low') && { low: at('low') }),
    ...(has('full') && { projected: { full: at('full'), old: at('old') } })
  };
}

/** An arrangement of a layout; the wide one where there is none of that name. */
export function arrangementNamed(layout: StageLayout, name: ArrangementName): Arrangement {
  const { projected, ...others } = layout;
  return { ...others, ...projected }[name] ?? layout.wide;
}
