/**
 * Reads one picture, away from the page: unpacking a large photograph takes a second, in which the page goes on.
 * Gets a file, or a picture that only the page could unpack, and answers with a reading.
 */
import { pixelsAreAltered } from './altered-pixels';
import { readHeader, type Header } from './header';
import { keptSize, MOST_PIXELS } from './limits';
import { failed, type PictureNote, type PictureReading } from './reading';

/** Formats that every browser reads: what is wrong with such a file is the file. */
const EVERYWHERE = ['PNG', 'JPEG', 'GIF', 'WebP', 'BMP'];

addEventListener('message', async (event: MessageEvent<Blob | ImageBitmap>) => {
  const reading = await read(event.data).catch(() => failed({ code: 'unreadable' }));
  if (reading.ok) postMessage(reading, { transfer: [reading.picture.data.buffer] });
  else postMessage(reading);
});

async function read(source: Blob | ImageBitmap): Promise<PictureReading> {
  return source instanceof Blob ? readFile(source) : readBitmap(source, source, []);
}

async function readFile(file: Blob): Promise<PictureReading> {
  const header = readHeader(await file.arrayBuffer());
  if (header?.size && header.size.width * header.size.height > MOST_PIXELS) {
    return failed({ code: 'too-many-pixels', ...header.size });
  }
  const whole = await createImageBitmap(file).catch(() => null);
  if (!whole) return failed(problemOf(header));
  // The sides are taken from what was unpacked: a camera held upright has turned them.
  const { width, height } = whole;
  if (width * height > MOST_PIXELS) return failed({ code: 'too-many-pixels', width, height });
  const kept = keptSize(whole);
  const notes: PictureNote[] = header?.animated ? [{ code: 'first-frame' }] : [];
  if (header?.otherColours) notes.push({ code: 'colours-converted' });
  if (kept.width === width && kept.height === height) return readBitmap(whole, whole, notes);
  const scaled = await createImageBitmap(whole, {
    resizeWidth: kept.width,
    resizeHeight: kept.height,
    resizeQuality: 'high'
  });
  whole.close();
  return readBitmap(scaled, kept, [{ code: 'scaled', width, height }, ...notes]);
}

function problemOf(header: Header | null) {
  return header === null || EVERYWHERE.includes(header.format)
    ? ({ code: 'unreadable' } as const)
    : ({ code: 'unsupported', format: header.format } as const);
}

/** The numbers of a picture; what shines through is laid on white. */
function readBitmap(
  bitmap: ImageBitmap,
  { width, height }: { readonly width: number; readonly height: number },
  notes: readonly PictureNote[]
): PictureReading {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return failed({ code: 'unreadable' });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const points = context.getImageData(0, 0, width, height).data;
  const data = new Uint8ClampedArray(width * height * 3);
  let clear = false;
  for (let from = 0, to = 0; from < points.length; from += 4) {
    const opacity = points[from + 3] ?? 255;
    if (opacity < 255) clear = true;
    // Rounded by the array itself.
    for (let channel = 0; channel < 3; channel++) {
      data[to++] = ((points[from + channel] ?? 0) * opacity + 255 * (255 - opacity)) / 255;
    }
  }
  const all = [...notes];
  if (clear) all.push({ code: 'on-white' });
  if (pixelsAreAltered()) all.push({ code: 'altered' });
  return { ok: true, picture: { width, height, data }, notes: all };
}
