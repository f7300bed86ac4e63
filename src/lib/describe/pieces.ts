/** A part of an equation as it is shown: a number with what it is, or a sign with the spaces around it. */
export interface EquationPiece {
  readonly text: string;
  readonly tone: 'input' | 'kernel' | 'product' | 'bias' | 'output' | 'sign';
}

/** An equation of few numbers, with words that say what it counts. */
export interface NamedEquation {
  readonly title: string;
  readonly pieces: readonly EquationPiece[];
}

export const TIMES: EquationPiece = { text: '×', tone: 'sign' };
export const PLUS: EquationPiece = { text: ' + ', tone: 'sign' };
export const EQUALS: EquationPiece = { text: ' = ', tone: 'sign' };

/** The equation in one line. */
export function piecesText(pieces: readonly EquationPiece[]): string {
  return pieces.map(({ text }) => text).join('');
}

/** A whole number with commas between thousands: 529,984. */
export function countText(count: number): string {
  return `${count}`.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A shape as it is written: (4, 4, 3). */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')})`;
}
