import { NumberError } from './errors.ts';
import { Fraction, simpleFraction } from './field.ts';

/** An entered number has at most this many digits in numerator and denominator, so that all results stay readable. */
const MOST_DIGITS = 6;
const LARGEST = 10n ** BigInt(MOST_DIGITS) - 1n;
/** Longer than any number or short expression somebody types into a cell. */
const LONGEST_TEXT = 60;

const PLAIN = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:\/\d+)?$/;

/**
 * Signs as people type and paste them, brought to what parsers know: full-width forms of Korean and Japanese
 * keyboards, minus signs and dashes, × · ÷. Nothing else is folded: a superscript is no digit.
 */
function normalise(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u2212\u2013\u2010\u2011]/g, '-')
    .replace(/[\u00d7\u00b7\u22c5]/g, '*')
    .replace(/\u00f7/g, '/')
    .trim();
}

function withinLimits(value: Fraction): Fraction {
  if (value.n > LARGEST || value.d > LARGEST) throw new NumberError('too-many-digits');
  return value;
}

function prepared(text: string): string {
  // Measured before normalising: a huge paste must cost nothing.
  if (text.length > LONGEST_TEXT) throw new NumberError('too-long');
  const clean = normalise(text);
  if (clean === '') throw new NumberError('empty');
  // '1 2' may be a slip or '12'; guessing would give a wrong number silently.
  if (/[\d.]\s+[\d.]/.test(clean)) throw new NumberError('unreadable');
  // '5.' is how people type '5'.
  return clean.replace(/\s+/g, '').replace(/(\d)\.(?!\d)/g, '$1');
}

function plain(clean: string): Fraction | null {
  if (!PLAIN.test(clean)) return null;
  const [numerator = '0', denominator = '1'] = clean.split('/');
  // '.5' is how people type; Fraction.js wants a digit before the point.
  const top = new Fraction(numerator.replace(/^([+-]?)\./, '$10.'));
  const bottom = new Fraction(denominator);
  if (bottom.equals(0)) throw new NumberError('division-by-zero');
  return withinLimits(top.div(bottom));
}

/**
 * Reads '-2', '0.5', '.5', '1/3' exactly: 0.1 is one tenth. Signs typed as − and spaces are understood.
 * For links and pastes, where expressions are not welcome.
 *
 * @throws {NumberError} saying by code what is wrong
 */
export function readPlainNumber(text: string): Fraction {
  const value = plain(prepared(text));
  if (value === null) throw new NumberError('unreadable');
  return value;
}

/** Decimals as programs print them, with an exponent when they are small or large: 1.11111111e-01. */
const PRINTED = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i;
/**
 * The largest denominator of a fraction that can be told from its rounded decimal: 1000 with eight decimals, 10 with
 * four. Of decimals that are no such fraction three in a thousand lie as near to one by chance.
 */
const largestTold = (rounding: number) => Math.floor(0.1 / Math.sqrt(2 * rounding));
/** Doubles are right to 15 digits; what programs print beyond them is noise: 0.30000000000000004. */
const NOISE = 1e-15;

/** The value of a printed decimal: exact where that has few enough digits, or else the fraction that it was rounded from. */
function printed(clean: string): Fraction | null {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = PRINTED.exec(clean) ?? [];
  const digits = whole + decimals;
  if (digits === '') return null;
  const power = Number(exponent) - decimals.length;
  const scale = new Fraction(10n ** BigInt(Math.abs(power)));
  const size = new Fraction(BigInt(`${sign === '-' ? '-' : ''}${digits}`));
  const exact = power < 0 ? size.div(scale) : size.mul(scale);
  if (exact.n <= LARGEST && exact.d <= LARGEST) return exact;
  const value = exact.valueOf();
  const rounding = Math.max(10 ** power / 2, Math.abs(value) * NOISE);
  const simple = simpleFraction(value, (near) => Math.abs(near - value) <= rounding, largestTold(rounding));
  return withinLimits(simple ?? exact);
}

/**
 * Reads what {@link readPlainNumber} reads, and decimals as NumPy, PyTorch and Python print them: 1e3, 1.00000000e+00,
 * and 1.11111111 as the 10/9 that it was rounded from. For pastes.
 *
 * @throws {NumberError} saying by code what is wrong
 */
export function readPrintedNumber(text: string): Fraction {
  const clean = prepared(text);
  const value = printed(clean) ?? plain(clean);
  if (value === null) throw new NumberError('unreadable');
  return value;
}

/**
 * Reads what a learner types into a cell: a plain number at once, or an expression of numbers, + − × ÷ and
 * parentheses such as '(1+2)/4', for which the expression reader is loaded first.
 *
 * @throws {NumberError} saying by code what is wrong; a rejection of the promise when an expression was tried
 */
export function readNumber(text: string): Fraction | Promise<Fraction> {
  const clean = prepared(text);
  const value = plain(clean);
  if (value !== null) return value;
  // Anything but these characters cannot become a number, so nothing needs to be loaded to say so.
  if (!/^[\d.+\-*/()]+$/.test(clean) || !/\d/.test(clean)) throw new NumberError('unreadable');
  return import('./expression.ts').then(({ readExpression }) => withinLimits(readExpression(clean)));
}
