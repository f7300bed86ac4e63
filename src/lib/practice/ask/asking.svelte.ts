import { Fraction } from '$lib/engine';
import { generateQuestion, markAnswer, type Mark, type Marked, type Question } from '$lib/exercise';
import type { QuestionKind } from '../question-kind';
import { CONFIDENCES, type Confidence } from '../records/record';
import { emptyEntries, entryCount, isUntouched, readEntries, type EntryReading } from './entries';

/** What keeps an answer from being checked: nothing was entered, some entries are empty, or one cannot be read. */
export type EntryProblem =
  | { readonly code: 'nothing' }
  | { readonly code: 'gaps'; readonly count: number; readonly entry: number }
  | {
      readonly code: 'unreadable';
      readonly why: NonNullable<Extract<EntryReading, { value: null }>['problem']>;
      readonly text: string;
      readonly entry: number;
    };

/** A question as it was left, as plain data. */
export interface AskingState {
  readonly entries: readonly string[];
  /** The same when they were checked last. */
  readonly checked: readonly string[];
  /** The answers that were checked, exact numbers as text; null for an entry that was not there. */
  readonly given: readonly (readonly (string | null)[])[];
  readonly hints: number;
  readonly shown: boolean;
  readonly confidence: Confidence | null;
}

/** After so many wrong answers the solution is shown. */
const MOST_TRIES = 2;
const MOST_HINTS = 3;

/** One question while it is being answered. */
export class Asking {
  readonly kind: QuestionKind;
  readonly question: Question;
  /** Whether nothing is said of the answer: it is taken once, and that is all. */
  readonly silent: boolean;
  /** Whether there are hints. */
  readonly hinted: boolean;
  /** What was entered, as text, one for each entry of the form. */
  entries = $state<string[]>([]);
  confidence = $state<Confidence | null>(null);
  hints = $state(0);
  problem = $state.raw<EntryProblem | null>(null);
  #given = $state.raw<readonly (readonly (Fraction | null)[])[]>([]);
  #checked = $state.raw<readonly string[]>([]);
  #shown = $state(false);

  /** What became of each answer that was checked. */
  readonly tries: readonly Marked[] = $derived.by(() =>
    this.#given.map((given) => markAnswer(this.kind.exercise, this.question, given))
  );
  /** What became of the newest one. */
  readonly marked = $derived(this.tries.at(-1) ?? null);
  readonly right = $derived(this.marked?.correct === true);
  /** Whether the question is over: the answer is due. */
  readonly settled = $derived.by(
    () => this.right || this.#shown || this.tries.length >= (this.silent ? 1 : MOST_TRIES)
  );
  /** The entries of the newest answer that was checked. */
  readonly given = $derived(this.#given.at(-1) ?? null);

  constructor(kind: QuestionKind, question: Question, silent = false, hinted = !silent) {
    this.hinted = hinted;
    this.kind = kind;
    this.question = question;
    this.silent = silent;
    this.entries = emptyEntries(question.form);
  }

  /** What became of the first answer: that is what counts. Null before it, unless the solution was shown instead. */
  get first(): Pick<Marked, 'points' | 'of' | 'rule'> | null {
    const [first] = this.tries;
    if (first) return first;
    if (!this.#shown) return null;
    return {
      ...markAnswer(
        this.kind.exercise,
        this.question,
        this.question.answer.map(() => null)
      )
    };
  }

  /** How an entry was marked; null where it has changed since, or nothing is said of it. */
  markOf(index: number): Mark | null {
    const { form } = this.question;
    const given = this.given?.[index];
    if (!this.marked || this.silent) return null;
    // Of cells only those that were chosen are marked: the others would tell the answer.
    if (form.form === 'cells' && !this.settled && given?.equals(1) !== true) return null;
    if (this.#checked[index] !== this.entries[index]) return null;
    return this.marked.marks[index] ?? null;
  }

  /**
   * Checks what was entered. What cannot be read, and what is not there, is no answer: it does not count.
   *
   * @returns whether it was checked
   */
  async check(): Promise<boolean> {
    if (this.settled) return false;
    const { form } = this.question;
    const texts = [...this.entries];
    this.problem = null;
    if (isUntouched(form, texts)) {
      this.problem = { code: 'nothing' };
      return false;
    }
    const readings = await readEntries(texts);
    const at = readings.findIndex((reading) => reading.value === null && reading.problem !== null);
    const unread = readings[at];
    if (unread?.value === null && unread.problem !== null) {
      this.problem = { code: 'unreadable', why: unread.problem, text: texts[at] ?? '', entry: at };
      return false;
    }
    const gaps = readings.filter(({ value }) => value === null).length;
    if (gaps > 0 && !this.silent) {
      const entry = readings.findIndex(({ value }) => value === null);
      this.problem = { code: 'gaps', count: gaps, entry };
      return false;
    }
    if (this.settled) return false;
    this.#checked = texts;
    this.#given = [...this.#given, readings.map(({ value }) => value)];
    return true;
  }

  /** The next larger hint. */
  hint(): void {
    this.hints = Math.min(MOST_HINTS, this.hints + 1);
  }

  get hasHint(): boolean {
    return this.hinted && !this.settled && this.hints < MOST_HINTS;
  }

  /** Ends the question with its solution. */
  show(): void {
    this.problem = null;
    this.#shown = true;
  }

  state(): AskingState {
    return {
      entries: [...this.entries],
      checked: this.#checked,
      given: this.#given.map((given) => given.map((value) => value?.toFraction() ?? null)),
      hints: this.hints,
      shown: this.#shown,
      confidence: this.confidence
    };
  }

  /** Goes on where the question was left; what does not fit it is passed over. */
  restore(state: AskingState): void {
    const count = entryCount(this.question.form);
    if (state.entries.length !== count || state.given.some((given) => given.length !== count)) return;
    this.entries = [...state.entries];
    this.#given = state.given.map((given) =>
      given.map((text) => (text === null ? null : new Fraction(text)))
    );
    this.#checked = state.checked;
    this.hints = state.hints;
    this.#shown = state.shown;
    this.confidence = CONFIDENCES.find((known) => known === state.confidence) ?? null;
  }
}

/** Asks the question of a kind, a level and a seed. */
export function ask(
  name: string,
  kind: QuestionKind,
  turn: { readonly level: Question['level']; readonly seed: number },
  silent = false,
  hinted = !silent
): Asking {
  return new Asking(kind, generateQuestion(name, kind.exercise, turn.level, turn.seed), silent, hinted);
}
