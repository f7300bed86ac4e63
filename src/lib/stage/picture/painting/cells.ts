/**
 * Draws large pixels as squares with their numbers, straight into the bytes of a canvas. Pure arithmetic: what a
 * frame costs is the filling of rows and the mixing of the few points that a digit covers.
 */
import { SHADES, type Digits, type Glyph } from './digits';
import { inkOn } from './ink';
import type { Panel } from '../panels';
import { greyOf, type Picture, type Plane } from '../picture';
import type { PictureView } from '../view';

/** The points of a canvas, in memory as bytes of red, green, blue and opacity. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly points: Uint32Array;
}

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

const OPAQUE = 0xff000000;

/** How far a grid line goes from the colour of its square to black or white, whichever stands out. */
const LINE_STRENGTH = 0.4;

/** The red, green and blue that each plane draws for a pixel, and the numbers that are written on it. */
const PAINTS: Record<
  Plane,
  { colour(r: number, g: number, b: number): number; numbers(r: number, g: number, b: number): number[] }
> = {
  colour: { colour: packed, numbers: (r, g, b) => [r, g, b] },
  grey: {
    colour: (r, g, b) => packed(greyOf(r, g, b), greyOf(r, g, b), greyOf(r, g, b)),
    numbers: (r, g, b) => [greyOf(r, g, b)]
  },
  red: { colour: (r) => packed(r, 0, 0), numbers: (r) => [r] },
  green: { colour: (_, g) => packed(0, g, 0), numbers: (_, g) => [g] },
  blue: { colour: (_r, _g, b) => packed(0, 0, b), numbers: (_r, _g, b) => [b] }
};

/** The bytes of red, green and blue as they lie in memory, lowest first. */
function packed(red: number, green: number, blue: number): number {
  return red | (green << 8) | (blue << 16);
}

/** The colour of a point of a plane, opaque. */
export function paintOf(plane: Plane, red: number, green: number, blue: number): number {
  return (OPAQUE | PAINTS[plane].colour(red, green, blue)) >>> 0;
}

/** The grid line of a square: its colour on the way to the ink on it. A plane's lines stay in the plane's colour. */
function lineOf(colour: number, share: number, plane: Plane): number {
  const ink = inkOn(colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255);
  const mixed = (shift: number) => {
    const value = (colour >>> shift) & 255;
    return Math.round(value + (ink - value) * share * LINE_STRENGTH) << shift;
  };
  const own = { colour: 0xffffff, grey: 0xffffff, red: 0xff, green: 0xff00, blue: 0xff0000 }[plane];
  return OPAQUE | ((mixed(0) | mixed(8) | mixed(16)) & own);
}

/** A half-open stretch of points on one axis. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the rows or columns of a panel lie on the canvas: whole points, so that squares are crisp. */
class Axis {
  readonly first: number;
  readonly end: number;
  readonly clip: Stretch;
  readonly #origin: number;
  readonly #scale: number;

  constructor(start: number, length: number, centre: number, count: number, scale: number, limit: number) {
    this.#origin = start + length / 2 - centre * scale;
    this.#scale = scale;
    this.clip = {
      start: Math.max(0, Math.round(start)),
      end: Math.min(limit, Math.round(start + length))
    };
    this.first = Math.max(0, Math.floor((this.clip.start - this.#origin) / scale));
    this.end = Math.min(count, Math.ceil((this.clip.end - this.#origin) / scale));
  }

  /** Where a row or column begins, and so where the one before ends; it may lie outside the panel. */
  edge(index: number): number {
    return Math.round(this.#origin + index * this.#scale);
  }

  clipped(place: number): number {
    return Math.min(Math.max(place, this.clip.start), this.clip.end);
  }
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

function writeNumbers(
  frame: Frame,
  { width, data }: Picture,
  plane: Plane,
  across: Axis,
  down: Axis,
  digits: Digits
): void {
  const { numbers } = PAINTS[plane];
  const shades = new Uint32Array(SHADES + 1);
  for (let row = down.first; row < down.end; row++) {
    const [top, bottom] = [down.edge(row), down.edge(row + 1)];
    for (let column = across.first; column < across.end; column++) {
      const at = (row * width + column) * 3;
      const [red = 0, green = 0, blue = 0] = [data[at], data[at + 1], data[at + 2]];
      mixShades(shades, paintOf(plane, red, green, blue));
      const centre = (across.edge(column) + across.edge(column + 1)) / 2;
      const written = numbers(red, green, blue);
      for (let line = 0; line < written.length; line++) {
        const middle = top + ((bottom - top) * (line + 0.5)) / written.length;
        writeNumber(frame, written[line] ?? 0, centre, middle, shades, digits, across.clip, down.clip);
      }
    }
  }
}

/** All that a digit can leave on a square: its colour, on the way to the ink that stands out from it. */
function mixShades(shades: Uint32Array, colour: number): void {
  const [red, green, blue] = [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
  const ink = inkOn(red, green, blue);
  for (let shade = 0; shade <= SHADES; shade++) {
    const share = shade / SHADES;
    shades[shade] =
      OPAQUE |
      packed(
        Math.round(red + (ink - red) * share),
        Math.round(green + (ink - green) * share),
        Math.round(blue + (ink - blue) * share)
      );
  }
}

function writeNumber(
  frame: Frame,
  value: number,
  centre: number,
  middle: number,
  shades: Uint32Array,
  { width, height, glyphs }: Digits,
  across: Stretch,
  down: Stretch
): void {
  const count = value > 99 ? 3 : value > 9 ? 2 : 1;
  const top = Math.round(middle - height / 2);
  let right = Math.round(centre + (count * width) / 2);
  let rest = value;
  for (let place = 0; place < count; place++) {
    const glyph = glyphs[rest % 10];
    const left = right - width;
    const whole =
      left >= across.start && right <= across.end && top >= down.start && top + height <= down.end;
    if (glyph && whole) writeDigit(frame, glyph, left, top, shades);
    else if (glyph) writeDigitWithin(frame, glyph, left, top, shades, across, down);
    rest = Math.floor(rest / 10);
    right = left;
  }
}

function writeDigit(
  { width, points }: Frame,
  { columns, rows, shades }: Glyph,
  left: number,
  top: number,
  colours: Uint32Array
): void {
  const start = top * width + left;
  for (let index = 0; index < shades.length; index++) {
    const at = start + (rows[index] as number) * width + (columns[index] as number);
    points[at] = colours[shades[index] as number] as number;
  }
}

/** The same at the edge of a panel. */
function writeDigitWithin(
  { width, points }: Frame,
  { columns, rows, shades }: Glyph,
  left: number,
  top: number,
  colours: Uint32Array,
  across: Stretch,
  down: Stretch
): void {
  for (let index = 0; index < shades.length; index++) {
    const x = left + (columns[index] as number);
    const y = top + (rows[index] as number);
    const inside = x >= across.start && x < across.end && y >= down.start && y < down.end;
    if (inside) points[y * width + x] = colours[shades[index] as number] as number;
  }
}
