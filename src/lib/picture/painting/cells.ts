/**
 * Draws large pixels as squares with their numbers, straight into the bytes of a canvas. Pure arithmetic: what a
 * frame costs is the filling of rows and the mixing of the few points that a digit covers.
 */
import { Axis } from './axis';
import type { Digits } from './digits';
import type { Frame } from './frame';
import { writeNumbers } from './numbers';
import { lineOf, paintOf } from './paints';
import type { Panel } from '../panels';
import type { Picture, Plane } from '../picture';
import type { PictureView } from '../view';

export interface CellStyle {
  /** Points of the canvas that a pixel of the picture gets. */
  readonly scale: number;
  /** How strongly the grid lines are drawn, 0 to 1, and how many points wide. */
  readonly line: number;
  readonly lineWidth: number;
  /** Whether other panels may lie on the same points; nothing is written on such ones. */
  readonly overlapping: boolean;
  /** The digits to write with; null where pixels are too small for numbers. */
  readonly digits: Digits | null;
}

/**
 * Draws the part of a picture that a panel shows. Where panels lie on each other their colours add up: a plane
 * writes nothing but its own byte of each point, so red, green and blue give the colour by themselves.
 *
 * @param panel in points of the canvas
 */
export function paintCells(
  frame: Frame,
  picture: Picture,
  panel: Panel,
  view: PictureView,
  style: CellStyle
): void {
  const { scale } = style;
  const across = new Axis(panel.left, panel.width, view.column, picture.width, scale, frame.width);
  const down = new Axis(panel.top, panel.height, view.row, picture.height, scale, frame.height);
  const squares = new Uint32Array(frame.width);
  const lines = new Uint32Array(frame.width);
  const left = across.clipped(across.edge(across.first));
  const right = across.clipped(across.edge(across.end));
  for (let row = down.first; row < down.end; row++) {
    fillRow(squares, lines, picture, row, across, panel.plane, style);
    const bottom = down.edge(row + 1);
    const top = down.clipped(down.edge(row));
    for (let y = top; y < down.clipped(bottom); y++) {
      const line = y >= bottom - style.lineWidth ? lines : squares;
      if (style.overlapping) add(frame, y, left, right, line);
      else frame.points.set(line.subarray(left, right), y * frame.width + left);
    }
  }
  if (style.digits && !style.overlapping)
    writeNumbers(frame, picture, panel.plane, across, down, style.digits);
}

/** One row of squares as a line of points, and the grid line below it. */
function fillRow(
  squares: Uint32Array,
  lines: Uint32Array,
  { width, data }: Picture,
  row: number,
  across: Axis,
  plane: Plane,
  { line, lineWidth }: CellStyle
): void {
  for (let column = across.first; column < across.end; column++) {
    const at = (row * width + column) * 3;
    const colour = paintOf(plane, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    const between = line > 0 ? lineOf(colour, line, plane) : colour;
    const end = across.edge(column + 1);
    const start = across.clipped(across.edge(column));
    const stop = across.clipped(end);
    squares.fill(colour, start, stop);
    squares.fill(between, Math.max(start, across.clipped(end - lineWidth)), stop);
    lines.fill(between, start, stop);
  }
}

/** Adds a line of points to a frame: only one plane has anything in each byte. */
function add(frame: Frame, y: number, left: number, right: number, line: Uint32Array): void {
  const { points } = frame;
  const offset = y * frame.width;
  for (let x = left; x < right; x++) points[offset + x] = (points[offset + x] ?? 0) | (line[x] ?? 0);
}
