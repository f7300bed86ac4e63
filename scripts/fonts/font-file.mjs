// Reads font files: the few tables of a TrueType font that the site's fonts are measured by.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * @typedef {object} Font
 * @property {number} unitsPerEm
 * @property {number} ascent
 * @property {number} descent below the baseline, as a positive number
 * @property {Set<number>} codePoints
 * @property {(codePoint: number) => number} advance
 */

/**
 * The few tables of a TrueType font that matter here.
 * @param {Buffer} data
 * @returns {Font}
 */
export function readFont(data) {
  /** @type {Record<string, number>} */
  const tables = {};
  for (let i = 0; i < data.readUInt16BE(4); i++) {
    const record = 12 + 16 * i;
    tables[data.toString('latin1', record, record + 4)] = data.readUInt32BE(record + 8);
  }
  const { head = 0, hhea = 0, hmtx = 0, cmap = 0 } = tables;
  const glyphs = readCharacterMap(data, cmap);
  const widths = data.readUInt16BE(hhea + 34);
  return {
    unitsPerEm: data.readUInt16BE(head + 18),
    ascent: data.readInt16BE(hhea + 4),
    descent: -data.readInt16BE(hhea + 6),
    codePoints: new Set(glyphs.keys()),
    // Glyphs beyond the last width listed have that width.
    advance: (codePoint) => data.readUInt16BE(hmtx + 4 * Math.min(glyphs.get(codePoint) ?? 0, widths - 1))
  };
}

/**
 * @param {Buffer} data
 * @param {number} cmap where the table begins
 */
function readCharacterMap(data, cmap) {
  /** @type {Map<number, number>} */
  const glyphs = new Map();
  for (let i = 0; i < data.readUInt16BE(cmap + 2); i++) {
    const table = cmap + data.readUInt32BE(cmap + 4 + 8 * i + 4);
    const format = data.readUInt16BE(table);
    if (format === 4) readFormat4(data, table, glyphs);
    else if (format === 12) readFormat12(data, table, glyphs);
  }
  return glyphs;
}

/**
 * Format 4: segments of the first 65 536 characters.
 * @param {Buffer} data
 * @param {number} table
 * @param {Map<number, number>} glyphs
 */
function readFormat4(data, table, glyphs) {
  const length = data.readUInt16BE(table + 6);
  for (let i = 0; i < length; i += 2) {
    const last = data.readUInt16BE(table + 14 + i);
    const first = data.readUInt16BE(table + 16 + length + i);
    const delta = data.readUInt16BE(table + 16 + 2 * length + i);
    const offsetAt = table + 16 + 3 * length + i;
    const offset = data.readUInt16BE(offsetAt);
    for (let codePoint = first; codePoint <= last && codePoint < 0xffff; codePoint++) {
      const listed = offset ? data.readUInt16BE(offsetAt + offset + 2 * (codePoint - first)) : codePoint;
      const glyph = offset && !listed ? 0 : (listed + delta) & 0xffff;
      if (glyph) glyphs.set(codePoint, glyph);
    }
  }
}

/**
 * Format 12: groups of any characters.
 * @param {Buffer} data
 * @param {number} table
 * @param {Map<number, number>} glyphs
 */
function readFormat12(data, table, glyphs) {
  for (let i = 0; i < data.readUInt32BE(table + 12); i++) {
    const group = table + 16 + 12 * i;
    const first = data.readUInt32BE(group);
    const last = data.readUInt32BE(group + 4);
    const glyph = data.readUInt32BE(group + 8);
    for (let codePoint = first; codePoint <= last; codePoint++) {
      glyphs.set(codePoint, glyph + codePoint - first);
    }
  }
}

/**
 * Reads a font file of any kind, also a compressed one.
 * @param {string} path
 */
export async function readFontFile(path) {
  const subsetFont = loadSubsetter();
  return readFont(
    await subsetFont(readFileSync(path), '', { targetFormat: 'truetype', keepAllGlyphs: true })
  );
}

/**
 * Loaded only when there is something to make: loading it takes longer than finding out.
 * @returns {(font: Buffer, text: string, options: object) => Promise<Buffer>}
 */
export function loadSubsetter() {
  return require('subset-font');
}
