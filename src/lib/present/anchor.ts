import type { Extent } from './scale';

/** A point of a stroke: across, down, pressure. */
export type StrokePoint = readonly [x: number, y: number, pressure: number];

/** A named part of the stage, where it lies on the canvas, in the canvas's pixels. */
export interface StagePart {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A stroke of the pen, kept beside the part of the stage that it was drawn on: on a canvas of another shape, where the
 * part stands elsewhere and has another size, it is drawn there.
 */
export interface Stroke {
  readonly part: string;
  /** Where its points are counted from, as shares of the canvas that it was drawn on. */
  readonly origin: readonly [across: number, down: number];
  /** The length of 1 on that canvas, in its pixels. */
  readonly unit: number;
  readonly points: readonly StrokePoint[];
}

/** The sum's letters have one size on all canvases and begin at the left; everything else grows as its part does. */
const EQUATION = 'equation';

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** Where a part's points are counted from, and how long 1 is. */
function frameOf({ name, left, top, width, height }: StagePart): { x: number; y: number; unit: number } {
  if (name.startsWith(EQUATION)) return { x: left, y: top, unit: 100 };
  return { x: left + width / 2, y: top + height / 2, unit: Math.sqrt(width * height) };
}

/** The part that lies under a place, or the nearest; of several the smallest. */
function nearest(parts: readonly StagePart[], x: number, y: number): StagePart | undefined {
  const away = ({ left, top, width, height }: StagePart) =>
    Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
  return parts
    .map((part) => ({ part, away: away(part), area: part.width * part.height }))
    .sort((one, other) => one.away - other.away || one.area - other.area)[0]?.part;
}

/** A stroke, from its points on a canvas; where the stage has no parts it belongs to the canvas. */
export function anchored(
  points: readonly StrokePoint[],
  parts: readonly StagePart[],
  canvas: Extent
): Stroke {
  const middle = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const part = nearest(parts, middle(0), middle(1)) ?? { name: '', left: 0, top: 0, ...canvas };
  const { x, y, unit } = frameOf(part);
  return {
    part: part.name,
    origin: [rounded(x / canvas.width), rounded(y / canvas.height)],
    unit: rounded(unit),
    points: points.map(([across, down, pressure]) => [
      rounded((across - x) / unit),
      rounded((down - y) / unit),
      pressure
    ])
  };
}

/** The points of a stroke on a canvas; where its part is not there any more they stand where they stood. */
export function onCanvas(
  { part, origin, unit, points }: Stroke,
  parts: readonly StagePart[],
  canvas: Extent
): StrokePoint[] {
  const there = parts.find(({ name }) => name === part);
  const frame = there ? frameOf(there) : { x: origin[0] * canvas.width, y: origin[1] * canvas.height, unit };
  return points.map(([x, y, pressure]) => [frame.x + x * frame.unit, frame.y + y * frame.unit, pressure]);
}

/**
 * The named parts of the stage that are seen: grids, pictures, the sum. Several of one name are counted.
 *
 * @param layer what lies over the canvas and is as large
 */
export function stageParts(layer: Element, canvas: Extent): StagePart[] {
  const place = layer.getBoundingClientRect();
  const scale = place.width / canvas.width;
  const counts = new Map<string, number>();
  const things = layer.closest('[data-canvas]')?.querySelectorAll<HTMLElement>('.stage [data-thing]') ?? [];
  return [...things].flatMap((element) => {
    const { thing = '' } = element.dataset;
    const count = (counts.get(thing) ?? 0) + 1;
    counts.set(thing, count);
    const { left, top, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    return [
      {
        name: `${thing} ${count}`,
        left: (left - place.left) / scale,
        top: (top - place.top) / scale,
        width: width / scale,
        height: height / scale
      }
    ];
  });
}
