import { between } from '$lib/trace';
import type { Pixel, Plane } from './picture';

/** A size: of a picture in its pixels, of a box on the page in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a picture's box shows. */
export interface PictureView {
  readonly plane: Plane;
  /** Of the plane 'colour': 0, its three planes lie on each other and add up to colour; 1, they stand apart. */
  readonly apart: number;
  /**
   * What lies in the middle of the box, in pixels from the upper left corner of the picture: the middle of its
   * first pixel is 0.5, 0.5.
   */
  readonly row: number;
  readonly column: number;
  /**
   * How many of the picture's columns are seen at the least, and rows in the same proportion: the picture's width
   * fits all of it into the box, whatever the shape of the box.
   */
  readonly columns: number;
  /** While one plane turns into another: the one before, and how much of it is still seen. */
  readonly fading?: { readonly plane: Plane; readonly share: number };
}

/** All of a picture. */
export function wholeView({ width, height }: Size, plane: Plane = 'colour', apart = 0): PictureView {
  return { plane, apart, row: height / 2, column: width / 2, columns: width };
}

/**
 * The view on the way from one to another: t = 0 is the first, 1 the second. The zoom is geometric, so that it
 * looks even; the middle follows the zoom, so that the picture grows around one fixed point and does not swerve.
 */
export function viewBetween(from: PictureView, to: PictureView, t: number): PictureView {
  if (t <= 0) return from;
  if (t >= 1) return to;
  const growth = Math.log(to.columns / from.columns);
  // How far columns have come, of all their way: (r^t - 1) / (r - 1), also where r is nearly 1.
  const share = growth === 0 ? t : Math.expm1(t * growth) / Math.expm1(growth);
  return {
    plane: to.plane,
    apart: between(from.apart, to.apart, t),
    row: between(from.row, to.row, share),
    column: between(from.column, to.column, share),
    columns: from.columns * Math.exp(t * growth),
    ...(from.plane === to.plane ? {} : { fading: { plane: from.plane, share: 1 - t } })
  };
}

export function sameView(one: PictureView, other: PictureView): boolean {
  return (
    one.plane === other.plane &&
    one.apart === other.apart &&
    one.row === other.row &&
    one.column === other.column &&
    one.columns === other.columns &&
    one.fading?.plane === other.fading?.plane &&
    one.fading?.share === other.fading?.share
  );
}

/** A pixel of a picture is drawn at most so large, in CSS pixels, unless all of the picture leaves it more room. */
const LARGEST_PIXEL = 96;

/** CSS pixels that a pixel of the picture gets. */
export function scaleOf(columns: number, picture: Size, box: Size): number {
  return Math.min(box.width, (box.height * picture.width) / picture.height) / columns;
}

/** The columns of a view that goes in as far as it can. */
function fewestColumns(picture: Size, box: Size): number {
  return Math.min(picture.width, picture.width * (scaleOf(picture.width, picture, box) / LARGEST_PIXEL));
}

/** Keeps what is in the middle such that no room is left empty that the picture could fill. */
function clampCentre(centre: number, side: number, seen: number): number {
  return seen >= side ? side / 2 : Math.min(Math.max(centre, seen / 2), side - seen / 2);
}

/** The view nearest to the given one that keeps the picture in a box. */
export function clampView(view: PictureView, picture: Size, box: Size): PictureView {
  const columns = Math.min(Math.max(view.columns, fewestColumns(picture, box)), picture.width);
  const scale = scaleOf(columns, picture, box);
  return {
    ...view,
    columns,
    row: clampCentre(view.row, picture.height, box.height / scale),
    column: clampCentre(view.column, picture.width, box.width / scale)
  };
}

/** A point of the box, in CSS pixels from its upper left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A view `factor` times as large, in which the given point of the box shows what it showed before. */
export function zoomedView(
  view: PictureView,
  factor: number,
  at: Point,
  picture: Size,
  box: Size
): PictureView {
  const before = scaleOf(view.columns, picture, box);
  const { columns } = clampView({ ...view, columns: view.columns / factor }, picture, box);
  const after = scaleOf(columns, picture, box);
  const moved = (centre: number, place: number, length: number) =>
    centre + (place - length / 2) * (1 / before - 1 / after);
  const row = moved(view.row, at.y, box.height);
  const column = moved(view.column, at.x, box.width);
  return clampView({ ...view, columns, row, column }, picture, box);
}

/** The picture moved in its box by some CSS pixels. */
export function pannedView(view: PictureView, by: Point, picture: Size, box: Size): PictureView {
  const scale = scaleOf(view.columns, picture, box);
  return clampView(
    { ...view, row: view.row - by.y / scale, column: view.column - by.x / scale },
    picture,
    box
  );
}

/** The view, moved no further than it takes to see a pixel whole. */
export function viewShowing(view: PictureView, pixel: Pixel, picture: Size, box: Size): PictureView {
  const scale = scaleOf(view.columns, picture, box);
  const reach = (centre: number, place: number, seen: number) =>
    seen <= 1 ? place + 0.5 : Math.min(Math.max(centre, place + 1 - seen / 2), place + seen / 2);
  return clampView(
    {
      ...view,
      row: reach(view.row, pixel.row, box.height / scale),
      column: reach(view.column, pixel.column, box.width / scale)
    },
    picture,
    box
  );
}

/** The rows and columns of a picture that a box shows at least a part of; the last ones are not among them. */
export interface Extent {
  readonly firstRow: number;
  readonly endRow: number;
  readonly firstColumn: number;
  readonly endColumn: number;
}

export function extentOf(view: PictureView, picture: Size, box: Size): Extent {
  const scale = scaleOf(view.columns, picture, box);
  const [rows, columns] = [box.height / scale / 2, box.width / scale / 2];
  return {
    firstRow: Math.max(0, Math.floor(view.row - rows)),
    endRow: Math.min(picture.height, Math.ceil(view.row + rows)),
    firstColumn: Math.max(0, Math.floor(view.column - columns)),
    endColumn: Math.min(picture.width, Math.ceil(view.column + columns))
  };
}

/** Whether a box that shows this extent of a picture shows some of a pixel. */
export function isSeen({ row, column }: Pixel, extent: Extent): boolean {
  return (
    row >= extent.firstRow && row < extent.endRow && column >= extent.firstColumn && column < extent.endColumn
  );
}

/** The pixel in the middle of a view. */
export function centralPixel({ row, column }: PictureView, { width, height }: Size): Pixel {
  return {
    row: Math.min(Math.floor(row), height - 1),
    column: Math.min(Math.floor(column), width - 1)
  };
}
