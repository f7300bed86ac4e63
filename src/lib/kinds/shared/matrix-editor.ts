import * as m from '$lib/paraglide/messages';
import { Fraction, sizeOf, type ExactTensor, type Position } from '$lib/engine';
import type { MatrixEditing } from '$lib/stage';
import { readTypedNumber } from '$lib/describe';
import type { SceneNumbers } from './kind';

const ZERO = new Fraction(0);

/** Changes the matrices of a scene by name. What cannot be done is said, and the last good state stays. */
export abstract class MatrixEditor<Settings, Operand> implements MatrixEditing<Operand> {
  readonly numbers: SceneNumbers<Settings>;

  constructor(numbers: SceneNumbers<Settings>) {
    this.numbers = numbers;
  }

  protected get settings(): Settings {
    return this.numbers.settings;
  }

  protected readonly warn = (sentence: string) => this.numbers.warn(sentence);

  protected abstract matrixOf(operand: Operand): ExactTensor;
  /** The settings with another matrix in the place of one. */
  protected abstract changed(operand: Operand, image: ExactTensor): Settings;

  /**
   * Why a matrix cannot take the place of one.
   *
   * @param kept the value that stays, when only one cell was to be changed
   * @returns a sentence, or null when it can
   */
  protected refusal?(operand: Operand, image: ExactTensor, kept?: Fraction): string | null;

  /**
   * Takes several planes that were pasted, (channels, height, width), where the operand has channels; what cannot be
   * done is said. Answers false where the operand knows no planes.
   */
  protected takePlanes?(operand: Operand, planes: readonly ExactTensor[]): boolean;

  /** Takes new numbers if they describe a computation; answers whether they did. */
  protected take(settings: Settings): boolean {
    this.numbers.take(settings);
    return true;
  }

  async setCell(operand: Operand, at: Position, text: string): Promise<void> {
    const before = this.matrixOf(operand);
    const index = at.row * sizeOf(before).width + at.column;
    const kept = before.data[index] ?? ZERO;
    const value = await readTypedNumber(text, kept, this.warn);
    if (value === null) return;
    // An expression is read asynchronously: the learner may have gone on, or changed the matrix, meanwhile.
    const image = this.matrixOf(operand);
    if (!this.numbers.onShow || image.data[index] !== kept) return;
    const data = image.data.map((old, place) => (place === index ? value : old));
    this.replace(operand, { ...image, data }, kept);
  }

  /** A single number goes into the cell; a matrix replaces the whole operand. */
  async paste(operand: Operand, at: Position, text: string): Promise<void> {
    const pasting = await import('./pasting').catch(() => null);
    if (!this.numbers.onShow) return;
    if (pasting === null) return this.warn(m.part_missing());
    const planes = pasting.readPastedPlanes(text);
    if (planes.ok && planes.planes.length > 1 && this.takePlanes?.(operand, planes.planes)) return;
    const reading = pasting.readPastedMatrix(text);
    if (!reading.ok) this.warn(pasting.pasteProblemText(reading.problem));
    else if (reading.matrix.data.length === 1) {
      await this.setCell(operand, at, reading.matrix.data[0]?.toFraction() ?? '');
    } else this.replace(operand, reading.matrix);
  }

  /** Puts a matrix in the place of one; answers whether that could be. */
  replace(operand: Operand, image: ExactTensor, kept?: Fraction): boolean {
    const sentence = this.refusal?.(operand, image, kept) ?? null;
    if (sentence === null) return this.take(this.changed(operand, image));
    this.warn(sentence);
    return false;
  }

  reset(): void {
    this.take(this.numbers.own);
  }
}
