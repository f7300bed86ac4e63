import type { Marked } from '$lib/exercise';
import { ask, Asking, type AskingState } from '../ask/asking.svelte';
import type { QuestionKind } from '../question-kind';
import type { AnswerRecord } from '../records/record';
import type { KeepProblem } from '../records/store';
import { masteryAfter } from './mastery';
import { freshVariant, nextTurn, type DoneTurn, type SessionPlan, type Turn } from './plan';

/** A question that is over, with all that became of it. */
export interface Finished extends DoneTurn, Pick<Marked, 'points' | 'of' | 'rule'> {
  readonly state: AskingState;
}

/** A session as it was left, as plain data. */
export interface SessionState {
  readonly plan: SessionPlan;
  readonly done: readonly Finished[];
  readonly turn: Turn | null;
  readonly asking: AskingState | null;
  /** Whether the answer to the question that is open has been kept. */
  readonly kept: boolean;
}

/** What a session needs of the world around it. */
export interface SessionWorld {
  load(kind: string): Promise<QuestionKind>;
  keep(answers: readonly AnswerRecord[]): Promise<KeepProblem | null>;
  now(): number;
}

/** Questions one after the other: which comes next, what became of each, and what is kept of it. */
export class Session {
  readonly plan: SessionPlan;
  readonly #world: SessionWorld;
  /** The kinds that have been fetched. */
  readonly #kinds: Record<string, QuestionKind> = {};
  /** Whether what became of the first answer to the question on show has been kept. */
  #kept = $state(false);

  done = $state.raw<readonly Finished[]>([]);
  turn = $state.raw<Turn | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** Whether words and pictures of a question could not be fetched. */
  missing = $state(false);
  /** Why answers are not kept, once it has turned out. */
  keepProblem = $state<KeepProblem | null>(null);
  finished = $state(false);

  constructor(plan: SessionPlan, world: SessionWorld) {
    this.plan = plan;
    this.#world = world;
  }

  /** Whether nothing is said of an answer before the end. */
  get silent(): boolean {
    return this.plan.mode === 'test';
  }

  /** How far the kind on show has come, where that is the aim. */
  readonly mastery = $derived.by(() => {
    const { plan, turn, done } = this;
    const item = plan.items.find(({ kind }) => kind === turn?.kind);
    if (plan.mode !== 'mastery' || !item) return null;
    return masteryAfter(
      done.filter(({ kind }) => kind === item.kind),
      item.level
    );
  });

  /** How many of the planned questions are over, and how many there are; null where nobody can know. */
  readonly position = $derived.by(() => {
    if (this.plan.mode === 'mastery') return null;
    const over = this.done.filter(({ extra }) => !extra).length;
    const own = this.turn?.extra === true ? 0 : 1;
    return { number: Math.min(over + own, this.plan.count), count: this.plan.count };
  });

  /** The words and pictures of a kind, fetched once. */
  async kindOf(name: string): Promise<QuestionKind> {
    const known = this.#kinds[name];
    if (known) return known;
    const kind = await this.#world.load(name);
    this.#kinds[name] = kind;
    return kind;
  }

  /** The same question as it was answered, for those who look back. */
  async lookBack(finished: Finished): Promise<Asking> {
    const asking = ask(finished.kind, await this.kindOf(finished.kind), finished);
    asking.restore({ ...finished.state, shown: true });
    return asking;
  }

  /** The numbers of a question that is over. */
  parametersOf(turn: Turn, kind: QuestionKind): unknown {
    return ask(turn.kind, kind, turn).question.parameters;
  }

  /** Asks the first question. */
  start(): Promise<void> {
    return this.#ask(nextTurn(this.plan, this.done));
  }

  async #ask(turn: Turn | null, state?: AskingState): Promise<void> {
    this.missing = false;
    if (!turn) {
      this.turn = null;
      this.asking = null;
      this.finished = true;
      return;
    }
    this.turn = turn;
    let kind = this.#kinds[turn.kind];
    // Where its kind is there already, one question takes the place of the other.
    if (!kind) {
      this.asking = null;
      try {
        kind = await this.kindOf(turn.kind);
      } catch {
        this.missing = this.turn === turn;
        return;
      }
      if (this.turn !== turn) return;
    }
    const asking = ask(turn.kind, kind, turn, this.silent, this.plan.laid?.hints);
    if (state) asking.restore(state);
    else this.#kept = false;
    this.asking = asking;
  }

  /** Tries once more to fetch what could not be fetched. */
  retry(): Promise<void> {
    return this.#ask(this.turn);
  }

  /** Checks the answer, and keeps what became of the first one. */
  async check(): Promise<void> {
    const { asking } = this;
    if (!asking || !(await asking.check())) return;
    this.#keep(asking);
  }

  /** Ends the question with its solution. */
  show(): void {
    if (!this.asking) return;
    this.asking.show();
    this.#keep(this.asking);
  }

  /** Keeps the first answer at once: whoever leaves now has answered all the same. */
  #keep(asking: Asking): void {
    const { turn } = this;
    const { first } = asking;
    if (!turn || !first || this.#kept) return;
    this.#kept = true;
    const record: AnswerRecord = {
      kind: turn.kind,
      level: turn.level,
      seed: turn.seed,
      points: first.points,
      of: first.of,
      rule: first.rule,
      at: this.#world.now(),
      confidence: asking.confidence
    };
    void this.#world.keep([record]).then((problem) => (this.keepProblem ??= problem));
  }

  /** The question on show is over. */
  #finish(): void {
    const { turn, asking } = this;
    const first = asking?.first;
    if (!turn || !asking || !first) return;
    const { points, of, rule } = first;
    this.done = [...this.done, { ...turn, points, of, rule, right: points === of, state: asking.state() }];
  }

  /** The next question, or the end. */
  next(): Promise<void> {
    this.#finish();
    return this.#ask(nextTurn(this.plan, this.done));
  }

  /** The same kind of question once more, with other numbers. */
  variant(): Promise<void> {
    const { turn } = this;
    if (!turn) return Promise.resolve();
    this.#finish();
    return this.#ask(
      this.plan.mode === 'mastery' ? nextTurn(this.plan, this.done) : freshVariant(this.plan, this.done, turn)
    );
  }

  /** Ends the session where it is: what is not answered stays so. */
  end(): void {
    this.#finish();
    this.turn = null;
    this.asking = null;
    this.finished = true;
  }

  state(): SessionState {
    return {
      plan: this.plan,
      done: this.done,
      turn: this.turn,
      asking: this.asking?.state() ?? null,
      kept: this.#kept
    };
  }

  /** Goes on where a session was left. */
  restore(state: SessionState): Promise<void> {
    this.done = state.done;
    this.#kept = state.kept;
    return this.#ask(state.turn ?? nextTurn(this.plan, this.done), state.asking ?? undefined);
  }
}
