import { outputsFedBy, type Position } from '$lib/engine';
import { exactText } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import { frame, type SlidingTrace, type Step } from '$lib/trace';
import { CellMaker, classes, valueText } from './cell-maker';
import { glide } from './glide';
import type { Pointing } from './pointing.svelte';

/** Longer weights are named in the kernel; in a cell's corner they would cover the value. */
const CORNER_CHARACTERS = 4;

function samePlace(left: Position | null, right: Position | null): boolean {
  return left !== null && right !== null && left.row === right.row && left.column === right.column;
}

/** What of the pointing a window depends on. */
export type Pointed = Pick<Pointing, 'target' | 'pinned' | 'held' | 'asked'>;

/** What the grids of one sliding window show, derived from the trace, the time and what is pointed at. */
export class WindowView {
  readonly #trace: () => SlidingTrace;
  readonly #time: () => number;
  readonly pointing: Pointed;
  readonly #inputMaker = new CellMaker();
  readonly #kernelMaker = new CellMaker();
  readonly #productMaker = new CellMaker();
  readonly #outputMaker = new CellMaker();

  constructor(trace: () => SlidingTrace, time: () => number, pointing: Pointed) {
    this.#trace = trace;
    this.#time = time;
    this.pointing = pointing;
  }

  readonly trace = $derived.by(() => this.#trace());
  /** A trace that was just replaced may be shorter than the time. */
  readonly time = $derived.by(() => Math.min(this.#time(), this.trace.length));
  /** Changes once a step, not once a frame: the grids hang on it. */
  readonly index = $derived(Math.ceil(this.time));
  readonly step = $derived(this.trace.step(this.index));
  readonly frame = $derived(frame(this.trace, this.time));

  /** The finished step of an output cell; null as long as its value is not known. */
  #finishedStep(at: Position): Step | null {
    const { geometry } = this.trace;
    if (at.row >= geometry.output.height || at.column >= geometry.output.width) return null;
    const cellIndex = at.row * geometry.output.width + at.column;
    if (cellIndex >= this.step.finished) return null;
    return this.trace.step(this.trace.stepAfter(cellIndex + 1));
  }

  /** An output cell is pointed at, or pinned, and already has its value: its sum is shown instead. */
  readonly visited = $derived.by(() => {
    const { pinned, target } = this.pointing;
    if (target?.kind === 'output') return this.#finishedStep(target.at) ?? this.#pinnedStep(pinned);
    return this.#pinnedStep(pinned);
  });

  #pinnedStep(pinned: Position | null): Step | null {
    return pinned && this.#finishedStep(pinned);
  }

  /** The step whose window, products and equation are on show. */
  readonly shown = $derived(this.visited ?? this.step);
  /** Whether what is shown is the step on its way in. */
  readonly moving = $derived(!this.frame.settled && this.shown === this.step);
  /** Whether its products have not arrived yet. */
  readonly rising = $derived(this.moving && this.frame.rise < 1);

  /** The term that lights up with all that belongs to it; null for none. */
  readonly activeTerm = $derived.by(() => {
    const { target, held } = this.pointing;
    const { shown } = this;
    if (target?.kind === 'term') return target.index < shown.done ? target.index : null;
    if (target?.kind === 'input') {
      const index = shown.terms.findIndex(
        (term) => term.paddedRow === target.at.row && term.paddedColumn === target.at.column
      );
      if (index >= 0) return index;
    }
    if (held !== null && held < shown.done) return held;
    const growing = this.trace.grain === 'product' && shown === this.step;
    // The bias comes after all products.
    return growing && shown.done > 0 && !shown.bias ? shown.done - 1 : null;
  });

  /** The outputs that the input cell under the pointer feeds; null when none is pointed at. */
  readonly fed = $derived.by(() => {
    const { target } = this.pointing;
    if (target?.kind !== 'input') return null;
    return outputsFedBy(this.trace.geometry, target.at);
  });
  readonly #fedKeys = $derived(this.fed?.map(({ row, column }) => `${row},${column}`) ?? []);

  /** Where the window is drawn, in cells of the padded input; null at step 0. */
  readonly window = $derived.by((): Position | null => {
    const { from, to, slide } = this.frame;
    if (this.shown !== this.step || from === null || to === null) return this.shown.window;
    return { row: glide(from.row, to.row, slide), column: glide(from.column, to.column, slide) };
  });

  /** The window of an output cell that is pointed at and not computed yet. */
  readonly ghost = $derived.by((): Position | null => {
    const { target } = this.pointing;
    if (target?.kind !== 'output' || this.#finishedStep(target.at)) return null;
    const { output, stride } = this.trace.geometry;
    if (target.at.row >= output.height || target.at.column >= output.width) return null;
    return { row: target.at.row * stride.height, column: target.at.column * stride.width };
  });

  /** What stands in the corners of the window: the weights that its cells meet. */
  readonly corners = $derived(
    this.trace.weights.data.map((weight) => {
      const text = exactText(weight);
      return text.length > CORNER_CHARACTERS ? '×…' : `×${text}`;
    })
  );

  /** The padded input. */
  readonly inputCells = $derived.by(() => {
    const { geometry, input } = this.trace;
    const { padded, padding, input: size, kernel } = geometry;
    const { shown } = this;
    return this.#inputMaker.make(padded.height, padded.width, (at) => {
      const row = at.row - padding.top;
      const column = at.column - padding.left;
      const isPadding = row < 0 || column < 0 || row >= size.height || column >= size.width;
      const value = isPadding ? undefined : input.data[row * size.width + column];
      const kernelRow = at.row - (shown.window?.row ?? Number.NaN);
      const kernelColumn = at.column - (shown.window?.column ?? Number.NaN);
      const inWindow =
        kernelRow >= 0 && kernelColumn >= 0 && kernelRow < kernel.height && kernelColumn < kernel.width;
      const index = inWindow ? kernelRow * kernel.width + kernelColumn : -1;
      return {
        ...(value === undefined ? { text: '0' } : valueText(value)),
        tone: classes(
          isPadding && 'padding',
          inWindow && 'met',
          index >= 0 && index === this.activeTerm && 'lit'
        )
      };
    });
  });

