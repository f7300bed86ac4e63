import type { LessonPage, PredictionPlan } from '$lib/course';
import { gradePrediction } from '$lib/kinds/models';
import { NumberError, readNumber, type Fraction } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { Clock, Pointing } from '$lib/stage';
import type { SceneKind, SceneKinds, SceneNumbers } from '$lib/kinds';
import type { Grain } from '$lib/trace';
import type { Action } from './keys';
import { readAddress, readQuery, writeAddress, type LinkProblem, type LinkScene } from './address';
import { keepOpenQuestion, openQuestion } from './open-question';
import { typedProblemText } from './problem-text';
import { SceneState } from './scene-state.svelte';
import { spokenText } from './spoken-text';

/** Speeds on offer, as factors. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4] as const;

/** Milliseconds at speed 1: the motion of a step forward, of a step back, and the rest between two steps played. */
const FORWARD = { cell: 1200, product: 600 } as const;
const BACKWARD = 400;
const REST = { cell: 650, product: 260 } as const;

/** Milliseconds between a step and its sentence. */
const SPEECH_DELAY = 60;

/** Milliseconds more until the next step is worked out ahead: on a slow machine too, the picture comes first. */
const PREPARE_DELAY = 120;

/** What a player shows, for another one to show the same. */
export interface Moment {
  /** As in an address: scene, step, grain and numbers. */
  readonly query: string;
  /** Whether the question of the step is open. */
  readonly asked: boolean;
}

/** How a lesson is gone through. */
export interface Manner {
  /**
   * Whether a question is a stop of its own, after the step that it follows: nobody answers it here, and it is asked
   * each time.
   */
  readonly stops: boolean;
}

/** The state of a lesson page: which scene, which step, how it moves, what the learner did. */
export class Player {
  readonly slug: string;
  readonly scenes: readonly SceneState[];
  readonly #stops: boolean;
  readonly clock = new Clock();
  readonly pointing = new Pointing();

  sceneIndex = $state(0);
  playing = $state(false);
  speed = $state(1);
  /** The prediction that waits for an answer. */
  #asked = $state.raw<PredictionPlan | null>(null);
  /** Whether it was answered wrongly once: there is a second try. */
  missed = $state(false);
  /** Grows each time the learner goes on from the last step: what ends the lesson then comes into view. */
  endings = $state(0);
  /** A sentence about what went wrong, until it is dismissed or something succeeds. */
  notice = $state('');
  /** What the live region says. */
  said = $state('');

  readonly scene = $derived.by(() => this.scenes[this.sceneIndex] as SceneState);
  readonly step = $derived(this.scene.step);

  #rest: ReturnType<typeof setTimeout> | undefined;
  #speech: ReturnType<typeof setTimeout> | undefined;
  #stopAt: number | null = null;

  /** @param kinds the kinds that the lesson's scenes are of */
  constructor(lesson: LessonPage, kinds: SceneKinds, { stops }: Manner = { stops: false }) {
    this.slug = lesson.slug;
    this.#stops = stops;
    this.scenes = lesson.scenes.map((scene) => new SceneState(scene, kinds[scene.kind] as SceneKind));
  }

  get asked(): PredictionPlan | null {
    return this.#asked;
  }

  /** Opens a prediction or closes the one that is open; the stage marks its cell, the tab remembers it. */
  #setAsked(prediction: PredictionPlan | null, missed = false): void {
    this.#asked = prediction;
    this.missed = missed;
    this.pointing.asked = prediction && (prediction.asks ?? prediction.cell);
    if (!this.#stops) keepOpenQuestion(prediction && this.#questionHere(missed));
  }

