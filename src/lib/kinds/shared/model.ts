import type { ExactTensor, Fraction } from '$lib/engine';
import { gradeAnswer, type Grade } from '$lib/exercise';
import type { Grain } from '$lib/trace';

/**
 * What a scene computes with certain numbers at a certain grain, as a row of steps. A cell is what the steps are
 * made for: an output cell, a row of a picture, whatever the kind counts. Predictions stand before cells.
 */
export interface SceneRun {
  /** The last step's number. */
  readonly length: number;
  /** How many cells are finished at a step. */
  cellsAt(step: number): number;
  /**
   * The step with which so many cells are finished.
   *
   * @throws {RangeError} when there are not so many cells
   */
  stepAfter(cells: number): number;
}

/** A run whose steps are its cells. */
export function plainRun(length: number): SceneRun {
  return {
    length,
    cellsAt: (step) => step,
    stepAfter(cells) {
      if (cells > length) throw new RangeError(`there are no ${cells} cells: the run has ${length}`);
      return cells;
    }
  };
}

/** A number of a link that could not be used. */
export type LinkedNumberProblem =
  | 'input'
  | 'kernel'
  | 'channels'
  | 'groups'
  | 'stride'
  | 'padding'
  | 'kernel-too-large'
  | 'plane'
  | 'bias'
  | 'size'
  | 'place'
  | 'shading'
  | 'shuffle';

/** The parts of an address, as `URLSearchParams` has them. */
export interface LinkParameters {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** How the numbers of a scene stand in its address. */
export interface LinkCodec<Settings> {
  /** The names of its parts. */
  readonly parts: readonly string[];
  /** Reads the parts that are there; each one that cannot be used is the scene's own, and is named. */
  read(
    parameters: LinkParameters,
    own: Settings
  ): { readonly settings: Settings; readonly problems: readonly LinkedNumberProblem[] };
  /** The parts that differ from the scene's own, as `name=value`. */
  write(settings: Settings, own: Settings): string[];
}

/** What a scene of a lesson hands on to another one, as the learner made it. */
export interface HandedOn {
  /** [1, 1, FH, FW] */
  readonly kernel?: ExactTensor;
}

/** The half of a kind of scene that knows no pictures and no words: its numbers and what is computed from them. */
export interface SceneModel<Raw = unknown, Settings = unknown, Run extends SceneRun = SceneRun> {
  /** The grains on offer, the usual one first. */
  readonly grains: readonly [Grain, ...Grain[]];
  /** The numbers as the engine takes them, from what the lesson's schema let through. */
  read(raw: Raw): Settings;
  same(left: Settings, right: Settings): boolean;
  /**
   * Whether what the lesson says of single steps fits numbers that are not quite its own; where a kind does not say, every
   * change unfits it.
   */
  fits?(settings: Settings, own: Settings): boolean;
  hands?(settings: Settings): HandedOn;
  /** The numbers with those that another scene of the lesson hands on, as far as there is a use for them. */
  takes?(settings: Settings, handed: HandedOn): Settings;
  /** @throws {EngineError} when the settings describe no computation */
  run(settings: Settings, grain: Grain): Run;
  readonly link: LinkCodec<Settings>;
  /**
   * What prose may name on stage, `[…](stage:kernel)`; R and C stand for the row and the column of a cell, counted
   * from 1: `output-R-C` allows `[…](stage:output-2-3)`.
   */
  readonly things?: readonly string[];
  /** The scene's own numbers that prose may show, `[](value:stride)`. */
  readonly values?: readonly string[];
  /**
   * Whether the numbers fulfil a goal, where the kind knows goals. The goal is one that the kind's own schema let
   * through: an object that is told apart by its `name`.
   */
  reached?(goal: unknown, settings: Settings, run: Run): boolean;
  /**
   * The number that a prediction of a cell (counted from 1) asks for.
   *
   * @throws {RangeError} when there is no such cell
   */
  value(run: Run, cell: number): Fraction;
}

/**
 * What somebody predicts for a cell (counted from 1) who follows a wrong rule. Written as a method, so that a table of
 * kinds can hold those of any run: only the kind's own runs ever reach them.
 */
type WrongPrediction<Run> = { of(run: Run, cell: number): readonly Fraction[] }['of'];
export type WrongPredictions<Run, Name extends string = string> = Readonly<
  Record<Name, WrongPrediction<Run>>
>;

/** The half of a kind that grades: what is true, and what misconceptions give. */
export interface Graded<Run extends SceneRun = SceneRun> {
  readonly model: { value(run: Run, cell: number): Fraction };
  readonly wrong: WrongPredictions<Run>;
}

/**
 * Grades the number predicted for a cell (counted from 1).
 *
 * @param rules the misconceptions to look for
 * @throws {RangeError} when there is no such cell
 */
export function gradePrediction<Run extends SceneRun>(
  { model, wrong }: Graded<Run>,
  run: Run,
  cell: number,
  answer: Fraction,
  rules: readonly string[]
): Grade {
  if (!Number.isInteger(cell) || cell < 1) throw new RangeError(`there is no cell ${cell}`);
  return gradeAnswer(answer, model.value(run, cell), rules, (rule) => wrong[rule]?.(run, cell) ?? []);
}
