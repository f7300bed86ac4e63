import { ascii } from './bytes';

/** A part of a file: what it calls itself, and where its content begins. */
interface Chunk<Name> {
  readonly name: Name;
  readonly at: number;
}

/** The chunks of a PNG before its pixels. */
export function* pngChunks(view: DataView): Generator<Chunk<string>> {
  for (let at = 8; at + 8 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = ascii(view, at + 4, 4);
    if (name === 'IDAT') return;
    yield { name, at: at + 8 };
  }
}

/** Markers that stand alone, without a length. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** The pixels begin, or the file ends. */
const isLast = (marker: number) => marker === 0xda || marker === 0xd9;

/** The segments of a JPEG before its pixels, as far as one follows the other. Content begins with its length. */
export function* jpegSegments(view: DataView): Generator<Chunk<number>> {
  let at = 2;
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff) {
    const name = view.getUint8(at + 1);
    if (isLast(name)) return;
    // Any number of bytes 0xff may fill the room before a marker.
    if (name === 0xff) at += 1;
    else if (isAlone(name)) at += 2;
    else {
      yield { name, at: at + 2 };
      at += 2 + view.getUint16(at + 2);
    }
  }
}
