import { CellMaker, valueText, type ClockState, type GridCell, type Pointing } from '$lib/stage';
import { rowsOf } from '$lib/engine';
import { FiltersView, FilterView } from '../shared/filters-view.svelte';
import type { BankRun } from './run';
import { channelsSeen } from './settings';

/** What the grids of one filter of a bank show. */
class BankFilterView extends FilterView<BankRun> {
  protected override isFed(): boolean {
    const { settings } = this.stage.run;
    const firstOf = (filter: number) => channelsSeen(settings, filter).first;
    return super.isFed() && firstOf(this.filter) === firstOf(this.stage.seenFilter);
  }
}

/** What a stage of a filter bank shows, derived from the run, the time and what is pointed at. */
export class BankView extends FiltersView<BankRun, BankFilterView> {
  readonly #makers: CellMaker[] = [];

  /** @param filters how many there are: it never changes */
  constructor(run: () => BankRun, clock: ClockState, pointing: Pointing, filters: number) {
    super(run, clock, pointing, filters, (stage, filter) => new BankFilterView(stage, filter));
  }

  /** The channels that the seen filter looks at. */
  readonly channels = $derived.by(() => channelsSeen(this.run.settings, this.seenFilter));

  /** The number of a channel among those that the seen filter looks at; null where it is none of them. */
  seenPlane(channel: number): number | null {
    const plane = channel - this.channels.first;
    return plane >= 0 && plane < this.channels.count ? plane : null;
  }

  /** The planes of the input: under the seen filter's window, or by themselves. */
  readonly inputPlanes: readonly GridCell[][][] = $derived.by(() => {
    const { input } = this.run.settings;
    return input.map((image, channel) => {
      const plane = this.seenPlane(channel);
      const seen = plane === null ? undefined : this.seen.inputPlanes[plane];
      if (seen) return seen;
      const rows = rowsOf(image);
      return (this.#makers[channel] ??= new CellMaker()).make(rows.length, rows[0]?.length ?? 0, (at) => {
        const value = rows[at.row]?.[at.column];
        return { ...(value ? valueText(value) : { text: '' }), tone: '' };
      });
    });
  });
}
