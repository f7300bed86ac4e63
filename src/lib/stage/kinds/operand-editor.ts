import { readPastedMatrix } from '$lib/course';
import { Fraction, KernelTooLargeError, sizeOf, type ExactTensor, type Position } from '$lib/engine';
import type { MatrixEditing } from '../editing';
import { readTypedNumber } from '../typed-numbers';
import type { SceneNumbers } from './kind';
import { pasteProblemText } from './paste-problem';

const ZERO = new Fraction(0);

/** Changes the matrices of a scene by name. What cannot be done is said, and the last good state stays. */
export abstract class OperandEditor<Settings, Operand> implements MatrixEditing<Operand> {
  readonly numbers: SceneNumbers<Settings>;

  constructor(numbers: SceneNumbers<Settings>) {
    this.numbers = numbers;
  }

  protected get settings(): Settings {
    return this.numbers.settings;
  }

  protected abstract matrixOf(operand: Operand): ExactTensor;
  /** The settings with another matrix in the place of one. */
  protected abstract changed(operand: Operand, image: ExactTensor): Settings;
  /** Says that the kernel does not fit into the input. */
  protected abstract tooLarge(settings: Settings): string;

  /** Takes new numbers if they describe a computation; answers whether they did. */
  protected take(settings: Settings): boolean {
    try {
      this.numbers.take(settings);
    } catch (error) {
      if (!(error instanceof KernelTooLargeError)) throw error;
      this.numbers.warn(this.tooLarge(settings));
      return false;
    }
    return true;
  }

  async setCell(operand: Operand, at: Position, text: string): Promise<void> {
    const before = this.matrixOf(operand);
    const index = at.row * sizeOf(before).width + at.column;
    const kept = before.data[index] ?? ZERO;
    const value = await readTypedNumber(text, kept, (sentence) => this.numbers.warn(sentence));
    if (value === null) return;
    // An expression is read asynchronously: the learner may have gone on, or changed the matrix, meanwhile.
    const image = this.matrixOf(operand);
    if (!this.numbers.onShow || image.data[index] !== kept) return;
    this.replace(operand, {
      ...image,
      data: image.data.map((old, place) => (place === index ? value : old))
    });
  }

  /** A single number goes into the cell; a matrix replaces the whole operand. */
  paste(operand: Operand, at: Position, text: string): void {
    const reading = readPastedMatrix(text);
    if (!reading.ok) {
      this.numbers.warn(pasteProblemText(reading.problem));
      return;
    }
    if (reading.matrix.data.length === 1) void this.setCell(operand, at, text);
    else this.replace(operand, reading.matrix);
  }

  replace(operand: Operand, image: ExactTensor): boolean {
    return this.take(this.changed(operand, image));
  }

  reset(): void {
    this.take(this.numbers.own);
  }
}
