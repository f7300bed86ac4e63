import { create, fractionDependencies, parseDependencies, type MathNode } from 'mathjs';
import { NumberError } from './errors.ts';
import { Fraction } from './field.ts';

// Only the parser is built: what it may compute is decided here, node by node.
const { parse } = create({ ...parseDependencies, ...fractionDependencies }, { number: 'Fraction' });

const OPERATIONS: Record<string, (left: Fraction, right: Fraction) => Fraction> = {
  add: (left, right) => left.add(right),
  subtract: (left, right) => left.sub(right),
  multiply: (left, right) => left.mul(right),
  divide: (left, right) => {
    if (right.equals(0)) throw new NumberError('division-by-zero');
    return left.div(right);
  }
};

function valueOf(node: MathNode): Fraction {
  if (node.type === 'ConstantNode' && 'value' in node) return new Fraction(node.value as Fraction);
  if (node.type === 'ParenthesisNode' && 'content' in node) return valueOf(node.content as MathNode);
  // '2(3)' and '0.(3)' are left to the writer: one may mean a product, the other a repeating decimal.
  const implicit = 'implicit' in node && node.implicit === true;
  if (node.type === 'OperatorNode' && !implicit && 'fn' in node && 'args' in node) {
    const [left, right] = node.args as MathNode[];
    if (left && !right && node.fn === 'unaryMinus') return valueOf(left).neg();
    if (left && !right && node.fn === 'unaryPlus') return valueOf(left);
    const operation = OPERATIONS[String(node.fn)];
    if (operation && left && right) return operation(valueOf(left), valueOf(right));
  }
  throw new NumberError('unreadable');
}

/**
 * The exact value of an expression of numbers, + - * / and parentheses. Nothing else is known: no names, no
 * powers, no functions, so nothing that is typed can run or grow without bound.
 *
 * @throws {NumberError} 'unreadable' or 'division-by-zero'
 */
export function readExpression(text: string): Fraction {
  let node: MathNode;
  try {
    node = parse(text);
  } catch {
    throw new NumberError('unreadable');
  }
  return valueOf(node);
}