  #questionHere(missed: boolean): string {
    return openQuestion(this.slug, this.scene.page.id, this.scene.step, missed);
  }

  /** Whether the last step of the lesson is shown. */
  get atEnd(): boolean {
    return this.sceneIndex === this.scenes.length - 1 && this.scene.step >= this.scene.length;
  }

  /**
   * Shows what an address says. Never stops at a prediction, but for one that was open in this tab before it was
   * loaded anew.
   */
  open(parameters: URLSearchParams, kept: string | null = null): void {
    const state = readAddress(parameters, this.#linkScenes());
    this.sceneIndex = state.scene;
    const { scene } = this;
    scene.grain = state.grain;
    scene.change(state.settings);
    const problems = [...state.problems];
    if (state.step > scene.length) problems.push('step-past-end');
    this.#show(Math.min(state.step, scene.length));
    this.notice = '';
    if (problems.length > 0 || state.unknown.length > 0) void this.#tellOfLink(problems, state.unknown);
    const missed = [false, true].find((each) => kept === this.#questionHere(each));
    if (missed !== undefined) this.#ask(missed);
  }

  /** Says what of a link could not be used. The words for it are fetched: few links need them. */
  async #tellOfLink(problems: readonly LinkProblem[], unknown: readonly string[]): Promise<void> {
    const { length } = this.scene;
    try {
      const { linkProblemText } = await import('./link-problem-text');
      this.warn(linkProblemText(problems, unknown, length));
    } catch {
      this.warn(m.part_missing());
    }
  }

  /** The query that leads back to here. */
  query(): string {
    const own = this.#linkScenes()[this.sceneIndex] as LinkScene;
    return writeAddress(own, this.scene);
  }

  #linkScenes(): [LinkScene, ...LinkScene[]] {
    return this.scenes.map((scene) => ({
      id: scene.page.id,
      grain: scene.page.grain,
      grains: scene.kind.model.grains,
      link: scene.kind.model.link,
      get settings() {
        return scene.own;
      },
      editable: scene.page.editable
    })) as unknown as [LinkScene, ...LinkScene[]];
  }

  /** One step on; from the last one into the next scene. An open prediction is skipped by it. */
  next(): void {
    this.pause();
    this.#forward();
  }

  #forward(): void {
    const wasAsked = this.#asked !== null;
    this.#closePrediction();
    if (this.#stops && !wasAsked && this.#ask()) {
      this.pause();
      this.#announce();
      return;
    }
    const { scene } = this;
    if (this.atEnd) {
      this.endings += 1;
      return;
    }
    if (scene.step >= scene.length) {
      this.#enter(this.sceneIndex + 1, 0);
      return;
    }
    this.#glideForward();
    this.#announce();
  }

  #glideForward(): void {
    const { scene } = this;
    this.pointing.release();
    scene.step += 1;
    // Before the clock: with reduced motion it arrives at once, and must find the question open.
    if (!this.#stops) this.#ask();
    this.clock.glide(scene.step, FORWARD[scene.grain] / this.speed, () => this.#arrived());
  }

  /** One step back; from step 0 to the last one of the scene before. */
  back(): void {
    this.pause();
    const wasAsked = this.#asked !== null;
    this.#setAsked(null);
    const { scene } = this;
    if (this.#stops && wasAsked) {
      this.#announce();
      return;
    }
    if (scene.step === 0) {
      const before = this.scenes[this.sceneIndex - 1];
      if (before) this.#enter(this.sceneIndex - 1, before.length);
      return;
    }
    this.#glideBack();
    if (this.#stops) this.#ask();
    this.#announce();
  }

  #glideBack(): void {
    const { scene } = this;
    this.pointing.release();
    scene.step -= 1;
    this.clock.glide(scene.step, BACKWARD / this.speed);
  }

  get moment(): Moment {
    return { query: this.query(), asked: this.#asked !== null };
  }

  /**
   * Shows the moment that another player shows: a neighbouring step by its motion, any other at once.
   *
   * @param moves whether to move at all
   */
  follow({ query, asked }: Moment, moves = true): void {
    this.pause();
    const state = readQuery(query, this.#linkScenes());
    const before = { scene: this.scene, step: this.scene.step };
    this.sceneIndex = state.scene;
    const { scene } = this;
    const same = scene.grain === state.grain && scene.kind.model.same(state.settings, scene.settings);
    if (!same) {
      scene.grain = state.grain;
      scene.change(state.settings);
    }
    const step = Math.min(state.step, scene.length);
    const distance = same && moves && scene === before.scene ? step - before.step : Infinity;
    this.#setAsked(null);
    if (distance === 1) this.#glideForward();
    else if (distance === -1) this.#glideBack();
    else if (distance !== 0) this.#show(step);
    if (asked) this.#ask();
    this.#announce();
  }

  /** Goes straight to a step of this scene, stopping nowhere. */
  goTo(step: number): void {
    this.pause();
    this.#show(Math.min(Math.max(0, Math.round(step)), this.scene.length));
    this.#announce();
  }

  #show(step: number): void {
    this.#setAsked(null);
    this.pointing.release();
    this.scene.step = step;
    this.clock.jump(step);
  }

  /** Enters a scene at one of its steps. */
  enter(index: number, step = 0): void {
    this.pause();
    this.#enter(index, step);
  }

  #enter(index: number, step: number): void {
    const scene = this.scenes[index];
    if (!scene) return;
    const source = this.scenes.find(({ page }) => page.id === scene.page.takes);
    if (source) scene.takeAlong(source);
    this.sceneIndex = index;
    this.#show(step);
    this.#announce();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** Plays to the end of the scene, or to a step of it; stops in front of a prediction. */
  play(stopAt: number | null = null): void {
    const { scene } = this;
    if (scene.step >= scene.length && stopAt === null) this.#show(0);
    this.#stopAt = stopAt;
    this.playing = true;
    this.#forward();
  }

  pause(): void {
    clearTimeout(this.#rest);
    if (!this.playing) return;
    this.playing = false;
    this.#announce();
  }

  #arrived(): void {
    if (!this.playing) return;
    const { scene } = this;
    const atEnd = scene.step >= scene.length || scene.step === this.#stopAt;
    if (atEnd || this.asked) {
      this.pause();
      return;
    }
    this.#rest = setTimeout(() => this.#forward(), REST[scene.grain] / this.speed);
  }

  /**
   * Opens the prediction that stands before the next cell, unless it has been answered or skipped.
   *
   * @returns whether there is one
   */
  #ask(missed = false): boolean {
    const { scene } = this;
    const prediction = scene.predictionAt(scene.step + 1);
    if (!prediction || scene.outcomes.has(prediction.cell)) return false;
    if (scene.step !== scene.run.stepAfter(prediction.cell - 1)) return false;
    this.#setAsked(prediction, missed);
    return true;
  }

  #closePrediction(): void {
    if (!this.#asked) return;
    if (!this.#stops) this.scene.outcomes.set(this.#asked.cell, 'skipped');
    this.#setAsked(null);
  }

  /** Fetches what grades an answer: it arrives while one is written. */
  expectAnswer(): void {
    this.scene.kind.wrong().catch(() => {});
  }

  /**
   * Takes an answer to the open prediction, keeps it, and shows the cell being computed. The first wrong one leaves the
   * question open: there is a second try.
   *
   * @returns a sentence when the question stays open
   */
  async answer(text: string): Promise<string> {
    const prediction = this.#asked;
    if (!prediction) return '';
    let value: Fraction;
    try {
      value = await readNumber(text);
    } catch (error) {
      return typedProblemText(error instanceof NumberError ? error.problem : 'unreadable', text);
    }
    const { scene } = this;
    const { asks = prediction.cell } = prediction;
    const wrong = await scene.kind.wrong().catch(() => null);
    if (this.#asked !== prediction) return '';
    if (!wrong) return m.part_missing();
    const grade = gradePrediction(
      { model: scene.kind.model, wrong },
      scene.run,
      asks,
      value,
      prediction.rules
    );
    if (grade.code === 'wrong' && !this.missed) {
      this.#setAsked(prediction, true);
      return m.prediction_again();
    }
    scene.outcomes.set(prediction.cell, { answer: value, grade });
    this.#setAsked(null);
    this.play(scene.run.stepAfter(asks));
    return '';
  }

  /** Plays a cell once more, as finely as the scene allows. */
  watchCell(cell: number): void {
    const { scene } = this;
    this.pause();
    scene.setGrain(scene.kind.model.grains.at(-1) ?? scene.grain);
    this.#show(scene.run.stepAfter(cell - 1));
    this.play(scene.run.stepAfter(cell));
  }

  setGrain(grain: Grain): void {
    if (grain === this.scene.grain || !this.scene.kind.model.grains.includes(grain)) return;
    this.pause();
    const { missed } = this;
    const wasAsked = this.#asked !== null;
    this.scene.setGrain(grain);
    this.#show(this.scene.step);
    if (wasAsked) this.#ask(missed);
    this.#announce();
  }

  /** The numbers of a scene, for those who change them. */
  numbersOf(scene: SceneState): SceneNumbers {
    const isOnShow = () => scene === this.scene;
    return {
      get settings() {
        return scene.settings;
      },
      get own() {
        return scene.own;
      },
      get edited() {
        return scene.edited;
      },
      get onShow() {
        return isOnShow();
      },
      take: (settings) => {
        const before = scene.goalReached;
        scene.change(settings);
        this.#settle();
        if (scene.goalReached && !before)
          this.say(spokenText(scene.page.goalHtml?.reached ?? '', scene.values));
      },
      warn: (sentence) => this.warn(sentence)
    };
  }

  /** After the numbers of the scene have changed: everything shown is settled anew. */
  #settle(): void {
    this.pause();
    this.notice = '';
    this.#show(this.scene.step);
    this.#announce();
  }

  /** Says a sentence about something that could not be done, and keeps it in sight. */
  warn(sentence: string): void {
    this.notice = sentence;
    this.say(sentence);
  }

  /**
   * Hands a sentence to the live region. It is spoken a moment later, after the picture has changed, and of
   * several in quick succession only the last one is.
   */
  say(sentence: string): void {
    clearTimeout(this.#speech);
    this.#speech = setTimeout(() => this.#speak(sentence), SPEECH_DELAY);
  }

  /** A live region says what changes: the same sentence twice needs a difference that nobody hears. */
  #speak(sentence: string): void {
    this.said = sentence === this.said ? `${sentence}\u00a0` : sentence;
  }

  /** Says the step, unless it is one of many that are played; then gets the one after it ready. */
  #announce(): void {
    clearTimeout(this.#speech);
    if (this.playing) return;
    this.#speech = setTimeout(() => {
      const { scene } = this;
      const { page, values, step } = scene;
      const question = step === 0 ? spokenText(page.questionHtml, values) : '';
      const sentence = scene.kind.words.sentence(scene.run, step, getLocale());
      const cue = spokenText(scene.cueAt(step) ?? '', values);
      const waiting = this.#asked ? m.prediction_waits() : '';
      this.#speak([question, sentence, cue, waiting].filter(Boolean).join(' '));
      this.#speech = setTimeout(() => this.#prepareNext(), PREPARE_DELAY);
    }, SPEECH_DELAY);
  }

  /** Has the next step worked out while nobody waits: a trace remembers what it has computed. */
  #prepareNext(): void {
    const { kind, run, step, length } = this.scene;
    if (step < length) kind.words.sentence(run, step + 1, getLocale());
  }

  perform(action: Exclude<Action, 'answer' | 'help'>): void {
    const actions: Record<typeof action, () => void> = {
      next: () => this.next(),
      back: () => this.back(),
      first: () => this.goTo(0),
      last: () => this.goTo(this.scene.length),
      'previous-scene': () => this.enter(this.sceneIndex - 1),
      'next-scene': () => this.enter(this.sceneIndex + 1),
      play: () => this.toggle(),
      cell: () => this.setGrain('cell'),
      product: () => this.setGrain('product')
    };
    actions[action]();
  }

  /** Stops everything that runs by itself. */
  dispose(): void {
    clearTimeout(this.#rest);
    clearTimeout(this.#speech);
    this.clock.stop();
  }
}
