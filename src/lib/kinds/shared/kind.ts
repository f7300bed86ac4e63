import type { Locale } from '$lib/paraglide/runtime';
import type { ClockState, Pointing } from '$lib/stage';
import type { Component } from 'svelte';
import type { Target } from '$lib/describe';
import type { SceneModel, SceneRun, WrongPredictions } from './model';

/** The numbers of the scene on show, as far as the learner may change them. */
export interface SceneNumbers<Settings = unknown> {
  readonly settings: Settings;
  /** The lesson's own. */
  readonly own: Settings;
  readonly edited: boolean;
  /** Whether the scene is still the one on show. */
  readonly onShow: boolean;
  /**
   * Takes other numbers; the step survives if it still exists.
   *
   * @throws {EngineError} when they describe no computation; nothing is changed then
   */
  take(settings: Settings): void;
  /** Says a sentence about something that could not be done, and keeps it in sight. */
  warn(sentence: string): void;
}

/** What every stage component is given. */
export interface StageProps<Settings = unknown, Run extends SceneRun = SceneRun> {
  readonly settings: Settings;
  readonly run: Run;
  readonly clock: ClockState;
  readonly pointing: Pointing;
  /** How the learner changes the numbers; null where the lesson keeps them. */
  readonly numbers: SceneNumbers<Settings> | null;
  /** Whether the code view is open. */
  readonly code: boolean;
  /** Says a sentence to the reader. */
  readonly say: (sentence: string) => void;
}

/** The line over the stage. */
export interface HeadProps<Settings = unknown, Run extends SceneRun = SceneRun> {
  readonly settings: Settings;
  readonly run: Run;
  readonly clock: ClockState;
  /** The rule for one side of an output, typeset at build time with marks for its numbers. */
  readonly formula: string;
}

/** A sentence about a wrong answer and the right value. */
export type WrongWords = (words: { answer: string; value: string }) => string;

/** A number of the scene as prose shows it. */
export interface LiveValue<Settings = unknown> {
  readonly text: string;
  /** What the number is called where it can be changed. */
  readonly name?: string;
  /** Takes what the learner typed, where the number can be changed; what cannot be done is said. */
  readonly set?: (text: string, numbers: SceneNumbers<Settings>) => unknown;
}

/** What is said of a scene. */
export interface KindWords<
  Settings = unknown,
  Run extends SceneRun = SceneRun,
  Rule extends string = string
> {
  /** The line over the caption of a step: where it happens. Step 0 has the same in every kind. */
  heading(run: Run, step: number, locale: Locale): string;
  /** What the live region says of a step. */
  sentence(run: Run, step: number, locale: Locale): string;
  /** The caption of a step for which the lesson has no words of its own. */
  caption(run: Run, step: number, locale: Locale): string;
  /** What explains a wrong answer, for each misconception that the kind knows. */
  readonly wrong: Readonly<Record<Rule, WrongWords>>;
  /** What is said of a wrong answer that nothing explains. */
  readonly otherwise: WrongWords;
  /**
   * What a name in prose points at, where pointing at the thing lights up more than its outline: a cell, a term. Null
   * for a thing as a whole, which the stage finds by its name.
   */
  readonly things?: (name: string, run: Run) => Target | null;
  /** The numbers that prose may show, by the names that the model lists. */
  readonly values?: (settings: Settings, run: Run) => Readonly<Record<string, LiveValue<Settings>>>;
  /** The name of the button that shows once more what was predicted. */
  readonly watch: () => string;
}

/** A kind of scene: everything that is particular to it. */
export interface SceneKind<
  Raw = unknown,
  Settings = unknown,
  Run extends SceneRun = SceneRun,
  Rule extends string = string
> {
  readonly model: SceneModel<Raw, Settings, Run>;
  /** Fetches what goes wrong in predictions: it comes with the first answer. */
  readonly wrong: () => Promise<WrongPredictions<Run, Rule>>;
  readonly words: KindWords<Settings, Run, Rule>;
  readonly stage: Component<StageProps<Settings, Run>>;
  readonly head: Component<HeadProps<Settings, Run>>;
  /** Controls for all numbers at once, where there are any; they open over the stage. */
  readonly tools: Component<{ numbers: SceneNumbers<Settings> }> | null;
  /** Whether these controls fit the numbers of a scene; they do where it is not given. */
  readonly hasTools?: (settings: Settings) => boolean;
  /** Whether there is code to show. */
  readonly hasCode: boolean;
}

/** What a finished scene shows where no script runs. */
export interface FinishedProps<Settings = unknown, Run extends SceneRun = SceneRun> {
  readonly settings: Settings;
  readonly run: Run;
}

/**
 * A kind as those who drive a lesson hold it. What is inside fits together, for it is checked here against its own
 * numbers; outside nobody but the kind looks into them.
 */
export function sceneKind<Raw, Settings, Run extends SceneRun, Rule extends string>(
  kind: SceneKind<Raw, Settings, Run, Rule>
): SceneKind {
  return kind as unknown as SceneKind;
}
