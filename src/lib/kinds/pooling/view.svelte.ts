import type { MapPlace, Target } from '$lib/describe';
import {
  CellMaker,
  classes,
  SlidingView,
  TimePart,
  type ClockState,
  type GridCell,
  type InputPlace,
  type Pointed,
  type Pointing
} from '$lib/stage';
import type {
  AvgPoolStep,
  AvgPoolTrace,
  MaxPoolStep,
  MaxPoolTrace,
  PoolingStep,
  PoolingTrace
} from '$lib/trace';
import { placeOfStep, type PoolingRun } from './run';

/** The pointing as far as it is about one channel: its own cells, and the terms of its sum while that is seen. */
class ChannelPointing implements Pointed {
  readonly #stage: PoolingView;
  readonly #channel: number;
  /** Whether questions are about the map of this view; where there are two maps, they are about one of them. */
  readonly #isAsked: boolean;

  constructor(stage: PoolingView, channel: number, isAsked: boolean) {
    this.#stage = stage;
    this.#channel = channel;
    this.#isAsked = isAsked;
  }

  #own(target: Target | null): Target | null {
    if (target?.kind === 'output') return (target.at.map ?? 0) === this.#channel ? target : null;
    if (target?.kind === 'input') return (target.at.plane ?? 0) === this.#channel ? target : null;
    return this.isSeen ? target : null;
  }

  get isSeen(): boolean {
    return this.#stage.seenChannel === this.#channel;
  }

  get target(): Target | null {
    return this.#own(this.#stage.pointing.target);
  }

  get held(): Target | null {
    return this.#own(this.#stage.pointing.held);
  }

  get pinned(): MapPlace | null {
    const { pinned } = this.#stage.pointing;
    return pinned && (pinned.map ?? 0) === this.#channel ? pinned : null;
  }

  /** Questions count the cells of all channels in one row. */
  get asked(): number | null {
    const { asked } = this.#stage.pointing;
    return asked === null || !this.#isAsked ? null : asked - this.#channel * this.#stage.run.cells;
  }
}

/** What the grids of one channel show under one kind of pooling. */
class ChannelView<Step extends PoolingStep> extends SlidingView<Step, PoolingTrace<Step>> {
  readonly #pointing: ChannelPointing;
  readonly #mapMaker = new CellMaker();

  constructor(trace: () => PoolingTrace<Step>, clock: ClockState, pointing: ChannelPointing) {
    super(trace, clock, pointing);
    this.#pointing = pointing;
  }

  /** How many cells under the window have been taken up: they light up one by one. */
  readonly revealed = $derived.by(() => {
    const count = this.shown.cells.length;
    return this.moving ? Math.floor(this.frame.rise * count) : count;
  });
  /** Whether the value of the cell may be seen. */
  readonly summed = $derived(!this.moving);

  /** Number of the lit one among the cells under the window; null for none. */
  readonly activeCell = $derived.by(() => {
    const { target, held } = this.#pointing;
    if (target?.kind === 'term') return target.index < this.revealed ? target.index : null;
    if (target?.kind === 'input') {
      const { row, column } = target.at;
      const found = this.shown.cells.findIndex(
        (cell) => cell.paddedRow === row && cell.paddedColumn === column
      );
      return found < 0 ? null : found;
    }
    if (held?.kind === 'term') return held.index;
    return this.moving && this.frame.rise < 1 && this.revealed > 0 ? this.revealed - 1 : null;
  });

  readonly isLit = (target: Target): boolean => target.kind === 'term' && target.index === this.activeCell;

  /** Only the channel that is seen has a window. */
  override tapAt(at: { readonly row: number; readonly column: number }): number | null {
    return this.#pointing.isSeen ? super.tapAt(at) : null;
  }

  /** Whether a cell of the padded input is the lit one. */
  protected isActive({ row, column, tap }: InputPlace): boolean {
    const cell = this.activeCell === null ? undefined : this.shown.cells[this.activeCell];
    return tap !== null && cell?.paddedRow === row && cell.paddedColumn === column;
  }

  protected override inputMarks(place: InputPlace): string {
    return this.isActive(place) ? 'lit' : '';
  }

