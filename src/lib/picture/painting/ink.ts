/** Linear light of each sRGB value (WCAG 2.2, relative luminance). */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4
);

/** The luminance at which black and white are read equally well: (1.05 / (L + 0.05)) = ((L + 0.05) / 0.05). */
const MIDDLE = Math.sqrt(1.05 * 0.05) - 0.05;

/**
 * What is written on a colour: 0 is black, 255 white, whichever stands out more. The contrast is at least 4.58 to 1
 * on every colour, its value in the middle.
 */
export function inkOn(red: number, green: number, blue: number): 0 | 255 {
  const luminance =
    0.2126 * (LINEAR[red] ?? 0) + 0.7152 * (LINEAR[green] ?? 0) + 0.0722 * (LINEAR[blue] ?? 0);
  return luminance > MIDDLE ? 0 : 255;
}
