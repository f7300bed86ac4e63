/** Width and height, in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/**
 * What a lesson is projected on. A canvas is laid out at half the size of a projector's picture, so that whatever has
 * the size it has on a lesson's page stands there twice as large: 14 px for the least digit are 28 px of 1920×1080.
 */
export const WIDE_CANVAS: Extent = { width: 960, height: 540 };
export const OLD_CANVAS: Extent = { width: 720, height: 540 };

/** The height of the caption at the foot of a canvas. */
export const CAPTION_HEIGHT = 78;

/** Between 16:9 and 4:3 the nearer one. */
const BORDER = Math.sqrt((16 / 9) * (4 / 3));

/** The canvas whose shape a window has, more or less. */
export function canvasFor({ width, height }: Extent): Extent {
  return width / height < BORDER ? OLD_CANVAS : WIDE_CANVAS;
}

/** How a canvas is scaled and where it stands, to fill a box as far as its shape allows. */
export interface Fit {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

/** The largest place for a canvas in a box, in its middle. */
export function fit(canvas: Extent, box: Extent): Fit {
  const scale = Math.min(box.width / canvas.width, box.height / canvas.height);
  return {
    scale,
    left: (box.width - canvas.width * scale) / 2,
    top: (box.height - canvas.height * scale) / 2
  };
}

/** A place on a canvas, in its own pixels. */
export interface CanvasPoint {
  readonly x: number;
  readonly y: number;
}

/** How much larger a part of the stage is shown. */
const ZOOM = 2;

/** How the picture is moved and enlarged, so that a place of it comes to the middle and no edge leaves its own. */
export function zoomed({ width, height }: Extent, { x, y }: CanvasPoint): Fit {
  const within = (wish: number, least: number) => Math.min(0, Math.max(least, wish));
  return {
    scale: ZOOM,
    left: within(width / 2 - x * ZOOM, width * (1 - ZOOM)),
    top: within(height / 2 - y * ZOOM, height * (1 - ZOOM))
  };
}
