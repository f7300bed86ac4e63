import type { FlattenRun } from './model';
import { neighboursInRow } from './words';
import { pixelAtPlace, placeOfPixel } from './places';
import type { Position } from '$lib/engine';
import { TimePart, type ClockState, type Pointing } from '$lib/stage';

/** How a pixel stands out: as the marked one, or as its neighbour, beside it or parted from it in the row. */
export interface PixelMark extends Position {
  readonly look: 'marked' | 'near' | 'parted';
}

/** What an image and the row that it becomes show, derived from the run, the time and what is pointed at. */
export class FlattenView {
  readonly #run: () => FlattenRun;
  readonly #clock: ClockState;
  readonly #pointing: Pointing;
  /** The pixel that the learner keeps marked; the middle one until then. */
  #chosen = $state.raw<Position | null>(null);

  constructor(run: () => FlattenRun, clock: ClockState, pointing: Pointing) {
    this.#run = run;
    this.#clock = new TimePart(clock, () => this.run.length);
    this.#pointing = pointing;
  }

  readonly run = $derived.by(() => this.#run());
  /** The step that is shown: the settled one, or the one on its way in. */
  get step(): number {
    return this.#clock.index;
  }
  get moving(): boolean {
    return !this.#clock.settled;
  }
  /** How far that step is on its way in, 0 to 1. */
  readonly progress = $derived.by(() => 1 - (this.#clock.index - this.#clock.time));
  /** How many pixels stand in the row, those on their way among them. */
  readonly placed = $derived.by(() => this.step * this.run.portion);
  readonly total = $derived(this.run.flat.data.length);
  readonly values = $derived(this.run.flat.data.map((value) => value.valueOf()));

  #inside(at: Position | null): Position | null {
    const { height, width } = this.run.size;
    return at && at.row < height && at.column < width ? at : null;
  }

  /** The pixel whose neighbours are shown: the one that is pointed at, or the one that is kept. */
  readonly marked = $derived.by((): Position => {
    const { target } = this.#pointing;
    const { height, width } = this.run.size;
    const middle = { row: Math.floor((height - 1) / 2), column: Math.floor((width - 1) / 2) };
    const pointedAt = target?.kind === 'input' ? this.#inside(target.at) : null;
    return pointedAt ?? this.#inside(this.#chosen) ?? middle;
  });
  readonly place = $derived(placeOfPixel(this.marked, this.run.size));
  /** Whether the marked pixel stands in the row already: before that, its place is what may be asked for. */
  readonly isPlaced = $derived(this.place <= this.placed);

  readonly neighbours = $derived(neighboursInRow(this.marked, this.run.size, this.placed));
  readonly near = $derived(this.neighbours.filter(({ parted }) => !parted).length);

  /** The marks in the image. */
  readonly marks = $derived.by((): PixelMark[] => [
    ...this.neighbours.map(({ row, column, parted }): PixelMark => ({
      row,
      column,
      look: parted ? 'parted' : 'near'
    })),
    { ...this.marked, look: 'marked' }
  ]);

  /** The marks in the row: of those pixels that stand there already. */
  readonly rowMarks = $derived(
    this.marks
      .map((mark): PixelMark => ({
        row: 0,
        column: placeOfPixel(mark, this.run.size) - 1,
        look: mark.look
      }))
      .filter(({ column }) => column < this.placed)
  );

  choose(at: Position): void {
    this.#chosen = at;
  }

  /** Points at a pixel, or at none. */
  hover(at: Position | null): void {
    this.#pointing.hovered = at && { kind: 'input', at };
  }

  focus(at: Position | null): void {
    this.#pointing.focused = at && { kind: 'input', at };
  }

  /** The pixel at a place of the row, counted from 0. */
  pixelAt(index: number): Position {
    return pixelAtPlace(index + 1, this.run.size);
  }
}
