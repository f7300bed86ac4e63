import type { Position } from '$lib/engine';
import { classes, WindowView, type ClockState, type InputPlace, type Pointed } from '$lib/stage';
import type { StridedRun } from './run';

/** Where the window could stand, going one cell at a time; whether it stood there, or jumped over it. */
export interface TrailMark extends Position {
  readonly taken: boolean;
}

/** What the stage of a window with a stride shows: besides the window, the places that it has jumped over. */
export class StridedView extends WindowView {
  readonly #run: () => StridedRun;
  readonly #open: () => boolean;

  /** @param open whether what is left over may be told before the window has been everywhere */
  constructor(run: () => StridedRun, clock: ClockState, pointing: Pointed, open: () => boolean) {
    super(() => run().traces[0], clock, pointing);
    this.#run = run;
    this.#open = open;
  }

  /** The window has come to the place of the step, which it slides to first. */
  readonly #arrived = $derived.by(() => this.frame.slide === 1);
  readonly #done = $derived.by(() => this.index === this.trace.length && this.frame.settled);
  /** Whether what is left over is known. */
  readonly endKnown = $derived.by(() => this.#done || (this.#open() && this.pointing.asked === null));

  /** The last place in the trail; null before the first. */
  readonly #last = $derived.by(() => this.trace.windowAt(this.#arrived ? this.index : this.index - 1));

  /** All places so far, in reading order; after the last step those behind it, too. */
  readonly trail = $derived.by((): readonly TrailMark[] => {
    const last = this.#last;
    if (last === null) return [];
    const { input, kernel, stride, output } = this.trace.geometry;
    const across = input.width - kernel.width + 1;
    const end = this.#done
      ? across * (input.height - kernel.height + 1)
      : last.row * across + last.column + 1;
    const isStop = (at: number, step: number, stops: number) => at % step === 0 && at / step < stops;
    return Array.from({ length: end }, (_, place) => {
      const [row, column] = [Math.floor(place / across), place % across];
      const taken = isStop(row, stride.height, output.height) && isStop(column, stride.width, output.width);
      return { row, column, taken };
    });
  });

  /** The places that the jump to the shown window went over: to the right, or down where a row begins. */
  readonly jumped = $derived.by((): readonly Position[] => {
    const { cell, window } = this.shown;
    if (cell === null || window === null || !this.#arrived) return [];
    const { stride } = this.trace.geometry;
    if (cell.column > 0) {
      return Array.from({ length: stride.width - 1 }, (_, back) => ({
        row: window.row,
        column: window.column - 1 - back
      }));
    }
    if (cell.row === 0) return [];
    return Array.from({ length: stride.height - 1 }, (_, back) => ({
      row: window.row - 1 - back,
      column: window.column
    }));
  });

  protected override inputMarks(place: InputPlace): string {
    const { rows, columns } = this.#run().unseen;
    const isUnseen = this.endKnown && (rows.includes(place.row) || columns.includes(place.column));
    return classes(super.inputMarks(place), isUnseen && 'unseen');
  }
}
