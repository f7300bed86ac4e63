/**
 * As much of the binary format of WebAssembly as one module of loops needs: WebAssembly Core Specification 2.0,
 * chapter 5, https://www.w3.org/TR/wasm-core-2/#binary-format.
 */

/** A piece of a module: bytes, or pieces one after the other. */
export type Code = number | readonly Code[];

const flat = (code: Code): number[] => (typeof code === 'number' ? [code] : code.flatMap(flat));

/** A whole number from 0 to 2³¹ − 1 in seven bits a byte, the lowest first: section 5.2.2. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...unsigned(value >> 7)];
}

/** The same with a sign, which is the second highest bit of the last byte. */
function signed(value: number): number[] {
  return -64 <= value && value < 64 ? [value & 127] : [(value & 127) + 128, ...signed(value >> 7)];
}

/** How many, then one after the other: section 5.1.3. */
const list = (...items: readonly Code[]): Code => [unsigned(items.length), items];

function sized(content: Code): Code {
  const bytes = flat(content);
  return [unsigned(bytes.length), bytes];
}

/** Types of values: section 5.3. */
export const I32 = 0x7f;
export const V128 = 0x7b;

/** What a function takes and how many locals of each type it has besides; it returns nothing. */
export interface FunctionCode {
  readonly name: string;
  /** All of them are of type i32. */
  readonly parameters: number;
  readonly locals: readonly (readonly [count: number, type: number])[];
  readonly body: Code;
}

const name = (text: string): Code => list(...Array.from(text, (letter) => letter.charCodeAt(0)));

/**
 * A module that exports some functions and imports the memory that they work on, `memory` of `host`, of one page or
 * more: section 5.5.
 *
 * @returns its bytes
 */
export function moduleOf(functions: readonly FunctionCode[]): Uint8Array {
  const section = (id: number, ...items: Code[]): Code => [id, sized(list(...items))];
  const types = functions.map(({ parameters }) => [
    0x60,
    list(...Array<number>(parameters).fill(I32)),
    list()
  ]);
  const bodies = functions.map(({ locals, body }) =>
    sized([list(...locals.map(([count, type]) => [unsigned(count), type])), body, 0x0b])
  );
  return Uint8Array.from(
    flat([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, ...types),
      section(2, [name('host'), name('memory'), 2, [0, 1]]),
      section(3, ...functions.keys()),
      section(7, ...functions.map((one, index) => [name(one.name), 0, index])),
      section(10, ...bodies)
    ])
  );
}

/** Instructions of locals and of whole numbers: sections 5.4.4 and 5.4.7. */
export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];
export const number = (value: number): Code => [0x41, signed(value)];
const operation =
  (code: number) =>
  (left: Code, right: Code): Code => [left, right, code];
export const add = operation(0x6a);
export const times = operation(0x6c);
/** Of numbers without a sign. */
export const isLess = operation(0x49);
/** Of numbers with a sign. */
export const isGreater = operation(0x4a);

/** Adds a whole number, which may be negative, to a local. */
export const advance = (local: number, by: number): Code => [add(get(local), number(by)), set(local)];

/** A place in memory, `offset` bytes behind an address, aligned to 2 to the power of `alignment` bytes: 5.4.6. */
const place = (alignment: number, offset: number): Code => [alignment, unsigned(offset)];
export const loadI32 = (address: Code): Code => [address, 0x28, place(2, 0)];

/** Instructions of two doubles side by side: section 5.4.8. */
const vector = (code: number): Code => [0xfd, unsigned(code)];
/** Two neighbouring doubles of the memory. */
export const loadPair = (address: Code, offset: number): Code => [address, vector(0), place(3, offset)];
/** One double of the memory, twice. */
export const loadTwice = (address: Code, offset: number): Code => [address, vector(10), place(3, offset)];
export const storePair = (address: Code, offset: number, value: Code): Code => [
  address,
  value,
  vector(11),
  place(3, offset)
];
/** The first two of four singles. */
export const storeSingles = (address: Code, value: Code): Code => [
  address,
  value,
  vector(91),
  place(3, 0),
  0
];
/** Two doubles rounded to singles, and two zeros. */
export const toSingles = (value: Code): Code => [value, vector(94)];
export const addPairs = (left: Code, right: Code): Code => [left, right, vector(240)];
export const timesPairs = (left: Code, right: Code): Code => [left, right, vector(242)];

/** Loops: section 5.4.1. Runs the body at least once, and again as long as the condition is not zero. */
export const repeatWhile = (condition: Code, body: Code): Code => [
  0x03,
  0x40,
  body,
  condition,
  0x0d,
  0,
  0x0b
];
/** Runs the body as long as the condition is not zero. */
export const whileTrue = (condition: Code, body: Code): Code => [
  condition,
  [0x04, 0x40],
  repeatWhile(condition, body),
  0x0b
];
