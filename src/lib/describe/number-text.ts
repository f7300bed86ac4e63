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

interface Leading {
  /** The first digits, rounded to the nearest. */
  readonly digits: bigint;
  /** The power of ten of the first one. */
  readonly exponent: number;
  /** Whether nothing was lost by rounding. */
  readonly exact: boolean;
}

/** The leading digits of n/d, on whole numbers of any length. */
function leadingDigits(n: bigint, d: bigint): Leading {
  const tenTo = (power: number): bigint => 10n ** BigInt(power);
  let exponent = `${n}`.length - `${d}`.length;
  // n/d lies between 10^(exponent − 1) and 10^(exponent + 1).
  const reaches = exponent >= 0 ? n >= d * tenTo(exponent) : n * tenTo(-exponent) >= d;
  if (!reaches) exponent -= 1;
  const shift = APPROXIMATE_DIGITS - 1 - exponent;
  const [top, bottom] = shift >= 0 ? [n * tenTo(shift), d] : [n, d * tenTo(-shift)];
  const digits = (2n * top + bottom) / (2n * bottom);
  const exact = digits * bottom === top;
  // 999.6 becomes 1000: one digit more than there is room for.
  return digits < tenTo(APPROXIMATE_DIGITS)
    ? { digits, exponent, exact }
    : { digits: digits / 10n, exponent: exponent + 1, exact };
}

/**
 * A number too long to show, to three significant digits, behind the sign that says so: '≈0.333', '≈−1.2×10⁹'.
 * Where three digits are all there is, nothing is rounded and the sign is left out: '1×10⁷'.
 */
export function approximateText(value: Fraction): string {
  if (value.n === 0n) return '0';
  const { digits, exponent, exact } = leadingDigits(value.n, value.d);
  const sign = (exact ? '' : '≈') + (value.s < 0n ? MINUS : '');
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
  return sign + body.replace(/(\.\d*?)0+(?=×|$)/, '$1').replace(/\.(?=×|$)/, '');
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
  const exact = exactText(value);
  const text = exact.length <= CELL_CHARACTERS ? exact : approximateText(value);
  return { text, exact: !text.startsWith('≈') };
}

/** A plain number with the minus sign that mathematics has. */
export const plainText = (value: number): string => `${value}`.replace('-', MINUS);
