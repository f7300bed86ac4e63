// Files of known content, made byte by byte or by the browser's own encoders.

/** A canvas that is drawn on, as a file. */
export async function encoded(
  width: number,
  height: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
  type: string
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context) draw(context);
  return canvas.convertToBlob({ type, quality: 0.95 });
}

/** One colour, or several from left to right in stripes of equal width. */
export const stripes =
  (...colours: readonly string[]) =>
  (context: OffscreenCanvasRenderingContext2D) => {
    const { width, height } = context.canvas;
    colours.forEach((colour, index) => {
      context.fillStyle = colour;
      context.fillRect((index * width) / colours.length, 0, width / colours.length, height);
    });
  };

const text = (characters: string) => [...characters].map((character) => character.charCodeAt(0));

/** A GIF of one pixel in each of its frames: black, white, red, green are the colours 0 to 3. */
export function gif(...frames: readonly number[]): Blob {
  const table = [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0];
  const bytes = [...text('GIF89a'), 1, 0, 1, 0, 0x81, 0, 0, ...table];
  for (const colour of frames) {
    // How long it is shown; where it lies; then, in three bits each: clear (4), the colour, end (5).
    bytes.push(0x21, 0xf9, 4, 0, 10, 0, 0, 0);
    const codes = 4 | (colour << 3) | (5 << 6);
    bytes.push(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, codes & 255, codes >> 8, 0);
  }
  return new Blob([new Uint8Array([...bytes, 0x3b])], { type: 'image/gif' });
}

/** A BMP of two pixels: the first row is the lower one, and blue comes before green and red. */
export function bmp(
  upper: readonly [r: number, g: number, b: number],
  lower: readonly [r: number, g: number, b: number]
): Blob {
  const header = new DataView(new ArrayBuffer(54));
  text('BM').forEach((byte, index) => header.setUint8(index, byte));
  header.setUint32(2, 62, true);
  header.setUint32(10, 54, true);
  header.setUint32(14, 40, true);
  header.setInt32(18, 1, true);
  header.setInt32(22, 2, true);
  header.setUint16(26, 1, true);
  header.setUint16(28, 24, true);
  const row = ([r, g, b]: readonly [number, number, number]) => [b, g, r, 0];
  return new Blob([header, new Uint8Array([...row(lower), ...row(upper)])], { type: 'image/bmp' });
}

/** A JPEG with a camera's note of how it was held, put in after its first marker. */
export async function turned(jpeg: Blob, orientation: number): Promise<Blob> {
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const tiff = [...text('MM'), 0, 42, 0, 0, 0, 8, 0, 1, ...entry, 0, 0, 0, 0];
  const body = [...text('Exif'), 0, 0, ...tiff];
  const length = body.length + 2;
  const segment = new Uint8Array([0xff, 0xe1, length >> 8, length & 255, ...body]);
  return new Blob([jpeg.slice(0, 2), segment, jpeg.slice(2)], { type: 'image/jpeg' });
}
