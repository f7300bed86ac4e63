import { between } from '$lib/trace';
import { clampView, scaleOf, type Point, type PictureView, type Size } from './view';
import { COLOUR_PLANES, type Picture, type Pixel, type Plane } from './picture';

/** A part of the box through which a picture, or one plane of it, is seen; in CSS pixels. */
export interface Panel extends Size {
  readonly left: number;
  readonly top: number;
  readonly plane: Plane;
}

/** Room between planes that stand apart, and above each one for its letter. */
const GAP = 14;
const LETTER_ROOM = 24;

/** The three panels of planes that stand apart: beside each other or one below the other, whichever is larger. */
function apartPanels(box: Size, picture: Size): readonly Panel[] {
  const across = { width: (box.width - 2 * GAP) / 3, height: box.height - LETTER_ROOM };
  const down = { width: box.width, height: (box.height - 2 * GAP) / 3 - LETTER_ROOM };
  const isAcross =
    down.height <= 0 || scaleOf(picture.width, picture, across) >= scaleOf(picture.width, picture, down);
  const { width, height } = isAcross ? across : down;
  return COLOUR_PLANES.map((plane, index) => ({
    plane,
    width: Math.max(width, 1),
    height: Math.max(height, 1),
    left: isAcross ? index * (width + GAP) : 0,
    top: LETTER_ROOM + (isAcross ? 0 : index * (height + LETTER_ROOM + GAP))
  }));
}

/**
 * Where a view is seen in its box: in one panel, or in three that leave it as the planes move apart. All panels
 * of a moment have one size and show the same part of the picture.
 */
export function panelsOf(view: PictureView, picture: Size, box: Size): readonly [Panel, ...Panel[]] {
  const whole: Panel = { left: 0, top: 0, width: box.width, height: box.height, plane: view.plane };
  if (view.plane !== 'colour' || view.apart === 0) return [whole];
  const moved = (start: number, end: number) => between(start, end, view.apart);
  const [first, ...others] = apartPanels(box, picture).map((panel) => ({
    plane: panel.plane,
    left: moved(whole.left, panel.left),
    top: moved(whole.top, panel.top),
    width: moved(whole.width, panel.width),
    height: moved(whole.height, panel.height)
  }));
  return first ? [first, ...others] : [whole];
}

/** A view that is possible in its box, with the panels that show it. */
export interface Scene {
  readonly view: PictureView;
  readonly panels: readonly [Panel, ...Panel[]];
}

export function sceneOf(view: PictureView, picture: Size, box: Size): Scene {
  const panels = panelsOf(view, picture, box);
  return { view: clampView(view, picture, panels[0]), panels };
}

/** The upper left corner of what is seen of a picture in a panel, where the letter of a plane stands. */
export function cornerOf({ view }: Scene, picture: Size, panel: Panel): Point {
  const scale = scaleOf(view.columns, picture, panel);
  return {
    x: panel.left + Math.max(0, panel.width / 2 - view.column * scale),
    y: panel.top + Math.max(0, panel.height / 2 - view.row * scale)
  };
}

/** What a point of the box lies on: the panel, and the point in it. The panel drawn last lies on top. */
export function panelAt(panels: readonly Panel[], { x, y }: Point): { panel: Panel; at: Point } | null {
  const panel = panels.findLast(
    ({ left, top, width, height }) => x >= left && y >= top && x < left + width && y < top + height
  );
  return panel ? { panel, at: { x: x - panel.left, y: y - panel.top } } : null;
}

/** The pixel under a point of the box; null beside the picture. */
export function pixelAt({ view, panels }: Scene, picture: Picture, point: Point): Pixel | null {
  const found = panelAt(panels, point);
  if (!found) return null;
  const { panel, at } = found;
  const scale = scaleOf(view.columns, picture, panel);
  const row = Math.floor(view.row + (at.y - panel.height / 2) / scale);
  const column = Math.floor(view.column + (at.x - panel.width / 2) / scale);
  const inside = row >= 0 && column >= 0 && row < picture.height && column < picture.width;
  return inside ? { row, column } : null;
}