  /** The map; the newest cell stands out only in the channel that is being pooled. */
  readonly mapCells: GridCell[][] = $derived.by(() => {
    const cells = this.outputCells;
    if (this.#pointing.isSeen) return cells;
    const { height, width } = this.trace.geometry.output;
    return this.#mapMaker.make(height, width, ({ row, column }) => {
      const cell = cells[row]?.[column] ?? { text: '', tone: '' };
      return { ...cell, tone: cell.tone.replace(/^now\b/, 'done') };
    });
  });
}

const placeKey = (row: number, column: number) => `${row},${column}`;

/** Maximum pooling: which cells have won. */
class MaxView extends ChannelView<MaxPoolStep> {
  /** Whether the winner of the shown window may be seen: when all its cells have been looked at. */
  readonly decided = $derived.by(() => !this.moving || this.frame.rise >= 1);

  readonly #winner = $derived.by(() => {
    const { cells, winner } = this.shown;
    const cell = winner === null || !this.decided ? undefined : cells[winner];
    return cell ? placeKey(cell.paddedRow, cell.paddedColumn) : null;
  });

  /** The winners of all finished windows. */
  readonly #won = $derived.by(() => {
    const finished = this.step.finished - (this.summed || this.visited ? 0 : 1);
    const places = Array.from({ length: Math.max(0, finished) }, (_, index) => {
      const { cells, winner } = this.trace.step(index + 1);
      const cell = cells[winner ?? -1];
      return cell ? placeKey(cell.paddedRow, cell.paddedColumn) : '';
    });
    return new Set(places);
  });

  protected override inputMarks(place: InputPlace): string {
    const key = placeKey(place.row, place.column);
    const isWinner = key === this.#winner && place.tap !== null;
    return classes(super.inputMarks(place), isWinner && 'winner', !isWinner && this.#won.has(key) && 'won');
  }
}

/** The views of one channel; null for the pooling that is not shown. */
export interface ChannelViews {
  readonly max: MaxView | null;
  readonly average: ChannelView<AvgPoolStep> | null;
  /** The one that the input is drawn with. */
  readonly first: MaxView | ChannelView<AvgPoolStep>;
}

/** What the stage shows of a pooling: the channels one after the other. */
export class PoolingView {
  readonly #run: () => PoolingRun;
  readonly #clock: ClockState;
  readonly pointing: Pointing;
  readonly channels: readonly ChannelViews[];

  constructor(run: () => PoolingRun, clock: ClockState, pointing: Pointing) {
    this.#run = run;
    this.#clock = clock;
    this.pointing = pointing;
    this.channels = run().channels.map((traces, channel) => this.#viewsOf(channel, traces));
  }

  readonly run = $derived.by(() => this.#run());

  /** The channel that is being pooled, or that is pointed at, or pinned. */
  readonly seenChannel = $derived.by(() => {
    const { target, pinned } = this.pointing;
    const index = Math.min(this.#clock.index, this.run.length);
    const active = placeOfStep(this.run, index).channel;
    const pointed = target?.kind === 'output' ? target.at : pinned;
    if (pointed === null) return active;
    const channel = pointed.map ?? 0;
    const { width } = this.run.geometry.output;
    const number = channel * this.run.cells + pointed.row * width + pointed.column + 1;
    return number <= index ? channel : active;
  });
  readonly seen = $derived.by(() => this.channels[this.seenChannel] as ChannelViews);

  /** How many outputs the input cell under the pointer feeds, in whatever channel it is. */
  readonly fed = $derived.by(
    () => this.channels.map(({ first }) => first.fed).find((fed) => fed !== null) ?? null
  );

  #viewsOf(channel: number, { max, average }: PoolingRun['channels'][number]): ChannelViews {
    const part = new TimePart(
      this.#clock,
      () => this.run.cells,
      () => channel * this.run.cells
    );
    const traces = () => this.run.channels[channel] as PoolingRun['channels'][number];
    const averageView =
      average &&
      new ChannelView<AvgPoolStep>(
        () => traces().average as AvgPoolTrace,
        part,
        new ChannelPointing(this, channel, true)
      );
    if (!max) return { max: null, average: averageView, first: averageView as ChannelView<AvgPoolStep> };
    const maxPointing = new ChannelPointing(this, channel, averageView === null);
    const maxView = new MaxView(() => traces().max as MaxPoolTrace, part, maxPointing);
    return { max: maxView, average: averageView, first: maxView };
  }
}