  readonly kernelCells = $derived.by(() => {
    const { kernel } = this.trace.geometry;
    return this.#kernelMaker.make(kernel.height, kernel.width, (_, index) => {
      const weight = this.trace.weights.data[index];
      if (weight === undefined) return { text: '', tone: 'weight' };
      return {
        ...valueText(weight),
        tone: classes('weight', index === this.activeTerm && 'lit')
      };
    });
  });

  readonly productCells = $derived.by(() => {
    const { kernel } = this.trace.geometry;
    const { shown, rising } = this;
    const newest = this.trace.grain === 'cell' ? null : shown.bias ? -1 : shown.done - 1;
    return this.#productMaker.make(kernel.height, kernel.width, (_, index) => {
      const term = shown.terms[index];
      if (term === undefined || index >= shown.done) {
        return { text: '', label: m.empty_cell(), tone: 'waiting' };
      }
      return {
        ...valueText(term.product),
        tone: classes(
          term.product.n === 0n ? 'nothing' : 'counted',
          index === this.activeTerm && 'lit',
          rising && (newest === null || newest === index) && 'rising'
        )
      };
    });
  });

  readonly outputCells = $derived.by(() => {
    const { output } = this.trace.geometry;
    const { step, moving } = this;
    // At step 0, where every page begins, there is nothing to compute yet.
    const values = step.finished > 0 ? this.trace.output().data : [];
    return this.#outputMaker.make(output.height, output.width, (at, index) => {
      const isCurrent = samePlace(step.cell, at);
      const known = index < step.finished;
      const marks = classes(
        this.#fedKeys.includes(`${at.row},${at.column}`) && 'fed',
        samePlace(this.pointing.pinned, at) && 'pinned'
      );
      const value = known ? values[index] : isCurrent ? step.total : undefined;
      if (value === undefined) {
        const isAsked = index + 1 === this.pointing.asked;
        return isAsked
          ? { text: '?', label: m.asked_cell(), tone: classes('asked', marks) }
          : { text: '', label: m.empty_cell(), tone: classes('waiting', marks) };
      }
      const state = !isCurrent ? 'done' : known ? 'now' : 'counted';
      return {
        ...valueText(value),
        tone: classes(state, marks, isCurrent && moving && 'falling')
      };
    });
  });
}
