/**
 * A step, said. Numbers as text, equations in one fixed grammar, sentences in Korean and English for captions
 * and the live region, and the same computation as Python. No drawing, no state.
 */
export { approximateText, cellText, exactText, factorText } from './number-text';
export type { CellText } from './number-text';
export { equationOf, linearEquation, sumText, termText } from './equation';
export type { Equation, EquationRow } from './equation';
export {
  equationSentence,
  MOST_TERMS_SPOKEN,
  numberProblemText,
  quoted,
  stepCaption,
  stepHeading,
  stepNumber,
  stepSentence
} from './sentences';
export { countText, EQUALS, piecesText, PLUS, shapeText, TIMES } from './pieces';
export type { EquationPiece, NamedEquation } from './pieces';
export { sounding, withParticle } from './particle';
export { fillFormula, FORMULA_MARKS, OUTPUT_LENGTH_EXPRESSION } from './formula';
export { loopLines } from './code/loops';
export type { LoopLine, LoopVariable } from './code/loops';
export { frameworkCode, FRAMEWORKS } from './code/frameworks';
export type { Framework } from './code/frameworks';
export { keptText, readTypedNumber, readTypedSize } from './typed-numbers';
export type { Bounds } from './typed-numbers';
