import { readHeader } from '$lib/picture/reading/header';
import { describe, expect, it } from 'vitest';

const text = (characters: string) => [...characters].map((character) => character.charCodeAt(0));
const bigEndian = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
const littleEndian = (value: number) => bigEndian(value).reverse();
const read = (...bytes: number[]) => readHeader(new Uint8Array(bytes).buffer);

/** A chunk of a PNG; nobody here asks for its checksum. */
const chunk = (name: string, ...data: number[]) => [
  ...bigEndian(data.length),
  ...text(name),
  ...data,
  0,
  0,
  0,
  0
];
const IHDR = chunk('IHDR', ...bigEndian(7), ...bigEndian(5), 8, 2, 0, 0, 0);
const png = (...chunks: number[][]) =>
  read(0x89, ...text('PNG'), 0x0d, 0x0a, 0x1a, 0x0a, ...chunks.flat(), ...chunk('IDAT', 0));

/** The frame header of a JPEG of 7×5. */
const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 5, 0, 7, 1, 1, 0x11, 0];
const jpeg = (...between: number[]) => read(0xff, 0xd8, ...between, ...FRAME, 0, 0, 0, 0, 0, 0, 0, 0);

const bmp = (header: number[]) =>
  read(
    ...text('BM'),
    ...littleEndian(100),
    0,
    0,
    0,
    0,
    ...littleEndian(54),
    ...header,
    ...new Array(40).fill(0)
  );

const SEVEN_BY_FIVE = { width: 7, height: 5 };

describe('the size of a picture', () => {
  it('of a BMP stands in four bytes a side', () => {
    expect(bmp([...littleEndian(40), ...littleEndian(7), ...littleEndian(-5)])).toEqual({
      format: 'BMP',
      size: SEVEN_BY_FIVE
    });
  });

  it('of a BMP of OS/2 stands in two', () => {
    expect(bmp([...littleEndian(12), 7, 0, 5, 0, 1, 0, 24, 0])).toEqual({
      format: 'BMP',
      size: SEVEN_BY_FIVE
    });
  });

  it('of a BMP with a header that nobody knows is not guessed', () => {
    expect(bmp([...littleEndian(33), ...littleEndian(7), ...littleEndian(5)])).toEqual({ format: 'BMP' });
  });

  it.each<[string, number[]]>([
    ['alone', []],
    ['behind a note', [0xff, 0xfe, 0, 4, 1, 2]],
    ['behind bytes that fill', [0xff, 0xff, 0xff]],
    ['behind a note and bytes that fill', [0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xff]],
    ['behind a mark without a length', [0xff, 0x01]]
  ])('of a JPEG is found: %s', (_, between) => {
    expect(jpeg(...between)?.size).toEqual(SEVEN_BY_FIVE);
  });

  it.each<[string, number[]]>([
    ['bytes that are no segment', [0x12, 0x34, 0x56]],
    ['a segment shorter than its own length', [0xff, 0xfe, 0, 0]],
    ['the pixels', [0xff, 0xda, 0, 2]],
    ['the end', [0xff, 0xd9]]
  ])('of a JPEG is not guessed behind %s', (_, between) => {
    expect(jpeg(...between)?.size).toBeUndefined();
  });

  it('of a PNG comes first', () => {
    expect(png(IHDR)).toMatchObject({ format: 'PNG', size: SEVEN_BY_FIVE, otherColours: false });
  });

  it('of a PNG that begins otherwise is not guessed', () => {
    expect(png(chunk('gAMA', 0, 0, 0, 0), IHDR)?.size).toBeUndefined();
    expect(png(chunk('IHDR', ...bigEndian(0), ...bigEndian(5), 8, 2, 0, 0, 0))?.size).toBeUndefined();
  });

  it('of a WebP is not guessed without the mark before it', () => {
    const webp = (name: string, ...data: number[]) =>
      read(...text('RIFF'), 0, 0, 0, 0, ...text('WEBP'), ...text(name), 0, 0, 0, 0, ...data, 0, 0, 0, 0);
    expect(webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 7, 0, 5, 0)?.size).toEqual(SEVEN_BY_FIVE);
    expect(webp('VP8 ', 0, 0, 0, 0, 0, 0, 7, 0, 5, 0)?.size).toBeUndefined();
    // Width − 1 in 14 bits, then height − 1.
    expect(webp('VP8L', 0x2f, ...littleEndian(6 | (4 << 14)))?.size).toEqual(SEVEN_BY_FIVE);
    expect(webp('VP8L', 0, ...littleEndian(6 | (4 << 14)))?.size).toBeUndefined();
    expect(webp('JUNK', 0, 0, 0, 0, 0, 0, 7, 0, 5, 0)?.size).toBeUndefined();
  });
});

