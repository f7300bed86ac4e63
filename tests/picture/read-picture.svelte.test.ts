import { loadPhoto, PHOTOS, readPicture, valuesAt, type Picture, type PictureReading } from '$lib/picture';
import { MOST_BYTES } from '$lib/picture/reading/limits';
import { describe, expect, it } from 'vitest';
import { bmp, encoded, gif, stripes, turned } from './files';

/** What must be a picture; otherwise the test says why it is none. */
function taken(reading: PictureReading) {
  if (!reading.ok) throw new Error(`not read: ${reading.problem.code}`);
  const { picture, notes } = reading;
  return { picture, notes, codes: notes.map(({ code }) => code) };
}

async function problemOf(file: Blob) {
  const reading = await readPicture(file);
  return reading.ok ? 'none' : reading.problem;
}

const at = (picture: Picture, row: number, column: number) => {
  const { red, green, blue } = valuesAt(picture, { row, column });
  return [red, green, blue];
};

/** Whether each number is near the expected one: what a JPEG allows. */
function near(found: readonly number[], expected: readonly number[], by = 8) {
  expect(
    found.map((one, index) => Math.abs(one - (expected[index] ?? NaN)) <= by),
    `${found}`
  ).toEqual([true, true, true]);
}

describe('a picture that is read', () => {
  it('is its own numbers, row by row: red, green, blue', async () => {
    const file = await encoded(3, 2, stripes('rgb(120 90 30)', 'rgb(0 0 0)', 'rgb(255 254 1)'), 'image/png');
    const { picture, notes } = taken(await readPicture(file));
    expect([picture.width, picture.height, notes]).toEqual([3, 2, []]);
    const row = [120, 90, 30, 0, 0, 0, 255, 254, 1];
    expect([...picture.data]).toEqual([...row, ...row]);
  });

  it('has its transparent parts on white, and says so', async () => {
    const file = await encoded(2, 1, stripes('rgb(255 0 0 / 50.2%)', 'rgb(0 0 0 / 0%)'), 'image/png');
    const { picture, codes } = taken(await readPicture(file));
    // Half of red (128 of 255) and half of white; nothing of black.
    expect([...picture.data]).toEqual([255, 127, 127, 255, 255, 255]);
    expect(codes).toEqual(['on-white']);
  });

  it('is the first frame of one that moves, and says so', async () => {
    const moving = taken(await readPicture(gif(2, 3)));
    expect([...moving.picture.data]).toEqual([255, 0, 0]);
    expect(moving.codes).toEqual(['first-frame']);
    const still = taken(await readPicture(gif(3)));
    expect([...still.picture.data]).toEqual([0, 255, 0]);
    expect(still.codes).toEqual([]);
  });

  it('may be a BMP', async () => {
    const { picture } = taken(await readPicture(bmp([1, 2, 3], [250, 128, 7])));
    expect([...picture.data]).toEqual([1, 2, 3, 250, 128, 7]);
  });

  it('stands upright when the camera was turned', async () => {
    const wide = await encoded(32, 16, stripes('rgb(230 20 20)', 'rgb(20 20 230)'), 'image/jpeg');
    const asItIs = taken(await readPicture(await turned(wide, 1))).picture;
    expect([asItIs.width, asItIs.height]).toEqual([32, 16]);
    // 6: turn a quarter clockwise to see it upright, so that its left comes to the top.
    const upright = taken(await readPicture(await turned(wide, 6))).picture;
    expect([upright.width, upright.height]).toEqual([16, 32]);
    near(at(upright, 2, 8), [230, 20, 20]);
    near(at(upright, 29, 8), [20, 20, 230]);
  });

  it('may be a JPEG made for printing', async () => {
    const response = await fetch(new URL('../data/cmyk.jpg', import.meta.url));
    const { picture } = taken(await readPicture(await response.blob()));
    expect([picture.width, picture.height]).toEqual([16, 8]);
    near(at(picture, 4, 8), [220, 40, 30], 12);
  });

  it('may be a drawing, and nothing that the drawing names is fetched', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2">
      <rect width="4" height="2" fill="rgb(10,200,30)"/><image href="/photos/chelsea.webp" width="4" height="2"/>
      <rect width="2" height="2" fill="rgb(9,8,7)"/></svg>`;
    const before = performance.getEntriesByType('resource').length;
    for (const type of ['image/svg+xml', '']) {
      const { picture } = taken(await readPicture(new Blob([svg], { type })));
      expect([picture.width, picture.height]).toEqual([4, 2]);
      expect([at(picture, 0, 0), at(picture, 1, 3)]).toEqual([
        [9, 8, 7],
        [10, 200, 30]
      ]);
    }
    const fetched = performance.getEntriesByType('resource').slice(before);
    expect(fetched.filter(({ name }) => name.includes('chelsea'))).toEqual([]);
  });
});

describe('the size of a picture', () => {
  it('of one pixel stays', async () => {
    const { picture, notes } = taken(
      await readPicture(await encoded(1, 1, stripes('rgb(7 8 9)'), 'image/png'))
    );
    expect([picture.width, picture.height, ...picture.data, ...notes]).toEqual([1, 1, 7, 8, 9]);
  });

  it('of a line of ten thousand pixels stays', async () => {
    const draw = (context: OffscreenCanvasRenderingContext2D) => {
      stripes('rgb(1 2 3)')(context);
      context.fillStyle = 'rgb(250 0 9)';
      context.fillRect(0, 9999, 1, 1);
    };
    const { picture, notes } = taken(await readPicture(await encoded(1, 10_000, draw, 'image/png')));
    expect([picture.width, picture.height, notes]).toEqual([1, 10_000, []]);
    expect([at(picture, 9998, 0), at(picture, 9999, 0)]).toEqual([
      [1, 2, 3],
      [250, 0, 9]
    ]);
  });

  it('of a photograph of 50 million pixels comes down to 512, and the note says from where', async () => {
    const photo = await encoded(8000, 6250, stripes('rgb(200 30 30)', 'rgb(30 30 200)'), 'image/jpeg');
    const { picture, notes } = taken(await readPicture(photo));
    expect([picture.width, picture.height]).toEqual([512, 400]);
    expect(notes).toEqual([{ code: 'scaled', width: 8000, height: 6250 }]);
    near(at(picture, 200, 100), [200, 30, 30]);
    near(at(picture, 200, 400), [30, 30, 200]);
  }, 60_000);

  it('comes down by averaging: a fine pattern becomes its mean, not one of its colours', async () => {
    const pattern = (context: OffscreenCanvasRenderingContext2D) => {
      const tile = new OffscreenCanvas(2, 1);
      const ink = tile.getContext('2d');
      ink?.fillRect(0, 0, 1, 1);
      stripes('white')(context);
      context.fillStyle = context.createPattern(tile, 'repeat') ?? '';
      context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    };
    const { picture } = taken(await readPicture(await encoded(4096, 1024, pattern, 'image/png')));
    near(at(picture, 60, 250), [127.5, 127.5, 127.5]);
  });
});

describe('a file that is no picture', () => {
  it('is told by its problem', async () => {
    expect(await problemOf(new File([], 'empty.png', { type: 'image/png' }))).toEqual({ code: 'empty' });
    expect(await problemOf(new File(['Not a picture.'], 'renamed.png', { type: 'image/png' }))).toEqual({
      code: 'unreadable'
    });
    expect(await problemOf(new Blob(['<svg><oops'], { type: 'image/svg+xml' }))).toMatchObject({
      code: 'unsupported',
      format: 'SVG'
    });
    const heic = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode('ftypheicmif1heic'), 0, 0]);
    expect(await problemOf(new Blob([heic]))).toEqual({ code: 'unsupported', format: 'HEIC' });
  });

  it('is turned away before it is unpacked when it is too large', async () => {
    const png = new Uint8Array(await (await encoded(1, 1, stripes('red'), 'image/png')).arrayBuffer());
    const header = new DataView(png.buffer);
    header.setUint32(16, 40_000);
    header.setUint32(20, 30_000);
    expect(await problemOf(new Blob([png]))).toEqual({
      code: 'too-many-pixels',
      width: 40_000,
      height: 30_000
    });
    const heavy = new Blob([new Uint8Array(MOST_BYTES + 1)], { type: 'image/png' });
    expect(await problemOf(heavy)).toEqual({ code: 'too-many-bytes' });
  });
});

describe('a reading', () => {
  it('can be given up', async () => {
    const controller = new AbortController();
    const reading = readPicture(await encoded(900, 900, stripes('red'), 'image/png'), controller.signal);
    controller.abort();
    await expect(reading).rejects.toThrow(/abort/i);
  });
});

describe('the photographs', () => {
  it.each(Object.values(PHOTOS))('$id is there, at the size that the table says, unscaled', async (photo) => {
    const { picture, notes } = taken(await loadPhoto(photo.id));
    expect([picture.width, picture.height, notes]).toEqual([photo.width, photo.height, []]);
    expect(new Set(picture.data).size).toBeGreaterThan(100);
  });
});
