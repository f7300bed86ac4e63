import { equal, ratio, times, total, type Ratio } from './ratio';

/** A number as the page writes it: '3', '−2', '1/3'. */
const NUMBER = /^(−?)(\d+)(?:\/(\d+))?$/;

/** Reads a number as the page writes it; anything else is not a number, and says so. */
function read(text: string): Ratio {
  const [, sign, numerator, denominator] = NUMBER.exec(text) ?? [];
  if (numerator === undefined) throw new Error(`“${text}” is not a number of the page`);
  const n = BigInt(numerator);
  return ratio(sign ? -n : n, BigInt(denominator ?? 1));
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : greatestCommonDivisor(right, left % right);
}

/** Writes a number as the page should. */
export function write({ n, d }: Ratio): string {
  const magnitude = n < 0n ? -n : n;
  const divisor = greatestCommonDivisor(magnitude, d);
  const [top, bottom] = [magnitude / divisor, d / divisor];
  return `${n < 0n ? '−' : ''}${top}${bottom === 1n ? '' : `/${bottom}`}`;
}

/** A factor stands in parentheses unless it is a plain whole number. */
export function writeFactor(value: Ratio): string {
  const text = write(value);
  return /^\d+$/.test(text) ? text : `(${text})`;
}

function readFactor(text: string): Ratio {
  if (/^\d+$/.test(text)) return read(text);
  const [, inside = ''] = /^\((.+)\)$/.exec(text) ?? [];
  if (/^\d+$/.test(inside)) throw new Error(`“${text}” needs no parentheses`);
  return read(inside);
}

/**
 * Whether an equation keeps to the grammar 'a×b + c×d = total', or with a bias as its last summand, and both of its
 * sides are the same number. It may go on through ReLU, '= −3 → ReLU → 0', which makes a negative number 0.
 */
export function isTrue(whole: string): boolean {
  const [equation = '', through] = whole.split(' → ReLU → ');
  const [left = '', right = '', ...more] = equation.split(' = ');
  if (through !== undefined && through !== (right.startsWith('−') ? '0' : right)) return false;
  if (more.length > 0) return false;
  const summands = left.split(' + ');
  const products = summands.map((term, index) => {
    if (index === summands.length - 1 && index > 0 && !term.includes('×')) return readFactor(term);
    const factors = term.split('×');
    if (factors.length !== 2) throw new Error(`“${term}” is not a product`);
    const [value = '', weight = ''] = factors;
    return times(readFactor(value), readFactor(weight));
  });
  return equal(total(products), read(right));
}

export type Matrix = readonly (readonly Ratio[])[];

/** A matrix as a test writes it: rows on lines, '1 0 −2' or '1 1/3 0'. */
export function matrix(text: string): Matrix {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(read));
}

export function turned(kernel: Matrix): Matrix {
  return kernel.map((row) => [...row].reverse()).reverse();
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly pairs: readonly { readonly value: Ratio; readonly weight: Ratio }[];
}

/** Every place of the kernel in reading order, and what lies under it: by walking, not by formula. */
export function places(input: Matrix, kernel: Matrix, { stride = 1, padding = 0 } = {}): Place[] {
  const zero = ratio(0);
  const width = (input[0]?.length ?? 0) + 2 * padding;
  const border = Array.from({ length: padding }, () => Array.from({ length: width }, () => zero));
  const side = Array.from({ length: padding }, () => zero);
  const image = [...border, ...input.map((row) => [...side, ...row, ...side]), ...border];
  const found: Place[] = [];
  for (let top = 0; top + kernel.length <= image.length; top += stride) {
    for (let left = 0; left + (kernel[0]?.length ?? 0) <= width; left += stride) {
      const pairs = kernel.flatMap((row, down) =>
        row.map((weight, across) => ({ value: image[top + down]?.[left + across] as Ratio, weight }))
      );
      found.push({ row: top / stride + 1, column: left / stride + 1, pairs });
    }
  }
  return found;
}

/** The equation that the page should show for the first `done` products of a place, and for the bias if it is in. */
export function equationOf({ pairs }: Pick<Place, 'pairs'>, done = pairs.length, bias?: Ratio): string {
  const terms = pairs.slice(0, done);
  const added = bias ? [bias] : [];
  const sum = total([...terms.map(({ value, weight }) => times(value, weight)), ...added]);
  const products = terms.map(({ value, weight }) => `${writeFactor(value)}×${writeFactor(weight)}`);
  return `${[...products, ...added.map(writeFactor)].join(' + ')} = ${write(sum)}`;
}

export function sumOf({ pairs }: Pick<Place, 'pairs'>): Ratio {
  return total(pairs.map(({ value, weight }) => times(value, weight)));
}

/** The finished map, as the page should write it. */
export function mapOf(
  input: Matrix,
  kernel: Matrix,
  settings?: { stride?: number; padding?: number }
): string[][] {
  const rows: string[][] = [];
  for (const place of places(input, kernel, settings)) {
    (rows[place.row - 1] ??= []).push(write(sumOf(place)));
  }
  return rows;
}
