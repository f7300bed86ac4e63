import type { ExerciseKind } from '$lib/exercise';
import type { KIND_MODELS, SceneKindName } from '$lib/kinds/models';
import type { Position } from '$lib/engine';
import type { Grain } from '$lib/trace';
import type * as v from 'valibot';

/** A matrix that stands beside a question. */
export interface GivenMatrix {
  readonly type: 'matrix';
  /** What its numbers are, which gives them their colour. */
  readonly role: 'input' | 'kernel' | 'product' | 'bias' | 'output';
  readonly label: string;
  /** Numbers as text; '?' for the one that is asked for, '' for one that is not shown. */
  readonly rows: readonly (readonly string[])[];
  /** Cells that the question speaks of: outlined. */
  readonly marked?: readonly Position[];
}

/** A number or a shape that stands beside a question. */
export interface GivenFact {
  readonly type: 'fact';
  readonly label: string;
  readonly text: string;
}

export type Given = GivenMatrix | GivenFact;

/** What is only read may be given from what may not be changed. */
type Kept<Value> = Value extends readonly (infer Item)[]
  ? readonly Kept<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Kept<Value[Key]> }
    : Value;

type RawOf<Kind extends SceneKindName> = Kept<v.InferInput<(typeof KIND_MODELS)[Kind]['schema']>>;

/** A scene of a lesson with numbers of its own: the worked solution, or what a wrong rule does. */
export interface AskedScene<Kind extends SceneKindName = SceneKindName> {
  readonly kind: Kind;
  readonly settings: RawOf<Kind>;
  readonly grain: Grain;
  /** The cells that matter, counted from 1 in the order of the steps: the first and the last one; all of them without. */
  readonly cells?: readonly [number, number];
}

/** A scene, checked against what its kind may be told. */
export const sceneOf = <const Kind extends SceneKindName>(scene: AskedScene<Kind>): AskedScene =>
  scene as AskedScene;

/**
 * A kind of exercise with all that is said and shown of it. It is fetched when one of its questions is asked.
 * What depends on the language is a function, so that it follows the page.
 */
export interface QuestionKind<Parameters = unknown, Rule extends string = string> {
  readonly exercise: ExerciseKind<Parameters, Rule>;
  /** A few words: what is practised. */
  title(): string;
  /** The question, in one or two sentences that name every number which is not among the givens. */
  ask(parameters: Parameters): string;
  givens(parameters: Parameters): readonly Given[];
  /** The names of the entries, where there are several. */
  fields?(parameters: Parameters): readonly string[];
  /** What can be chosen. */
  choices?(parameters: Parameters): readonly string[];
  /** From a nudge to the way: none of them tells the answer. */
  hints(parameters: Parameters): readonly [string, string, string];
  /** What to look at, for each misconception; the right answer is not told. */
  readonly wrong: Readonly<Record<Rule, { of(parameters: Parameters): string }['of']>>;
  /** One line: why the answer is what it is, with its numbers. */
  why(parameters: Parameters): string;
  /** The worked solution, or what a wrong rule does with these numbers; null where no scene shows it. */
  scene(parameters: Parameters, rule: Rule | null): AskedScene | null;
}

/** A kind as those hold it who ask its questions: what is inside fits together, for it is checked here. */
export function questionKind<Parameters, Rule extends string>(
  kind: QuestionKind<Parameters, Rule>
): QuestionKind {
  return kind as unknown as QuestionKind;
}
