import { all, create, type FactoryFunctionMap, type Fraction } from 'mathjs';
import { withinHalfPercent, type Ratio } from './ratio';

const math = create(all as FactoryFunctionMap, { number: 'Fraction' });

function valueOf(side: string): Ratio {
  const text = side
    .replaceAll('×', '*')
    .replaceAll('−', '-')
    .replaceAll('⌊', 'floor(')
    .replaceAll('⌈', 'ceil(')
    .replace(/[⌋⌉]/g, ')')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const { s, n, d } = math.evaluate(text) as Fraction;
  return { n: BigInt(s) * BigInt(n), d: BigInt(d) };
}

/**
 * Whether an equation, as a page shows it, is true: both sides of '=' are the same number, those of '≈' are less than
 * half a percent apart and not the same.
 */
export function isTrueEquation(text: string): boolean {
  const [left, sign, right, ...more] = text.split(/ ([=≈]) /);
  if (left === undefined || right === undefined || more.length > 0) return false;
  const [found, value] = [valueOf(right), valueOf(left)];
  const same = found.n * value.d === value.n * found.d;
  return sign === '=' ? same : !same && withinHalfPercent(found, value);
}
