/**
 * A result as a short code, so that it reaches the teacher without a server: which set, who, points for each question and
 * the misconceptions that were found. It ends with a checksum. It keeps nothing secret and proves nothing: who can read
 * this can write a better one.
 */
import { hashOf } from '$lib/exercise';
import { fromLetters, toLetters } from './base32';
import { BitReader, BitWriter } from './bits';

export interface QuestionResult {
  readonly points: number;
  readonly of: number;
  /** The misconception that explains the answer, if one does. */
  readonly rule: string | null;
}

export interface SetResult {
  /** Which set: its `setMark`. */
  readonly set: number;
  /** The name or number as it was typed. */
  readonly name: string;
  readonly questions: readonly QuestionResult[];
}

/** A result as a code has it: misconceptions are marks, which a kind's rules give their names back. */
export interface ReadResult extends Omit<SetResult, 'questions'> {
  readonly questions: readonly (Omit<QuestionResult, 'rule'> & { readonly ruleMark: number | null })[];
}

/** Why a text is no result: letters missing, wrong or too many; or written by a later version. */
export type CodeProblem = 'damaged' | 'newer';

export type CodeReading =
  { readonly ok: true; readonly result: ReadResult } | { readonly ok: false; readonly problem: CodeProblem };

/** Stands before every code, so that it is found in a message. */
export const PREFIX = 'STRIDE';
const VERSION = 1;
const GROUP = 5;
const LONGEST_NAME = 40;
const CHECKSUM_BYTES = 4;

/** CRC-32 (IEEE 802.3): any change within four bytes is noticed for certain, so one wrong letter always is. */
function checksum(bytes: readonly number[]): number[] {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return [24, 16, 8, 0].map((shift) => (~crc >>> shift) & 255);
}

/** What a misconception is called in a code: 16 bits. The rules of one kind have different ones. */
export const ruleMark = (rule: string): number => hashOf(rule) & 0xffff;

/** The rule behind a mark, among those of a kind; null where the kind knows it no more. */
export function ruleOfMark(rules: readonly string[], mark: number): string | null {
  return rules.find((rule) => ruleMark(rule) === mark) ?? null;
}

/** A name as a code carries it: one line, and not too long. */
export function shownName(text: string): string {
  return [...text.normalize('NFC').trim().replace(/\s+/g, ' ')].slice(0, LONGEST_NAME).join('');
}

const widthOf = (value: number) => Math.max(1, value.toString(2).length);

function writeQuestion(bits: BitWriter, { points, of, rule }: QuestionResult): void {
  const width = widthOf(of);
  bits.write(Number(of !== 1), 1);
  if (of !== 1) {
    bits.write(width, 4);
    bits.write(of, width);
  }
  bits.write(points, width);
  if (points === of) return;
  bits.write(Number(rule !== null), 1);
  if (rule !== null) bits.write(ruleMark(rule), 16);
}

function readQuestion(bits: BitReader): ReadResult['questions'][number] {
  const several = bits.read(1) === 1;
  const width = several ? bits.read(4) : 1;
  const of = several ? bits.read(width) : 1;
  const points = bits.read(width);
  if (points > of) throw new RangeError(`${points} points of ${of}`);
  const mark = points < of && bits.read(1) === 1 ? bits.read(16) : null;
  return { points, of, ruleMark: mark };
}

/**
 * The code of a result, such as `STRIDE-0G3K9-…`.
 *
 * @throws {RangeError} when there are more than 63 questions, or points that no question has
 */
export function encodeResult({ set, name, questions }: SetResult): string {
  if (questions.length > 63) throw new RangeError(`${questions.length} questions`);
  if (questions.some(({ points, of }) => !(points >= 0 && points <= of && of >= 1 && of < 2 ** 15))) {
    throw new RangeError('points that no question has');
  }
  const bits = new BitWriter();
  bits.write(VERSION, 4);
  bits.write(set, 32);
  const letters = [...new TextEncoder().encode(shownName(name))];
  bits.write(letters.length, 8);
  for (const letter of letters) bits.write(letter, 8);
  bits.write(questions.length, 6);
  for (const question of questions) writeQuestion(bits, question);
  const bytes = bits.bytes();
  const text = toLetters([...bytes, ...checksum(bytes)]);
  return [PREFIX, ...(text.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [])].join('-');
}

function readBody(bytes: readonly number[]): CodeReading {
  const bits = new BitReader(bytes);
  if (bits.read(4) > VERSION) return { ok: false, problem: 'newer' };
  const set = bits.read(32);
  const letters = Array.from({ length: bits.read(8) }, () => bits.read(8));
  const name = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(letters));
  const questions = Array.from({ length: bits.read(6) }, () => readQuestion(bits));
  return bits.isAtEnd ? { ok: true, result: { set, name, questions } } : { ok: false, problem: 'damaged' };
}

/** Reads a code, with or without its prefix, in small letters too; whatever the text is, it never throws. */
export function decodeResult(text: string): CodeReading {
  const letters = text
    .trim()
    .replace(new RegExp(`^${PREFIX}`, 'i'), '')
    .replace(/[\s-]/g, '');
  const bytes = fromLetters(letters);
  const damaged: CodeReading = { ok: false, problem: 'damaged' };
  if (!bytes || bytes.length <= CHECKSUM_BYTES) return damaged;
  const body = bytes.slice(0, -CHECKSUM_BYTES);
  if (checksum(body).join() !== bytes.slice(-CHECKSUM_BYTES).join()) return damaged;
  try {
    return readBody(body);
  } catch {
    return damaged;
  }
}
