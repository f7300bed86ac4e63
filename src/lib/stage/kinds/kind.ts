import type { Step, Grain, WindowSettings, WindowTrace } from '$lib/trace';
import type { Locale } from '$lib/paraglide/runtime';
import type { Component } from 'svelte';
import type { Pointing } from '../pointing.svelte';
import type { SceneEditing } from '../editing';

/** What every stage component is given. */
export interface StageProps {
  readonly settings: WindowSettings;
  readonly traces: readonly WindowTrace[];
  /** Where the clock stands: whole at a settled step. */
  readonly time: number;
  readonly pointing: Pointing;
  /** How the learner changes the numbers; null where the lesson keeps them. */
  readonly editing: SceneEditing | null;
  /** Whether the code view is open. */
  readonly code: boolean;
  /** Says a sentence to the reader. */
  readonly say: (sentence: string) => void;
}

/** A kind of scene: everything that is particular to it. */
export interface SceneKind {
  /** Whether there is code to show. */
  readonly hasCode: boolean;
  /**
   * The computations of one scene, step by step in parallel; the last one is what predictions ask for.
   *
   * @throws {EngineError} when the settings describe no computation
   */
  traces(settings: WindowSettings, grain: Grain): readonly [WindowTrace, ...WindowTrace[]];
  readonly stage: Component<StageProps>;
  /** What the live region says of a step. */
  sentence(steps: readonly Step[], locale: Locale): string;
  /** The caption of a step for which the lesson has no words of its own. */
  caption(steps: readonly Step[], locale: Locale): string;
}