describe('the format of a picture', () => {
  it('of an app for a phone is named, for it is no PNG', () => {
    expect(png(chunk('CgBI', 0x50, 0, 0x20, 6), IHDR)).toEqual({ format: 'PNG (CgBI)' });
  });

  it.each([
    ['heic', [], 'HEIC'],
    ['heix', [], 'HEIC'],
    ['heim', [], 'HEIC'],
    ['hevc', [], 'HEIC'],
    ['hevx', [], 'HEIC'],
    ['hevm', [], 'HEIC'],
    ['mif1', ['mif1', 'heic'], 'HEIC'],
    ['mif2', [], 'HEIF'],
    ['msf1', ['msf1', 'hevc'], 'HEIC'],
    ['miaf', [], 'HEIF'],
    ['mif1', ['miaf', 'avif'], 'AVIF'],
    ['avis', ['avif'], 'AVIF'],
    ['avci', ['mif1'], 'HEIF'],
    ['crx ', ['isom'], 'CR3']
  ])('with the brand %s and others, %j, is %s', (major, compatible, format) => {
    const brands = [major, '\0\0\0\0', ...compatible].flatMap(text);
    expect(read(...bigEndian(8 + brands.length), ...text('ftyp'), ...brands)).toEqual({ format });
  });

  it('of a film is none', () => {
    expect(read(...bigEndian(20), ...text('ftypisom'), 0, 0, 0, 0, ...text('mp42'))).toBeNull();
  });

  it.each<[string, number[]]>([
    ['TIFF', text('II*\0')],
    ['TIFF', text('MM\0+')],
    ['JPEG XL', [0xff, 0x0a, 0, 0]],
    ['JPEG 2000', [0, 0, 0, 12, ...text('jP  ')]],
    ['PSD', text('8BPS')]
  ])('is %s', (format, bytes) => {
    expect(read(...bytes, 0, 0)).toEqual({ format });
  });
});

describe('colours that are not those of sRGB', () => {
  const gamma = (value: number) => chunk('gAMA', ...bigEndian(value));
  const profile = (name: string) => chunk('iCCP', ...text(name), 0, 0, 1, 2, 3);

  it.each<[string, number[][], boolean]>([
    ['none', [], false],
    ['the gamma of sRGB', [gamma(45_455)], false],
    ['another gamma', [gamma(100_000)], true],
    ['another gamma, but sRGB', [gamma(100_000), chunk('sRGB', 0)], false],
    ['the profile of sRGB', [profile('sRGB IEC61966-2.1')], false],
    ['another profile', [profile('Display P3')], true],
    ['sRGB by number', [chunk('cICP', 1, 13, 0, 1)], false],
    ['Display P3 by number', [chunk('cICP', 12, 13, 0, 1)], true]
  ])('are told of a PNG with %s: %j', (_, chunks, otherColours) => {
    expect(png(IHDR, ...chunks)).toMatchObject({ size: SEVEN_BY_FIVE, otherColours });
  });

  it.each([
    ['Display P3', true],
    ['sRGB IEC61966-2.1', false],
    ['\0s\0R\0G\0B', false]
  ])('are told of a JPEG with the profile %j: %j', (name, otherColours) => {
    const data = [...text('ICC_PROFILE\0'), 1, 1, ...text(name)];
    const segment = [0xff, 0xe2, 0, data.length + 2, ...data];
    expect(jpeg(...segment)).toMatchObject({ size: SEVEN_BY_FIVE, otherColours });
  });
});
