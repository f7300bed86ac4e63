import type { Fraction } from '$lib/engine';

const MINUS = '\u2212';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const APPROXIMATE_DIGITS = 3;

/** The number as it is, nothing rounded: '12', '−2', '1/3'. */
export function exactText(value: Fraction): string {
  const magnitude = value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`;
  return value.s < 0n && value.n !== 0n ? MINUS + magnitude : magnitude;
}

/** The number as a factor of a product: in parentheses when it is negative or a fraction. */
export function factorText(value: Fraction): string {
  const text = exactText(value);
  return /^\d+$/.test(text) ? text : `(${text})`;
}

/** The leading digits of n/d and the power of ten of the first one, on whole numbers of any length. */
function leadingDigits(n: bigint, d: bigint): { digits: bigint; exponent: number } {
  const places = BigInt(APPROXIMATE_DIGITS);
  let exponent = `${n}`.length - `${d}`.length;
  const scaled = (power: number): bigint => {
    const shift = places - 1n - BigInt(power);
    const [top, bottom] = shift >= 0n ? [n * 10n ** shift, d] : [n, d * 10n ** -shift];
    return (2n * top + bottom) / (2n * bottom);
  };
  let digits = scaled(exponent);
  if (digits < 10n ** (places - 1n)) digits = scaled(--exponent);
  if (digits >= 10n ** places) digits = scaled(++exponent);
  return { digits, exponent };
}

/** A number too long to show, to three significant digits, behind the sign that says so: '≈0.333', '≈−1.2×10⁹'. */
export function approximateText(value: Fraction): string {
  if (value.n === 0n) return '0';
  const { digits, exponent } = leadingDigits(value.n, value.d);
  const sign = value.s < 0n ? MINUS : '';
  const significant = `${digits}`;
  let body: string;
  if (exponent >= 0 && exponent < APPROXIMATE_DIGITS) {
    body = `${significant.slice(0, exponent + 1)}.${significant.slice(exponent + 1)}`;
  } else if (exponent >= APPROXIMATE_DIGITS && exponent < 6) {
    body = significant.padEnd(exponent + 1, '0');
  } else if (exponent < 0 && exponent >= -3) {
    body = `0.${'0'.repeat(-exponent - 1)}${significant}`;
  } else {
    const power = [...`${Math.abs(exponent)}`].map((digit) => SUPERSCRIPTS[Number(digit)]).join('');
    body = `${significant[0]}.${significant.slice(1)}×10${exponent < 0 ? '⁻' : ''}${power}`;
  }
  const trimmed = body.replace(/(\.\d*?)0+(?=×|$)/, '$1').replace(/\.(?=×|$)/, '');
  return `≈${sign}${trimmed}`;
}

/** What stands in a cell. */
export interface CellText {
  readonly text: string;
  /** False when the text is rounded; then it begins with ≈. */
  readonly exact: boolean;
}

/** The longest exact text that a cell shows, in characters. */
const CELL_CHARACTERS = 6;

/** The number as a cell shows it: exact where it fits, else rounded and marked with ≈. */
export function cellText(value: Fraction): CellText {
  const text = exactText(value);
  return text.length <= CELL_CHARACTERS
    ? { text, exact: true }
    : { text: approximateText(value), exact: false };
}
