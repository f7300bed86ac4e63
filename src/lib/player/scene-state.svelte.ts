import { readSettings, type PredictionPlan, type ScenePage } from '$lib/course';
import { sameTensor, type Fraction } from '$lib/engine';
import type { Grade } from '$lib/exercise';
import { SCENE_KINDS, type SceneKind } from '$lib/stage';
import { changeGrain, type Grain, type WindowSettings } from '$lib/trace';
import { SvelteMap } from 'svelte/reactivity';

/** What became of a prediction. */
export type Outcome = { readonly answer: Fraction; readonly grade: Grade } | 'skipped';

/** One scene as the learner left it: numbers, grain, step, answers. Kept when another scene is entered. */
export class SceneState {
  readonly page: ScenePage;
  readonly kind: SceneKind;
  #own: WindowSettings | undefined;
  /** What the learner changed them to. */
  #changed = $state.raw<WindowSettings | null>(null);

  grain = $state() as Grain;
  step = $state(0);
  /** Whether the code view is open. */
  code = $state(false);
  /** Whether the bar with sizes, stride and padding is open. */
  sizing = $state(false);
  readonly outcomes = new SvelteMap<number, Outcome>();

  readonly traces = $derived.by(() => this.kind.traces(this.settings, this.grain));
  readonly length = $derived(this.traces[0].length);
  readonly taps = $derived(this.traces[0].taps);
  readonly edited = $derived.by(
    () =>
      !sameTensor(this.settings.input, this.own.input) ||
      !sameTensor(this.settings.kernel, this.own.kernel) ||
      this.settings.stride !== this.own.stride ||
      this.settings.padding !== this.own.padding
  );
  /** Whether the lesson's own words about single steps still fit. */
  readonly asWritten = $derived.by(() => !this.edited && this.grain === this.page.grain);

  constructor(page: ScenePage) {
    this.page = page;
    this.kind = SCENE_KINDS[page.kind];
    this.grain = page.grain;
    this.code = page.code;
    this.sizing = page.sizing;
  }

  /** The lesson's own numbers, read when they are first asked for: a page opens with one of its scenes. */
  get own(): WindowSettings {
    return (this.#own ??= readSettings(this.page.settings));
  }

  get settings(): WindowSettings {
    return this.#changed ?? this.own;
  }

  /**
   * Takes other numbers. The step survives if it still exists.
   *
   * @throws {EngineError} when they describe no computation; nothing is changed then
   */
  change(settings: WindowSettings): void {
    const [trace] = this.kind.traces(settings, this.grain);
    this.#changed = settings;
    this.step = Math.min(this.step, trace.length);
  }

  /** Shows the same moment one cell, or one multiplication, at a time. */
  setGrain(grain: Grain): void {
    this.step = changeGrain(this.step, this.grain, grain, this.taps);
    this.grain = grain;
  }

  /** The number of the step at which an output cell (counted from 1) is finished. */
  stepOfCell(cell: number): number {
    return cell * (this.grain === 'cell' ? 1 : this.taps);
  }

  /** The prediction that belongs to a step: asked right before its cell, answered until the cell is finished. */
  predictionAt(step: number): PredictionPlan | null {
    if (this.edited) return null;
    return (
      this.page.predictions.find(
        ({ cell }) => step >= this.stepOfCell(cell - 1) && step <= this.stepOfCell(cell)
      ) ?? null
    );
  }
}
