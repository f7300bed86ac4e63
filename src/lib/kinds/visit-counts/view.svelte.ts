import type { Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import {
  CellMaker,
  classes,
  SlidingView,
  type ClockState,
  type GridCell,
  type InputPlace,
  type Pointing
} from '$lib/stage';
import type { ConvolutionStep, ConvolutionTrace } from '$lib/trace';
import type { VisitRun } from './model';

/** How strong the colour of the most visited pixel is, in per cent: numbers stay readable on it. */
const STRONGEST = 46;

/** The colour of a count, on a scale from 0 to the largest count that a window can give. */
export function heat(visits: number, most: number): string {
  const share = Math.round((STRONGEST * Math.min(visits, most)) / most);
  return `color-mix(in oklab, var(--input) ${share}%, var(--panel))`;
}

const isAt = (place: Position | null, row: number, column: number) =>
  place?.row === row && place.column === column;

/** What the stage shows of a window that visits pixels. */
export class VisitView extends SlidingView<ConvolutionStep, ConvolutionTrace> {
  readonly #run: () => VisitRun;
  readonly #visitMaker = new CellMaker();
  readonly #beforeMaker = new CellMaker();
  readonly #placeMaker = new CellMaker();

  constructor(run: () => VisitRun, clock: ClockState, pointing: Pointing) {
    super(() => run().trace, clock, pointing);
    this.#run = run;
  }

  readonly run = $derived.by(() => this.#run());
  /** The step whose counts are on show: while the window is on its way, those of before. */
  readonly counted = $derived(this.moving ? this.index - 1 : this.shown.index);
  /** The most that a pixel can be visited. */
  readonly most = $derived.by(() => this.trace.taps);

  /** The pixel that is pointed at, counted from 0 without the padding; null for none. */
  readonly #pointedPixel = $derived.by((): Position | null => {
    const { target } = this.pointing;
    if (target?.kind !== 'input') return null;
    const { padding } = this.trace.geometry;
    return { row: target.at.row - padding.top, column: target.at.column - padding.left };
  });

  /** The pixel whose count a question is about; null for none. */
  readonly #askedPixel = $derived.by((): Position | null => {
    const { asked } = this.pointing;
    return asked !== null && asked <= this.run.length ? this.run.leftBehind(asked) : null;
  });

  protected override inputMarks({ row, column }: InputPlace): string {
    const { target } = this.pointing;
    return classes(target?.kind === 'input' && isAt(target.at, row, column) && 'lit');
  }

  #heated(visits: number, tone: string): GridCell {
    return { text: `${visits}`, tone, paint: { background: heat(visits, this.most), ink: 'var(--ink)' } };
  }

  /** How often each pixel has been visited so far; the pixels under the window are outlined. */
  readonly visitCells: GridCell[][] = $derived.by(() => {
    const { input, padding } = this.trace.geometry;
    const visits = this.run.visits(this.counted);
    return this.#visitMaker.make(input.height, input.width, ({ row, column }) => {
      if (isAt(this.#askedPixel, row, column)) return { text: '?', label: m.asked_cell(), tone: 'asked' };
      const under =
        !this.moving && this.tapAt({ row: row + padding.top, column: column + padding.left }) !== null;
      const marks = classes('visits', under && 'under', isAt(this.#pointedPixel, row, column) && 'lit');
      return this.#heated(visits[row]?.[column] ?? 0, marks);
    });
  });

  /** How often each pixel would be visited without padding. */
  readonly beforeCells: GridCell[][] = $derived.by(() => {
    const { input } = this.trace.geometry;
    return this.#beforeMaker.make(input.height, input.width, ({ row, column }) =>
      this.#heated(
        this.run.before[row]?.[column] ?? 0,
        classes('visits', isAt(this.#pointedPixel, row, column) && 'lit')
      )
    );
  });

  /** One output for each place of the window: the number of the place, once the window has been there. */
  readonly placeCells: GridCell[][] = $derived.by(() => {
    const { output } = this.trace.geometry;
    const made = this.moving ? this.index - 1 : this.index;
    return this.#placeMaker.make(output.height, output.width, ({ row, column }, index) => {
      const marks = classes(
        this.fed?.some((place) => isAt(place, row, column)) && 'fed',
        isAt(this.pointing.pinned, row, column) && 'pinned'
      );
      if (index >= made) return { text: '', label: m.empty_cell(), tone: classes('waiting', marks) };
      return { text: `${index + 1}`, tone: classes(index + 1 === made ? 'now' : 'done', marks) };
    });
  });
}
