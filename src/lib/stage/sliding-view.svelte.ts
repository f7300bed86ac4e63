import { outputsFedBy, type Position } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { frame, type WindowedStep, type WindowedTrace } from '$lib/trace';
import { CellMaker, classes, valueText } from './cell-maker';
import { TimePart, type ClockState } from './clock-state.svelte';
import { glide } from './glide';
import type { GridCell } from './Grid.svelte';
import type { Pointing } from './pointing.svelte';

/** What of the pointing a window depends on. */
export type Pointed = Pick<Pointing, 'target' | 'pinned' | 'held' | 'asked'>;

/** A cell of the padded input, and where under the window it lies. */
export interface InputPlace extends Position {
  readonly plane: number;
  readonly isPadding: boolean;
  /** Number of the tap that lies on it, within its plane; null where none does. */
  readonly tap: number | null;
}

function samePlace(left: Position | null, right: Position | null): boolean {
  return left !== null && right !== null && left.row === right.row && left.column === right.column;
}

/**
 * What the stage shows of a window that slides, whatever is computed under it: derived from a trace, the time and what
 * is pointed at. A kind that computes something under the window extends it by the grids of its own.
 */
export class SlidingView<
  Step extends WindowedStep = WindowedStep,
  Trace extends WindowedTrace<Step> = WindowedTrace<Step>
> {
  readonly #trace: () => Trace;
  readonly #clock: ClockState;
  readonly pointing: Pointed;
  readonly #inputMakers: CellMaker[] = [];
  readonly #outputMaker = new CellMaker();

  constructor(trace: () => Trace, clock: ClockState, pointing: Pointed) {
    this.#trace = trace;
    this.#clock = new TimePart(clock, () => this.trace.length);
    this.pointing = pointing;
  }

  readonly trace = $derived.by(() => this.#trace());
  /** Changes once a step, not once a frame: the grids hang on it. */
  get index(): number {
    return this.#clock.index;
  }
  readonly step: Step = $derived.by(() => this.trace.step(this.index));
  readonly frame = $derived.by(() => frame(this.trace, this.#clock.time));

  /** The finished step of an output cell; null as long as its value is not known. */
  protected finishedStep(at: Position): Step | null {
    const { height, width } = this.trace.geometry.output;
    if (at.row >= height || at.column >= width) return null;
    const cellIndex = at.row * width + at.column;
    if (cellIndex >= this.step.finished) return null;
    return this.trace.step(this.trace.stepAfter(cellIndex + 1));
  }

  /** An output cell is pointed at, or pinned, and already has its value: its sum is shown instead. */
  readonly visited: Step | null = $derived.by(() => {
    const { pinned, target } = this.pointing;
    const pointed = target?.kind === 'output' ? this.finishedStep(target.at) : null;
    return pointed ?? (pinned && this.finishedStep(pinned));
  });

  /** The step whose window, terms and equation are on show. */
  readonly shown: Step = $derived(this.visited ?? this.step);
  /** The step whose sum is drawn: before the first one it is the sum to come, made ready and not seen. */
  readonly summing: Step = $derived(this.shown.cell || !this.trace.length ? this.shown : this.trace.step(1));
  /** Whether what is shown is the step on its way in. */
  readonly moving = $derived.by(() => !this.#clock.settled && this.shown === this.step);

  /** The outputs that the input cell under the pointer feeds; null when none is pointed at. */
  readonly fed = $derived.by(() => {
    const { target } = this.pointing;
    return target?.kind === 'input' ? outputsFedBy(this.trace.geometry, target.at) : null;
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
    if (target?.kind !== 'output' || this.finishedStep(target.at)) return null;
    const { output, stride } = this.trace.geometry;
    if (target.at.row >= output.height || target.at.column >= output.width) return null;
    return { row: target.at.row * stride.height, column: target.at.column * stride.width };
  });

  /** Finds the tap on a cell of the padded input: made once a step, and asked for every cell. */
  readonly #findTap = $derived.by(() => {
    const { window } = this.shown;
    const { kernel, dilation } = this.trace.geometry;
    return ({ row, column }: Position): number | null => {
      if (!window) return null;
      const kernelRow = (row - window.row) / dilation.height;
      const kernelColumn = (column - window.column) / dilation.width;
      const isUnder =
        Number.isInteger(kernelRow) &&
        Number.isInteger(kernelColumn) &&
        kernelRow >= 0 &&
        kernelColumn >= 0 &&
        kernelRow < kernel.height &&
        kernelColumn < kernel.width;
      return isUnder ? kernelRow * kernel.width + kernelColumn : null;
    };
  });

  /** The tap of the shown window that lies on a cell of the padded input; null where none does. */
  tapAt(at: Position): number | null {
    return this.#findTap(at);
  }

  /** What else marks a cell of the input: class names of the kind that extends this. */
  protected inputMarks(_place: InputPlace): string {
    return '';
  }

  /** The planes of the padded input: one for each channel. */
  readonly inputPlanes: readonly GridCell[][][] = $derived.by(() => {
    const { geometry, input } = this.trace;
    const { padded, padding, input: size } = geometry;
    const planes = input.shape[1] ?? 1;
    const findTap = this.#findTap;
    return Array.from({ length: planes }, (_, plane) => {
      const maker = (this.#inputMakers[plane] ??= new CellMaker());
      return maker.make(padded.height, padded.width, (at) => {
        const row = at.row - padding.top;
        const column = at.column - padding.left;
        const isPadding = row < 0 || column < 0 || row >= size.height || column >= size.width;
        const value = isPadding ? undefined : input.data[(plane * size.height + row) * size.width + column];
        const tap = findTap(at);
        return {
          ...(value === undefined ? { text: '0' } : valueText(value)),
          tone: classes(
            isPadding && 'padding',
            tap !== null && 'met',
            this.inputMarks({ ...at, plane, isPadding, tap })
          )
        };
      });
    });
  });

  /** The padded input of one channel, or the first plane of several. */
  readonly inputCells: GridCell[][] = $derived(this.inputPlanes[0] ?? []);

  /** What stands in the current output cell while its step is on its way in: what was there before. */
  protected readonly before: Step | null = $derived(
    this.moving && this.index > 1 ? this.trace.step(this.index - 1) : null
  );

  readonly outputCells: GridCell[][] = $derived.by(() => {
    const { output } = this.trace.geometry;
    const { step, moving, before } = this;
    const { pinned, asked } = this.pointing;
    const fedKeys = this.#fedKeys;
    // At step 0, where every page begins, there is nothing to compute yet.
    const values = step.finished > 0 ? this.trace.output().data : [];
    return this.#outputMaker.make(output.height, output.width, (at, index) => {
      const isCurrent = samePlace(step.cell, at);
      const isComing = isCurrent && moving;
      const known = index < step.finished && !isComing;
      const marks = classes(
        fedKeys.length > 0 && fedKeys.includes(`${at.row},${at.column}`) && 'fed',
        samePlace(pinned, at) && 'pinned',
        isComing && 'coming'
      );
      const partial = isComing
        ? samePlace(before?.cell ?? null, at)
          ? before?.total
          : undefined
        : step.total;
      const value = known ? values[index] : isCurrent ? partial : undefined;
      if (value === undefined) {
        return index + 1 === asked
          ? { text: '?', label: m.asked_cell(), tone: classes('asked', marks) }
          : { text: '', label: m.empty_cell(), tone: classes('waiting', marks) };
      }
      const state = !isCurrent ? 'done' : known ? 'now' : 'counted';
      return { ...valueText(value), tone: classes(state, marks) };
    });
  });
}
