import { exactText, type Target } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { SlidingTrace, Step } from '$lib/trace';
import { CellMaker, classes, valueText } from './cell-maker';
import type { GridCell } from './Grid.svelte';
import { SlidingView, type InputPlace } from './sliding-view.svelte';

/** Longer weights are named in the kernel; in a cell's corner they would cover the value. */
const CORNER_CHARACTERS = 4;

/** What the grids of one filter show that slides over an input of one or several channels. */
export class WindowView extends SlidingView<Step, SlidingTrace> {
  readonly #kernelMakers: CellMaker[] = [];
  readonly #productMakers: CellMaker[] = [];

  /** Taps in one channel of the filter. */
  readonly #area = $derived.by(() => {
    const { kernel } = this.trace.geometry;
    return kernel.height * kernel.width;
  });
  readonly #planes = $derived.by(() => this.trace.taps / this.#area);

  /**
   * How many summands of the shown sum are to be seen: its products and the bias. On its way in they light up one by
   * one: each product comes after the cell and the weight that it is made of, and the sum after all of them.
   */
  readonly revealed = $derived.by(() => {
    const { done, bias } = this.shown;
    if (!this.moving) return bias ? done + 1 : done;
    const { rise } = this.frame;
    if (this.trace.grain === 'cell') return Math.floor(rise * done);
    return rise < 1 && !bias ? done - 1 : done;
  });
  /** Whether the shown sum is complete, and its total may be seen. */
  readonly summed = $derived(!this.moving);

  /** The term that lights up with all that belongs to it; null for none. */
  readonly activeTerm = $derived.by(() => {
    const { target, held } = this.pointing;
    const { shown, revealed } = this;
    if (target?.kind === 'term') return target.index < revealed ? target.index : null;
    if (target?.kind === 'input') {
      const tap = this.tapAt(target.at);
      if (tap !== null) return (target.at.plane ?? 0) * this.#area + tap;
    }
    if (held?.kind === 'term' && held.index < revealed) return held.index;
    // The bias comes after all products.
    const newest = revealed > 0 && !shown.bias ? revealed - 1 : null;
    if (this.trace.grain === 'product') return shown === this.step ? newest : null;
    return this.moving && this.frame.rise < 1 ? newest : null;
  });

  /** Whether a summand of the shown sum is lit. */
  readonly isLit = (target: Target): boolean => target.kind === 'term' && target.index === this.activeTerm;

  /** What a place of the kernel, or of the products, stands for. */
  termAt(at: { readonly row: number; readonly column: number }, plane = 0): Target {
    const { width } = this.trace.geometry.kernel;
    return { kind: 'term', index: plane * this.#area + at.row * width + at.column };
  }

  /** What stands in the corners of the window over each plane: the weights that its cells meet. */
  readonly cornerPlanes = $derived.by(() => {
    const texts = this.trace.weights.data.map((weight) => {
      const text = exactText(weight);
      return text.length > CORNER_CHARACTERS ? '×…' : `×${text}`;
    });
    return this.#split(texts);
  });
  readonly corners: readonly string[] = $derived(this.cornerPlanes[0] ?? []);

  protected override inputMarks({ plane, tap }: InputPlace): string {
    return classes(tap !== null && plane * this.#area + tap === this.activeTerm && 'lit');
  }

  #split<Item>(items: readonly Item[]): Item[][] {
    return Array.from({ length: this.#planes }, (_, plane) =>
      items.slice(plane * this.#area, (plane + 1) * this.#area)
    );
  }

  /** The weights, channel by channel. */
  readonly kernelPlanes: readonly GridCell[][][] = $derived.by(() => {
    const { kernel } = this.trace.geometry;
    return this.#split(this.trace.weights.data).map((weights, plane) =>
      (this.#kernelMakers[plane] ??= new CellMaker()).make(kernel.height, kernel.width, (_, index) => {
        const weight = weights[index];
        if (weight === undefined) return { text: '', tone: 'weight' };
        const isLit = plane * this.#area + index === this.activeTerm;
        return { ...valueText(weight), tone: classes('weight', isLit && 'lit') };
      })
    );
  });
  readonly kernelCells: GridCell[][] = $derived(this.kernelPlanes[0] ?? []);

  /** The products, channel by channel, as far as they are to be seen. */
  readonly productPlanes: readonly GridCell[][][] = $derived.by(() => {
    const { kernel } = this.trace.geometry;
    const { shown, revealed } = this;
    return Array.from({ length: this.#planes }, (_, plane) =>
      (this.#productMakers[plane] ??= new CellMaker()).make(kernel.height, kernel.width, (_, index) => {
        const number = plane * this.#area + index;
        const term = shown.terms[number];
        if (term === undefined || number >= revealed) {
          return { text: '', label: m.empty_cell(), tone: 'waiting' };
        }
        const isLit = number === this.activeTerm;
        return {
          ...valueText(term.product),
          tone: classes(term.product.n === 0n ? 'nothing' : 'counted', isLit && 'lit')
        };
      })
    );
  });
  readonly productCells: GridCell[][] = $derived(this.productPlanes[0] ?? []);
}
