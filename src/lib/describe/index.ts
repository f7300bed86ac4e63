/**
 * A step, said. Numbers as text, equations in one fixed grammar, sentences in Korean and English for captions
 * and the live region, and the same computation as Python. No drawing, no state.
 */
export { approximateText, cellText, exactText, factorText, plainText } from './number-text';
export type { CellText } from './number-text';
export { convolutionSum, linearEquation, sumText, termText } from './equation';
export { channelProducts, channelsSum } from './channel-sum';
export { maximumSum, meanSum } from './pooling-sum';
export { lineText, resultOf, resultText, summandsOf } from './sum';
export type { Result, Sum, Summand, SumRow } from './sum';
export { sameTarget } from './target';
export type { MapPlace, PlanePlace, Target } from './target';
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
export { frameworkCode, FRAMEWORKS, nestedLists } from './code/frameworks';
export type { Framework } from './code/frameworks';
export { keptText, readTypedNumber, readTypedSize } from './typed-numbers';
export type { Bounds } from './typed-numbers';
