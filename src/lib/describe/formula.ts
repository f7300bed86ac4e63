/**
 * The rule for one side of the output, as a mathjs expression: typeset for learners from this very string, and
 * held against `outputLength` by a test. N input, P padding on each side, F kernel, S stride.
 */
export const OUTPUT_LENGTH_EXPRESSION = 'floor((N + 2 * P - F) / S) + 1';

/** The quantities of the rule, and its result. */
export type FormulaValues = Readonly<Record<'N' | 'P' | 'F' | 'S' | 'result', number>>;

/**
 * What stands for each quantity in a formula that was typeset at build time. Five digits, so that no number of
 * a lesson can be taken for one of them.
 */
export const FORMULA_MARKS: FormulaValues = { N: 90001, P: 90002, F: 90003, S: 90004, result: 90005 };

/** A formula typeset at build time, with its numbers filled in. */
export function fillFormula(html: string, values: FormulaValues): string {
  return html.replace(/9000[1-5]/g, (mark) => {
    const name = (Object.keys(FORMULA_MARKS) as (keyof FormulaValues)[]).find(
      (key) => `${FORMULA_MARKS[key]}` === mark
    );
    return name ? `${values[name]}` : mark;
  });
}
