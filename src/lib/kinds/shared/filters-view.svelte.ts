import type { MapPlace, Target } from '$lib/describe';
import type { Position } from '$lib/engine';
import {
  classes,
  CellMaker,
  TimePart,
  valueText,
  WindowView,
  type ClockState,
  type GridCell,
  type Pointed,
  type Pointing
} from '$lib/stage';
import type { SlidingTrace } from '$lib/trace';
import type { FiltersRun } from './filters-run';

export const isAt = (place: Position | null, row: number, column: number): boolean =>
  place?.row === row && place.column === column;

/** The pointing as far as it is about one filter: its own cells, and all that is pointed at while it is seen. */
class FilterPointing implements Pointed {
  readonly #stage: FiltersView;
  readonly #filter: number;

  constructor(stage: FiltersView, filter: number) {
    this.#stage = stage;
    this.#filter = filter;
  }

  get target(): Target | null {
    const { target } = this.#stage.pointing;
    if (target?.kind === 'output') return target.at.map === this.#filter ? target : null;
    return this.#isSeen ? target : null;
  }

  get pinned(): MapPlace | null {
    const { pinned } = this.#stage.pointing;
    return pinned?.map === this.#filter ? pinned : null;
  }

  /** Questions count the cells of all maps in one row. */
  get asked(): number | null {
    const { asked } = this.#stage.pointing;
    const { height, width } = this.#stage.run.trace.geometry.output;
    return asked === null ? null : asked - this.#filter * height * width;
  }

  get held(): Target | null {
    return this.#isSeen ? this.#stage.pointing.held : null;
  }

  get #isSeen(): boolean {
    return this.#stage.seenFilter === this.#filter;
  }
}

/** What the grids of one filter show. */
export class FilterView<Run extends FiltersRun = FiltersRun> {
  protected readonly stage: FiltersView<Run>;
  readonly filter: number;
  readonly window: WindowView;
  readonly #biasMaker = new CellMaker();

  constructor(stage: FiltersView<Run>, filter: number) {
    this.stage = stage;
    this.filter = filter;
    this.window = new WindowView(
      () => stage.run.parts[filter] as SlidingTrace,
      stage.partOf(filter),
      new FilterPointing(stage, filter)
    );
  }

  readonly #isLit = $derived.by(() => this.stage.litFilter === this.filter);

  /** The bias, alone in its grid. */
  readonly biasCells = $derived.by((): GridCell[][] => {
    const bias = this.stage.run.biases[this.filter];
    return this.#biasMaker.make(1, 1, () => ({
      ...(bias ? valueText(bias) : { text: '' }),
      tone: classes('constant', this.#isLit && 'lit')
    }));
  });

  /** Whether what is pointed at in the seen filter's input feeds this filter's map, too. */
  protected isFed(): boolean {
    return this.stage.seenFilter !== this.filter;
  }

  /** The map: as its own window has it, and what the stage as a whole adds. */
  readonly mapCells = $derived.by((): GridCell[][] => {
    const cells = this.window.outputCells;
    const isOver = this.stage.activeFilter !== this.filter;
    const fed = this.isFed() ? this.stage.seen.fed : null;
    if (!isOver && !this.#isLit && !fed) return cells;
    return cells.map((row, rowIndex) =>
      row.map((cell, column) => ({
        ...cell,
        tone: classes(
          // Only the map that is being filled has a newest cell.
          isOver ? cell.tone.replace(/\bnow\b/, 'done') : cell.tone,
          this.#isLit && 'lit',
          fed?.some((at) => isAt(at, rowIndex, column)) && 'fed'
        )
      }))
    );
  });
}

/** What a stage of several filters shows, derived from the run, the time and what is pointed at. */
export class FiltersView<
  Run extends FiltersRun = FiltersRun,
  View extends FilterView<Run> = FilterView<Run>
> {
  readonly #run: () => Run;
  readonly #clock: ClockState;
  readonly pointing: Pointing;
  readonly filters: readonly View[];

  /**
   * @param filters how many there are: it never changes
   * @param viewOf makes what the grids of one filter show
   */
  constructor(
    run: () => Run,
    clock: ClockState,
    pointing: Pointing,
    filters: number,
    viewOf: (stage: FiltersView<Run>, filter: number) => View
  ) {
    this.#run = run;
    this.#clock = clock;
    this.pointing = pointing;
    const stage = this as unknown as FiltersView<Run>;
    this.filters = Array.from({ length: filters }, (_, filter) => viewOf(stage, filter));
  }

  readonly run = $derived.by(() => this.#run());
  readonly step = $derived.by(() => this.run.trace.step(Math.min(this.#clock.index, this.run.length)));
  /** The filter whose map is being filled. */
  readonly activeFilter = $derived(this.step.filter ?? 0);

  /** The time in the part of one filter: before its turn 0, after it its last step. */
  partOf(filter: number): ClockState {
    const length = () => this.run.length / this.filters.length;
    return new TimePart(this.#clock, length, () => filter * length());
  }

  #isFinished({ map = 0, row, column }: MapPlace): boolean {
    const { height, width } = this.run.trace.geometry.output;
    const inside = row < height && column < width;
    return inside && (map * height + row) * width + column < this.step.finished;
  }

  /** The filter whose window and sum are on show: that of a finished cell that is pointed at or pinned, or the active one. */
  readonly seenFilter = $derived.by(() => {
    const { target, pinned } = this.pointing;
    const places = [target?.kind === 'output' ? target.at : null, pinned];
    return places.find((place) => place && this.#isFinished(place))?.map ?? this.activeFilter;
  });
  readonly seen = $derived.by(() => (this.filters[this.seenFilter] as View).window);

  /** The filter whose bias is pointed at or held: the whole map that it goes into lights up. */
  readonly litFilter = $derived.by(() => {
    const { target, held } = this.pointing;
    if (target?.kind === 'bias') return target.filter;
    return held?.kind === 'bias' ? held.filter : null;
  });

  /** Whether a summand of the shown sum is lit. */
  readonly isLit = (target: Target): boolean =>
    target.kind === 'bias' ? target.filter === this.litFilter : this.seen.isLit(target);

  /** The window of a cell that is pointed at and not computed yet. */
  readonly ghost = $derived.by((): Position | null => {
    const { target } = this.pointing;
    if (target?.kind !== 'output') return null;
    return this.filters[target.at.map ?? 0]?.window.ghost ?? null;
  });
}
