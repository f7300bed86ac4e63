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
 * half a percent apart and not the same. What goes on through ReLU comes out as it is, or as 0 where it is negative.
 */
export function isTrueEquation(whole: string): boolean {
  const [text = '', through, ...others] = whole.split(' → ReLU → ');
  if (others.length > 0) return false;
  if (through !== undefined) {
    const before = text.split(' = ')[1] ?? '';
    if (through !== (before.startsWith('−') ? '0' : before)) return false;
  }
  const [left, sign, right, ...more] = text.split(/ ([=≈]) /);
  if (left === undefined || right === undefined || more.length > 0) return false;
  const [found, value] = [valueOf(right), valueOf(left)];
  const same = found.n * value.d === value.n * found.d;
  return sign === '=' ? same : !same && withinHalfPercent(found, value);
}
