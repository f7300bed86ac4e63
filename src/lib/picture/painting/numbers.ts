import type { Axis, Stretch } from './axis';
import { SHADES, type Digits, type Glyph } from './digits';
import type { Frame } from './frame';
import { inkOn } from './ink';
import { OPAQUE, packed, PAINTS, paintOf } from './paints';
import type { Picture, Plane } from '../picture';

/** Writes the numbers of all pixels that lie in a panel, as far as they are whole. */
export function writeNumbers(
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

/** Writes a number where all of it has room: one that an edge cuts would be another, 16 for 116. */
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
  const isWhole =
    right - count * width >= across.start &&
    right <= across.end &&
    top >= down.start &&
    top + height <= down.end;
  if (!isWhole) return;
  let rest = value;
  for (let place = 0; place < count; place++) {
    const glyph = glyphs[rest % 10];
    right -= width;
    if (glyph) writeDigit(frame, glyph, right, top, shades);
    rest = Math.floor(rest / 10);
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
