import type { BiasRun } from './run';
import * as m from '$lib/paraglide/messages';
import { CellMaker, classes, valueText, type ClockState, type GridCell, type Pointing } from '$lib/stage';
import { FiltersView, FilterView, isAt } from '../shared/filters-view.svelte';

/** What the grids of one filter show. */
class BiasFilterView extends FilterView<BiasRun> {
  readonly #activatedMaker = new CellMaker();

  /** What the activation makes of the map. */
  readonly activatedCells = $derived.by((): GridCell[][] => {
    const { trace, step, moving } = this.window;
    const { output } = trace.geometry;
    const known = step.finished > 0 ? trace.output().data.slice(0, step.finished) : [];
    const activated = known.length > 0 ? this.stage.run.activated(this.filter)?.data : undefined;
    const { pinned } = this.window.pointing;
    return this.#activatedMaker.make(output.height, output.width, ({ row, column }, index) => {
      const [before, after] = [known[index], activated?.[index]];
      const isPinned = isAt(pinned, row, column) && 'pinned';
      const isCurrent = this.stage.activeFilter === this.filter && isAt(step.cell, row, column);
      if (!before || !after || (isCurrent && moving))
        return { text: '', label: m.empty_cell(), tone: classes('waiting', isPinned) };
      const state = before.compare(0) < 0 ? 'cut' : isCurrent ? 'now' : 'done';
      return { ...valueText(after), tone: classes(state, isPinned) };
    });
  });
}

/** What a stage of filters with bias shows, derived from the run, the time and what is pointed at. */
export class BiasView extends FiltersView<BiasRun, BiasFilterView> {
  /** @param filters how many there are: it never changes */
  constructor(run: () => BiasRun, clock: ClockState, pointing: Pointing, filters: number) {
    super(run, clock, pointing, filters, (stage, filter) => new BiasFilterView(stage, filter));
  }
}
