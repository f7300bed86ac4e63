/**
 * A step, said. Numbers as text, equations in one fixed grammar, sentences in Korean and English for captions
 * and the live region, and the same computation as Python. No drawing, no state.
 */
export { approximateText, cellText, exactText, factorText } from './number-text';
export type { CellText } from './number-text';
export { equationOf, linearEquation, termText } from './equation';
export type { Equation, EquationRow } from './equation';
export {
  comparisonCaption,
  comparisonSentence,
  numberProblemText,
  quoted,
  stepCaption,
  stepHeading,
  stepSentence
} from './sentences';
export { biasCaption, biasHeading, biasSentence, filterLetter } from './bias-sentences';
export { countText, piecesText } from './pieces';
export type { EquationPiece, NamedEquation } from './pieces';
export {
  flattenCaption,
  flattenHeading,
  flattenSentence,
  neighboursInRow,
  neighbourSentence,
  pixelAtPlace,
  placeEquation,
  placeOfPixel
} from './flatten';
export { weightCaption, weightEquations, weightHeading, weightSentence } from './weight-count';
export { patternCaption, patternEquations, patternHeading, patternSentence } from './moving-pattern';
export { sounding, withParticle } from './particle';
export { fillFormula, FORMULA_MARKS, OUTPUT_LENGTH_EXPRESSION } from './formula';
export { loopLines } from './code/loops';
export type { LoopLine, LoopVariable } from './code/loops';
export { frameworkCode, FRAMEWORKS } from './code/frameworks';
export type { Framework } from './code/frameworks';
export { colourImageCaption, colourImageHeading, countEquation, shapeText } from './colour-image';
export { pictureCaption, stepNumber } from './picture';
