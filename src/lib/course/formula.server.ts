import { FORMULA_MARKS, OUTPUT_LENGTH_EXPRESSION } from '$lib/describe';
import katex from 'katex';
import { ConstantNode, parse, SymbolNode, type MathNode } from 'mathjs';
import { untranslated } from './untranslated.server';

function substituted(expression: MathNode): MathNode {
  return expression.transform((node) =>
    node instanceof SymbolNode && node.name in FORMULA_MARKS
      ? new ConstantNode(FORMULA_MARKS[node.name as keyof typeof FORMULA_MARKS])
      : node
  );
}

/** The rule for one side of the output, with marks for its numbers, typeset (HTML and MathML). */
export function outputLengthTemplate(): string {
  const expression = parse(OUTPUT_LENGTH_EXPRESSION);
  // N, F and S are units to mathjs; here they are quantities like P. The space ends a command before the name.
  const handler = (node: MathNode) => (node instanceof SymbolNode ? ` ${node.name}` : undefined);
  const options = { parenthesis: 'keep', implicit: 'hide', handler };
  const symbols = expression.toTex(options);
  const numbers = substituted(expression).toTex(options);
  const html = katex.renderToString(
    `\\begin{aligned}&${symbols}\\\\&=${numbers}=${FORMULA_MARKS.result}\\end{aligned}`,
    { output: 'htmlAndMathml', displayMode: true, throwOnError: true }
  );
  return untranslated(html);
}
