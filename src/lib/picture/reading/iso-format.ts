import { ascii } from './bytes';

/** Formats in the box file format of ISO/IEC 14496-12, by the brands that a file claims; the first that fits. */
const FORMATS: readonly (readonly [string, RegExp])[] = [
  ['AVIF', /^avi[fs]$/],
  // Pictures coded as HEVC: ISO/IEC 23008-12, annex B.
  ['HEIC', /^he[iv][cfmsx]$/],
  ['CR3', /^crx $/],
  // Any other picture in the High Efficiency Image File Format, by its structural brands.
  ['HEIF', /^(?:mif|msf|mia|1pi|unif|avci|avcs|jpeg|jpgs|j2k|heif|vvi|evb)/]
];

/** Brands are listed in a box that is not long; more than this belongs to something else. */
const MOST_BRANDS = 64;

/** The format of a picture whose file begins with a list of brands; null where it begins otherwise, or is no picture. */
export function isoFormat(view: DataView): string | null {
  if (ascii(view, 4, 4) !== 'ftyp') return null;
  const brands = [ascii(view, 8, 4)];
  const end = Math.min(view.getUint32(0), view.byteLength, 16 + 4 * MOST_BRANDS);
  for (let at = 16; at + 4 <= end; at += 4) brands.push(ascii(view, at, 4));
  return FORMATS.find(([, brand]) => brands.some((one) => brand.test(one)))?.[0] ?? null;
}
