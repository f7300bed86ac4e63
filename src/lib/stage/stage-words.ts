import { getContext, setContext, type Snippet } from 'svelte';

/** What a page says on its stage: every kind's stage shows it in the same places, and none has to know of it. */
export interface StageWords {
  /** Directly under the equation: the sentence of the step. */
  readonly sentence: Snippet;
  /** In the equation's place, as long as something is asked; null otherwise. */
  readonly question: Snippet | null;
  /** Whether the question has the place for itself: what it lies over is not there then. */
  readonly covers: boolean;
  /** Below the block: what can be opened, and what became of an answer. */
  readonly below: Snippet;
}

const KEY = Symbol('stage words');

/** Says what the stages inside the component show; read anew whenever it changes. */
export function setStageWords(words: StageWords): void {
  setContext(KEY, words);
}

/** What the page says; undefined where a stage stands by itself. */
export function getStageWords(): StageWords | undefined {
  return getContext<StageWords | undefined>(KEY);
}
