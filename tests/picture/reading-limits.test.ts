import { readHeader } from '$lib/picture/reading/header';
import { keptSize } from '$lib/picture/reading/limits';
import { chooseFrom } from '$lib/picture/reading/transfer';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the size at which a picture is kept', () => {
  it.each([
    // As it is: small enough, however long a side is.
    [1, 1, 1, 1],
    [1, 10_000, 1, 10_000],
    [512, 512, 512, 512],
    [1024, 256, 1024, 256],
    // The longest side becomes 512.
    [8000, 6250, 512, 400],
    [513, 512, 512, 511],
    [3000, 4000, 384, 512],
    // Never to nothing.
    [300_000, 1, 512, 1],
    [20_000, 1, 16_384, 1]
  ])('of %d×%d is %d×%d', (width, height, keptWidth, keptHeight) => {
    expect(keptSize({ width, height })).toEqual({ width: keptWidth, height: keptHeight });
  });
});

const bytes = (...parts: (string | number)[]) => {
  const all = parts.flatMap((part) =>
    typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : [part]
  );
  return new Uint8Array(all).buffer;
};

describe('the beginning of a file', () => {
  it('tells the size of the photographs and pictures here', () => {
    const header = (path: string) => readHeader(new Uint8Array(readFileSync(path)).buffer);
    expect(header('static/photos/chelsea.webp')?.size).toEqual({ width: 451, height: 300 });
    expect(header('static/photos/coffee.webp')?.size).toEqual({ width: 600, height: 400 });
    expect(header('tests/data/cmyk.jpg')).toMatchObject({ format: 'JPEG', size: { width: 16, height: 8 } });
  });

  it('tells the formats that a browser may not know', () => {
    expect(readHeader(bytes(0, 0, 0, 24, 'ftypheic', 0, 0))?.format).toBe('HEIC');
    expect(readHeader(bytes('II*', 0, 8, 0, 0, 0))?.format).toBe('TIFF');
    expect(readHeader(bytes(0, 0, 0, 24, 'ftypavif', 0, 0))?.format).toBe('AVIF');
  });

  it('may be cut off anywhere, or be no picture at all', () => {
    const photo = new Uint8Array(readFileSync('static/photos/chelsea.webp'));
    const jpeg = new Uint8Array(readFileSync('tests/data/cmyk.jpg'));
    for (const whole of [photo, jpeg, new Uint8Array(bytes('GIF89a', 1, 0, 1, 0, 0, 0, 0, ',', 0))]) {
      for (let length = 0; length < 40; length++) {
        expect(() => readHeader(whole.slice(0, length).buffer)).not.toThrow();
      }
    }
    expect(readHeader(bytes('PICTURE.PNG is only a name'))).toBeNull();
    expect(readHeader(new ArrayBuffer(0))).toBeNull();
  });
});

describe('what is taken of a drop', () => {
  const file = (name: string, type: string) => new File(['x'], name, { type });
  const folder = { webkitGetAsEntry: () => ({ isDirectory: true }) };

  it('is the first picture, and the others are counted', () => {
    const files = [file('notes.txt', 'text/plain'), file('a.png', 'image/png'), file('b.png', 'image/png')];
    expect(chooseFrom({ files, items: [] })).toMatchObject({ ok: true, file: { name: 'a.png' }, leftOut: 2 });
  });

  it('is the only file, whatever it calls itself', () => {
    expect(chooseFrom({ files: [file('photo', '')], items: [] })).toMatchObject({ ok: true, leftOut: 0 });
  });

  it('is nothing where there is a folder, text or a link', () => {
    expect(chooseFrom({ files: [file('pictures', '')], items: [folder] })).toMatchObject({
      problem: { code: 'folder' }
    });
    expect(chooseFrom({ files: [], items: [{}] })).toMatchObject({ problem: { code: 'no-picture' } });
  });
});
