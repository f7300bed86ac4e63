import { ascii } from './bytes';
import { jpegSegments, pngChunks } from './chunks';

/** The gamma that PNG files with the numbers of sRGB write down: 1 / 2.2, times 100,000. */
const SRGB_GAMMA = 45_455;
/** What an encoder may have rounded otherwise. */
const GAMMA_ROUNDING = 10;
/** The transfer function of sRGB and the primaries that go with it, by ITU-T H.273. */
const SRGB_TRANSFER = 13;
const SRGB_PRIMARIES = 1;

/** The start of a profile, in which its name stands, as one-byte or two-byte characters. */
const NAME_WITHIN = 4096;

/** Whether a profile calls itself sRGB, in a stretch of a file. */
function namesSrgb(view: DataView, start: number, length: number): boolean {
  const stretch = ascii(view, start, Math.max(0, Math.min(length, NAME_WITHIN, view.byteLength - start)));
  return /sRGB/i.test(stretch.replace(/\0/g, ''));
}

/** Chunks before the picture. Where several speak of colours, cICP is heard first, then iCCP, sRGB and gAMA. */
function pngHasOtherColours(view: DataView): boolean {
  const found = new Map(Array.from(pngChunks(view), ({ name, at }) => [name, at]));
  const [cicp, profile, gamma] = ['cICP', 'iCCP', 'gAMA'].map((chunk) => found.get(chunk));
  if (cicp !== undefined) {
    return view.getUint8(cicp) !== SRGB_PRIMARIES || view.getUint8(cicp + 1) !== SRGB_TRANSFER;
  }
  // The profile itself is packed, but its name stands before it.
  if (profile !== undefined) return !namesSrgb(view, profile, 79);
  if (found.has('sRGB') || gamma === undefined) return false;
  return Math.abs(view.getUint32(gamma) - SRGB_GAMMA) > GAMMA_ROUNDING;
}

/** A profile stands in segments 0xe2 that begin with its mark. */
function jpegHasOtherColours(view: DataView): boolean {
  for (const { name, at } of jpegSegments(view)) {
    if (name !== 0xe2 || ascii(view, at + 2, 11) !== 'ICC_PROFILE') continue;
    // Behind the mark stand the number of this part of the profile and how many there are.
    return !namesSrgb(view, at + 16, view.getUint16(at) - 16);
  }
  return false;
}

/** The extended form has its profile in a chunk right behind its header. */
function webpHasOtherColours(view: DataView): boolean {
  return ascii(view, 30, 4) === 'ICCP' && !namesSrgb(view, 38, view.getUint32(34, true));
}

const READERS = { PNG: pngHasOtherColours, JPEG: jpegHasOtherColours, WebP: webpHasOtherColours };

/**
 * Whether a file says that its numbers mean other colours than those of sRGB: by a gamma or a profile. The browser then
 * converts them, and what is shown are not the numbers of the file.
 *
 * @throws {RangeError} when the file ends too early
 */
export function hasOtherColours(format: keyof typeof READERS, view: DataView): boolean {
  return READERS[format](view);
}
