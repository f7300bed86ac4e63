import { equal, ratio, times, total, type Ratio } from '../data/ratio';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Reads a whole number or a fraction as it is shown: '12', '−2', '−1/3'. Anything else is an error. */
export function readExact(text: string): Ratio {
  const match = /^(\u2212?)(0|[1-9]\d*)(?:\/([1-9]\d*))?$/.exec(text);
  if (!match) throw new Error(`not a shown number: ${text}`);
  const [, minus, numerator = '', denominator = '1'] = match;
  if (minus && numerator === '0') throw new Error('zero has no sign');
  return times(ratio(BigInt(numerator), BigInt(denominator)), ratio(minus ? -1 : 1));
}

/** Reads a rounded number without its sign ≈: '0.333', '−1.2×10⁹', '1×10⁻⁴'. */
export function readRounded(text: string): Ratio {
  const match = /^(\u2212?)(\d+)(?:\.(\d+))?(?:×10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/.exec(text);
  if (!match) throw new Error(`not a rounded number: ${text}`);
  const [, minus, whole = '', decimals = '', below, power = ''] = match;
  const exponent = Number([...power].map((digit) => SUPERSCRIPTS.indexOf(digit)).join(''));
  const mantissa = times(
    ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length)),
    ratio(minus ? -1 : 1)
  );
  const scale = 10n ** BigInt(exponent);
  return times(mantissa, below ? ratio(1, scale) : ratio(scale));
}

/** A factor: a bare whole number, or anything else in parentheses. */
function readFactor(text: string): Ratio {
  if (/^\d+$/.test(text)) return readExact(text);
  const inner = /^\((.+)\)$/.exec(text)?.[1];
  if (inner === undefined) throw new Error(`not a factor: ${text}`);
  if (/^\d+$/.test(inner)) throw new Error(`parentheses for nothing: ${text}`);
  return readExact(inner);
}

/** One product: 'a×b'. */
function readProduct(text: string): readonly [Ratio, Ratio] {
  const [left = '', right = '', ...rest] = text.split('×');
  if (rest.length > 0) throw new Error(`not one product: ${text}`);
  return [readFactor(left), readFactor(right)];
}

interface ShownEquation {
  readonly products: readonly (readonly [Ratio, Ratio])[];
  /** The last summand, where it is no product. */
  readonly bias: Ratio | null;
  readonly relation: '=' | '≈';
  readonly left: Ratio;
  readonly right: Ratio;
  readonly holdsExactly: boolean;
}

/** Reads 'a×b + c×d = total' or 'a×b + c×d + bias = total' and computes its left side anew. */
export function readEquation(text: string): ShownEquation {
  const match = /^(.+) ([=≈]) (\S+)$/.exec(text);
  if (!match) throw new Error(`not an equation: ${text}`);
  const [, sum = '', sign, result = ''] = match;
  const relation = sign === '=' ? '=' : '≈';
  const summands = sum.split(' + ');
  const last = summands.at(-1) ?? '';
  const bias = last.includes('×') ? null : readFactor(last);
  const products = (bias ? summands.slice(0, -1) : summands).map(readProduct);
  const left = total([...products.map(([value, weight]) => times(value, weight)), ...(bias ? [bias] : [])]);
  const right = relation === '=' ? readExact(result) : readRounded(result);
  return { products, bias, relation, left, right, holdsExactly: equal(left, right) };
}
