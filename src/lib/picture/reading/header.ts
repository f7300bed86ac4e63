/**
 * What the first bytes of a file say: the format, and where it is simple to find the size and whether there is
 * more than one frame. Asked before the browser unpacks the picture, so that one of a thousand million pixels is
 * turned away, and a format that it does not know is called by its name.
 */
export interface Header {
  readonly format: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly animated?: boolean;
}

const ascii = (view: DataView, start: number, length: number) =>
  start + length > view.byteLength
    ? ''
    : Array.from({ length }, (_, index) => String.fromCharCode(view.getUint8(start + index))).join('');

/** @param bytes all of a file, or its beginning */
export function readHeader(bytes: ArrayBuffer): Header | null {
  const view = new DataView(bytes);
  const reader = READERS.find(({ begins }) => begins(view));
  if (!reader) return null;
  try {
    return { format: reader.format, ...reader.read?.(view) };
  } catch (error) {
    // The file ends in the middle of its header: the browser says what becomes of it.
    if (error instanceof RangeError) return { format: reader.format };
    throw error;
  }
}

interface Reader {
  readonly format: string;
  begins(view: DataView): boolean;
  read?(view: DataView): Omit<Header, 'format'>;
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
    read: (view) => ({
      // The height is negative where rows run from the top.
      size: { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    })
  },
  { format: 'HEIC', begins: (view) => /^ftyp(?:hei[cfms]|hev|mif1)/.test(ascii(view, 4, 8)) },
  { format: 'AVIF', begins: (view) => /^ftypavi[fs]/.test(ascii(view, 4, 8)) },
  { format: 'TIFF', begins: (view) => /^(?:II\*\0|MM\0\*)$/.test(ascii(view, 0, 4)) },
  { format: 'JPEG XL', begins: (view) => ascii(view, 4, 4) === 'JXL ' }
];

/** Width and height come first; an animated PNG says so before its first picture. */
function readPng(view: DataView): Omit<Header, 'format'> {
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  let animated = false;
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const chunk = ascii(view, at + 4, 4);
    if (chunk === 'acTL') animated = view.getUint32(at + 8) > 1;
    if (chunk === 'acTL' || chunk === 'IDAT') break;
  }
  return { size, animated };
}

/** The size stands in the first frame header; other segments, such as a camera's notes, are passed over. */
function readJpeg(view: DataView): Omit<Header, 'format'> {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { size: { width: view.getUint16(at + 7), height: view.getUint16(at + 5) } };
  }
  return {};
}

/** Each frame of a GIF begins with a comma; blocks of up to 255 bytes are passed over up to the second one. */
function readGif(view: DataView): Omit<Header, 'format'> {
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
function readWebp(view: DataView): Omit<Header, 'format'> {
  const chunk = ascii(view, 12, 4);
  if (chunk === 'VP8X') {
    const third = (at: number) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16));
    return {
      size: { width: third(24), height: third(27) },
      animated: (view.getUint8(20) & 2) !== 0
    };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { size: { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } };
  }
  return {
    size: { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  };
}
