import type { PredictionPlan, ScenePage } from '$lib/course';
import type { Fraction } from '$lib/engine';
import type { Grade } from '$lib/exercise';
import type { SceneKind } from '$lib/kinds';
import type { Grain } from '$lib/trace';
import { SvelteMap } from 'svelte/reactivity';

/** What became of a prediction. */
export type Outcome = { readonly answer: Fraction; readonly grade: Grade } | 'skipped';

/** One scene as the learner left it: numbers, grain, step, answers. Kept when another scene is entered. */
export class SceneState {
  readonly page: ScenePage;
  readonly kind: SceneKind;
  #own: unknown;
  /** What the learner changed them to. */
  #changed = $state.raw<unknown>(null);

  grain = $state() as Grain;
  step = $state(0);
  /** Whether the code view is open. */
  code = $state(false);
  /** Whether the controls for all numbers at once are open. */
  sizing = $state(false);
  readonly outcomes = new SvelteMap<number, Outcome>();
  /** Whether the goal was reached at some time: that is not forgotten when the numbers change again. */
  goalMet = $state(false);

  readonly run = $derived.by(() => this.kind.model.run(this.settings, this.grain));
  readonly length = $derived(this.run.length);
  readonly edited = $derived.by(() => !this.kind.model.same(this.settings, this.own));
  /** Whether the numbers that are there now fulfil the scene's goal. */
  readonly goalReached = $derived.by(() => {
    const { goal } = this.page;
    return goal !== undefined && this.kind.model.reached?.(goal, this.settings, this.run) === true;
  });
  /** Controls for all numbers at once, where the kind has any that fit these. */
  readonly tools = $derived.by(() =>
    this.kind.hasTools?.(this.settings) === false ? null : this.kind.tools
  );
  /** The numbers that the words of the scene show. */
  readonly values = $derived.by(() => this.kind.words.values?.(this.settings, this.run) ?? {});
  /** Whether what the lesson says and asks about single steps still fits the numbers. */
  readonly #fits = $derived.by(() => this.kind.model.fits?.(this.settings, this.own) ?? !this.edited);
  /** The same of its words, which are for one grain. */
  readonly asWritten = $derived.by(() => this.#fits && this.grain === this.page.grain);

  constructor(page: ScenePage, kind: SceneKind) {
    this.page = page;
    this.kind = kind;
    this.grain = page.grain;
    this.code = page.code;
    this.sizing = page.sizing;
  }

  /** The lesson's own numbers, read when they are first asked for: a page opens with one of its scenes. */
  get own(): unknown {
    return (this.#own ??= this.kind.model.read(this.page.settings));
  }

  get settings(): unknown {
    return this.#changed ?? this.own;
  }

  /**
   * Takes other numbers. The step survives if it still exists.
   *
   * @throws {EngineError} when they describe no computation; nothing is changed then
   */
  change(settings: unknown): void {
    const { length } = this.kind.model.run(settings, this.grain);
    this.#changed = settings;
    this.step = Math.min(this.step, length);
    if (this.goalReached) this.goalMet = true;
  }

  /** Takes along what the learner made of another scene's numbers; its own are the lesson's business. */
  takeAlong({ edited, settings, kind: { model } }: SceneState): void {
    const handed = edited ? model.hands?.(settings) : undefined;
    const taken = handed && this.kind.model.takes?.(this.settings, handed);
    if (taken !== undefined && !this.kind.model.same(taken, this.settings)) this.change(taken);
  }

  /** The lesson's own words about a step; undefined where it has none, or where they no longer fit. */
  cueAt(step: number): string | undefined {
    return this.asWritten ? this.page.cueHtml[step] : undefined;
  }

  /** Shows the same moment at another grain: the cells that are finished stay finished, and no more. */
  setGrain(grain: Grain): void {
    const finished = this.run.cellsAt(this.step);
    this.grain = grain;
    this.step = this.run.stepAfter(finished);
  }

  /** The prediction that belongs to a step: asked right before its cell, answered until the cell is finished. */
  predictionAt(step: number): PredictionPlan | null {
    if (!this.#fits) return null;
    return (
      this.page.predictions.find(
        ({ cell, asks = cell }) => step >= this.run.stepAfter(cell - 1) && step <= this.run.stepAfter(asks)
      ) ?? null
    );
  }
}
