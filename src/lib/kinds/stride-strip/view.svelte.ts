import { exactText } from '$lib/describe';
import { rowsOf, type ExactTensor, type Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import {
  CellMaker,
  classes,
  TimePart,
  valueText,
  type ClockState,
  type GridCell,
  type Pointing
} from '$lib/stage';
import { momentOf, type StripMoment, type StripPart, type StripRun, type StripSettings } from './model';

/** What the strip of several strides shows, derived from the run, the time and what is pointed at. */
export class StripView {
  readonly #settings: () => StripSettings;
  readonly #run: () => StripRun;
  readonly #clock: ClockState;
  readonly #pointing: Pick<Pointing, 'target'>;
  readonly #inputMaker = new CellMaker();
  readonly #kernelMaker = new CellMaker();
  readonly #mapMakers: CellMaker[] = [];

  constructor(
    settings: () => StripSettings,
    run: () => StripRun,
    clock: ClockState,
    pointing: Pick<Pointing, 'target'>
  ) {
    this.#settings = settings;
    this.#run = run;
    this.#clock = new TimePart(clock, () => this.#run().length);
    this.#pointing = pointing;
  }

  readonly #parts = $derived.by(() => this.#run().parts);
  /** Null at step 0. */
  readonly #moment = $derived.by((): StripMoment | null =>
    this.#clock.index === 0 ? null : momentOf(this.#clock.index)
  );
  readonly #part = $derived.by(
    (): StripPart | null => (this.#moment && this.#parts[this.#moment.part]) ?? null
  );

  /** The step that is over, and whose numbers may be told: while a map comes, none. */
  readonly told = $derived.by(() => {
    const { settled, index } = this.#clock;
    if (settled) return index;
    return this.#moment?.leftover ? index - 1 : 0;
  });

  /** How many cells the map of a stride has so far: while its step is on its way in, one after the other. */
  readonly #made = $derived.by(() =>
    this.#parts.map(({ output }, part) => {
      const step = 2 * part + 1;
      const { index } = this.#clock;
      if (index !== step) return index > step ? output.data.length : 0;
      return Math.floor((1 - (step - this.#clock.time)) * output.data.length);
    })
  );

  /** The place of a map's cell among all places; null where the cell is at none of its stride's. */
  #placeOf(part: number, { row, column }: Position): Position | null {
    const { stride, geometry } = this.#parts[part] as StripPart;
    const factor = this.#settings().drawn === 'maps' ? stride : 1;
    const place = { row: row * factor, column: column * factor };
    const isStop = (at: number, stops: number) => at % stride === 0 && at / stride < stops;
    const { height, width } = geometry.output;
    return isStop(place.row, height) && isStop(place.column, width) ? place : null;
  }

  /** The place that is pointed at, as a cell of a map that is there. */
  readonly #pointed = $derived.by((): Position | null => {
    const { target } = this.#pointing;
    if (target?.kind !== 'output') return null;
    const { map = 0, ...at } = target.at;
    const place = this.#parts[map] && this.#placeOf(map, at);
    return place && this.#isMade(map, place) ? place : null;
  });

  #isMade(part: number, { row, column }: Position): boolean {
    const { stride, geometry } = this.#parts[part] as StripPart;
    return (row / stride) * geometry.output.width + column / stride < (this.#made[part] ?? 0);
  }

  /** Where the window lies: at what is pointed at, or at the newest place. Null before the first. */
  readonly window = $derived.by((): Position | null => {
    if (this.#pointed) return this.#pointed;
    if (!this.#moment || !this.#part) return null;
    const newest = (this.#made[this.#moment.part] ?? 0) - 1;
    if (newest < 0) return null;
    const { stride, geometry } = this.#part;
    const { width } = geometry.output;
    return { row: Math.floor(newest / width) * stride, column: (newest % width) * stride };
  });

  readonly kernel = $derived.by(() => this.#parts[0]?.geometry.kernel ?? { height: 0, width: 0 });
  readonly corners = $derived.by(() => this.#settings().kernel.data.map((weight) => `×${exactText(weight)}`));

  /** Whether what is left over is told: with the second step of a stride, when it has come. */
  readonly #leftover = $derived.by(() => (this.#moment?.leftover && this.#clock.settled ? this.#part : null));

  readonly inputCells: GridCell[][] = $derived.by(() => {
    const { window, kernel } = this;
    const unseen = this.#leftover?.unseen;
    return this.#plain(this.#inputMaker, this.#settings().input, ({ row, column }) => {
      const under = (at: number, from: number, length: number) => at >= from && at < from + length;
      const isMet =
        window !== null &&
        under(row, window.row, kernel.height) &&
        under(column, window.column, kernel.width);
      const isUnseen = unseen && (unseen.rows.includes(row) || unseen.columns.includes(column));
      return classes(isMet && 'met', isUnseen && 'unseen');
    });
  });
  readonly kernelCells: GridCell[][] = $derived.by(() =>
    this.#plain(this.#kernelMaker, this.#settings().kernel, () => 'weight')
  );

  #plain(maker: CellMaker, image: ExactTensor, tone: (at: Position) => string): GridCell[][] {
    const values = rowsOf(image);
    return maker.make(values.length, values[0]?.length ?? 0, (at) => {
      const value = values[at.row]?.[at.column];
      return { ...(value ? valueText(value) : { text: '' }), tone: tone(at) };
    });
  }

  /** Whose cells are drawn: all maps side by side, or the places of the stride on show. */
  readonly drawnParts = $derived.by((): readonly number[] =>
    this.#settings().drawn === 'maps' ? this.#parts.map((_, part) => part) : [this.#moment?.part ?? 0]
  );

  /** The grids of the strip, one for each of the drawn parts. */
  readonly maps: readonly GridCell[][][] = $derived.by(() =>
    this.drawnParts.map((part, grid) => {
      const { height, width } = (this.#parts[grid] as StripPart).geometry.output;
      const maker = (this.#mapMakers[grid] ??= new CellMaker());
      return maker.make(height, width, (at) => this.#mapCell(part, at));
    })
  );

  #mapCell(index: number, at: Position): GridCell {
    const part = this.#parts[index] as StripPart;
    const begun = (this.#made[index] ?? 0) > 0;
    const place = this.#placeOf(index, at);
    const isLit = place !== null && this.#isPointedAt(place) && 'fed';
    if (place === null && begun) return { text: '○', label: m.strip_skipped(), tone: 'skipped' };
    if (place === null || !this.#isMade(index, place)) {
      return { text: '', label: m.empty_cell(), tone: 'waiting' };
    }
    const { stride, geometry, output } = part;
    const value = output.data[(place.row / stride) * geometry.output.width + place.column / stride];
    // The map of stride 1 shows which of its cells the stride on show has as well.
    const survives = index === 0 && this.#survives(place) && 'survives';
    return { ...(value ? valueText(value) : { text: '' }), tone: classes('done', survives, isLit) };
  }

  #isPointedAt(place: Position): boolean {
    const pointed = this.#pointed;
    return pointed !== null && pointed.row === place.row && pointed.column === place.column;
  }

  #survives(place: Position): boolean {
    const part = this.#moment?.part ?? 0;
    if (part === 0) return false;
    const { stride } = this.#parts[part] as StripPart;
    return place.row % stride === 0 && place.column % stride === 0 && this.#isMade(part, place);
  }
}
