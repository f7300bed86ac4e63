import { ascii } from './bytes';
import { jpegSegments, pngChunks } from './chunks';
import { hasOtherColours } from './colours';
import { isoFormat } from './iso-format';

/**
 * What the first bytes of a file say: the format, and where it is simple to find the size and whether there is
 * more than one frame. Asked before the browser unpacks the picture, so that one of a thousand million pixels is
 * turned away, and a format that it does not know is called by its name. Where the bytes are not what they should be
 * there is no size: the browser, which knows the formats better, decides.
 */
export interface Header {
  readonly format: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly animated?: boolean;
  /** Whether the file says that its numbers are not those of sRGB, so that the browser converts them. */
  readonly otherColours?: boolean;
}

/** A PNG as Apple's tools pack it into apps, which only Apple's browsers read. */
const CGBI = 'PNG (CgBI)';

/** @param bytes all of a file, or its beginning */
export function readHeader(bytes: ArrayBuffer): Header | null {
  const view = new DataView(bytes);
  const reader = READERS.find(({ begins }) => begins(view));
  if (!reader) return null;
  try {
    return withoutEmptySize({ format: reader.format, ...reader.read?.(view) });
  } catch (error) {
    // The file ends in the middle of its header: the browser says what becomes of it.
    if (error instanceof RangeError) return { format: reader.format };
    throw error;
  }
}

/** A picture has a side of at least 1; whoever read another has lost the place. */
function withoutEmptySize({ size, ...rest }: Header): Header {
  return size && size.width > 0 && size.height > 0 ? { ...rest, size } : rest;
}

type Found = Partial<Header>;

interface Reader {
  readonly format: string;
  begins(view: DataView): boolean;
  /** A `format` in it is a closer name. */
  read?(view: DataView): Found;
}

const READERS: readonly Reader[] = [
  { format: 'PNG', begins: (view) => ascii(view, 1, 3) === 'PNG', read: readPng },
  { format: 'JPEG', begins: (view) => view.byteLength > 2 && view.getUint16(0) === 0xffd8, read: readJpeg },
  { format: 'GIF', begins: (view) => /^GIF8[79]a$/.test(ascii(view, 0, 6)), read: readGif },
  {
    format: 'WebP',
    begins: (view) => ascii(view, 0, 4) === 'RIFF' && ascii(view, 8, 4) === 'WEBP',
    read: readWebp
  },
  {
    format: 'BMP',
    begins: (view) => ascii(view, 0, 2) === 'BM' && view.byteLength > 26 && view.getUint32(6) === 0,
    read: readBmp
  },
  {
    format: 'HEIF',
    begins: (view) => isoFormat(view) !== null,
    read: (view) => ({ ...formatOf(isoFormat(view)) })
  },
  { format: 'TIFF', begins: (view) => /^(?:II[*+]\0|MM\0[*+])$/.test(ascii(view, 0, 4)) },
  {
    format: 'JPEG XL',
    begins: (view) => ascii(view, 4, 4) === 'JXL ' || (view.byteLength > 2 && view.getUint16(0) === 0xff0a)
  },
  { format: 'JPEG 2000', begins: (view) => ascii(view, 4, 4) === 'jP  ' },
  { format: 'PSD', begins: (view) => ascii(view, 0, 4) === '8BPS' }
];

const formatOf = (format: string | null): Found => (format === null ? {} : { format });

/** The oldest kind, of OS/2, has a shorter header with shorter numbers; of an unknown kind nothing is known. */
function readBmp(view: DataView): Found {
  const length = view.getUint32(14, true);
  if (length === 12) return { size: { width: view.getUint16(18, true), height: view.getUint16(20, true) } };
  if (![16, 40, 52, 56, 64, 108, 124].includes(length)) return {};
  // The height is negative where rows run from the top.
  return { size: { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) } };
}

/** Width and height come first; an animated PNG says so before its first picture, and so do colours. */
function readPng(view: DataView): Found {
  if (ascii(view, 12, 4) === 'CgBI') return { format: CGBI };
  if (ascii(view, 12, 4) !== 'IHDR') return {};
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let animated = false;
  for (const { name, at } of pngChunks(view)) if (name === 'acTL') animated = view.getUint32(at) > 1;
  return { size, animated, otherColours: hasOtherColours('PNG', view) };
}

/** The size stands in the first frame header; other segments, such as a camera's notes, are passed over. */
function readJpeg(view: DataView): Found {
  const otherColours = hasOtherColours('JPEG', view);
  for (const { name, at } of jpegSegments(view)) {
    const isFrame = name >= 0xc0 && name <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(name);
    if (isFrame) {
      return { size: { width: view.getUint16(at + 5), height: view.getUint16(at + 3) }, otherColours };
    }
  }
  return { otherColours };
}

/** Each frame of a GIF begins with a comma; blocks of up to 255 bytes are passed over up to the second one. */
function readGif(view: DataView): Found {
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  const tableLength = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableLength(view.getUint8(10));
  let frames = 0;
  while (at < view.byteLength && frames < 2) {
    const block = view.getUint8(at);
    if (block === 0x2c) {
      frames += 1;
      at += 11 + tableLength(view.getUint8(at + 9));
    } else if (block === 0x21) at += 2;
    else break;
    while (view.getUint8(at) > 0) at += 1 + view.getUint8(at);
    at += 1;
  }
  return { size, animated: frames > 1 };
}

/** Only the extended form can move, and it says so in its flags; the others say their size in their own way. */
function readWebp(view: DataView): Found {
  const chunk = ascii(view, 12, 4);
  if (chunk === 'VP8X') {
    const third = (at: number) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16));
    return {
      size: { width: third(24), height: third(27) },
      animated: (view.getUint8(20) & 2) !== 0,
      otherColours: hasOtherColours('WebP', view)
    };
  }
  // Each of the others has a mark of its own before its size.
  if (chunk === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { size: { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } };
  }
  if (chunk === 'VP8 ' && view.getUint16(23) === 0x9d01 && view.getUint8(25) === 0x2a) {
    return {
      size: { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    };
  }
  return {};
}
