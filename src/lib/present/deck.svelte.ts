import type { LessonPage } from '$lib/course';
import type { SceneKinds } from '$lib/kinds';
import { Player, type Moment } from '$lib/player';
import { someSeed, type ExerciseTitle } from '$lib/practice';
import type { PresentAddress } from './address';
import { pressed, type ClassQuestion } from './class-question';
import type { PresentAction } from './keys';
import { Marks } from './marks.svelte';
import { WIDE_CANVAS, type CanvasPoint, type Extent } from './scale';

/** What all windows of a lesson show. */
export interface DeckState {
  readonly moment: Moment;
  readonly black: boolean;
  readonly zoom: CanvasPoint | null;
  /** What the class is asked. */
  readonly question: ClassQuestion | null;
  /** When the timer was started, in milliseconds since 1970. */
  readonly started: number | null;
}

/** What a key does with the lesson itself, in whatever window it is pressed. */
export type Driving = Extract<
  PresentAction,
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'previous-scene'
  | 'next-scene'
  | 'play'
  | 'cell'
  | 'product'
  | 'reset'
  | 'black'
>;

/** What is in the hand that points. */
export type Tool = 'pen' | 'laser';

/** A lesson in front of a class, as one window of it has it. */
export class Deck {
  readonly player: Player;
  readonly marks: Marks;
  black = $state(false);
  zoom = $state.raw<CanvasPoint | null>(null);
  question = $state.raw<ClassQuestion | null>(null);
  started = $state<number | null>(null);
  /** Where the laser points; null when it is off. */
  laser = $state.raw<CanvasPoint | null>(null);
  tool = $state<Tool | null>(null);
  /** Whether the numbers may be changed. */
  editing = $state(false);
  /** What the class sees it on. */
  canvas = $state.raw<Extent>(WIDE_CANVAS);

  constructor(lesson: LessonPage, kinds: SceneKinds) {
    this.player = new Player(lesson, kinds, { stops: true });
    this.marks = new Marks(lesson.slug);
  }

  /** Shows what an address says. */
  open({ lesson, asked }: Pick<PresentAddress, 'lesson' | 'asked'>): void {
    this.player.open(lesson);
    if (!asked) return;
    this.player.follow({ ...this.player.moment, asked }, false);
  }

  get state(): DeckState {
    const { player, black, zoom, question, started } = this;
    return { moment: player.moment, black, zoom, question, started };
  }

  take({ moment, black, zoom, question, started }: DeckState): void {
    this.player.follow(moment);
    this.black = black;
    this.zoom = zoom;
    this.question = question;
    this.started = started;
  }

  /** Goes on, or back, or elsewhere. The timer runs from the first time. */
  drive(action: Driving): void {
    this.player.notice = '';
    if (action === 'black') this.black = !this.black;
    else if (this.question && (action === 'next' || action === 'back')) {
      this.question = pressed(this.question, action === 'next' ? 1 : -1);
    } else if (action === 'reset') this.#reset();
    else {
      this.started ??= Date.now();
      this.player.perform(action);
    }
  }

  /** Asks the class, or puts the question away; false where there is nothing to ask. */
  toggleQuestion([first]: readonly ExerciseTitle[]): boolean {
    if (this.question) this.question = null;
    else if (first) this.question = { name: first.name, level: 1, seed: someSeed(), shown: 0, ends: null };
    else return false;
    return true;
  }

  /** Brings the lesson's own numbers back. */
  #reset(): void {
    const { scene } = this.player;
    if (scene.edited) this.player.numbersOf(scene).take(scene.own);
  }

  /** The place that strokes belong to: a step of a scene at a grain. */
  readonly place = $derived.by(() => {
    const { page, step, grain } = this.player.scene;
    return `${page.id} ${grain} ${step}`;
  });

  /** Puts the pen or the laser into the hand, or back. */
  toggleTool(tool: Tool): void {
    this.tool = this.tool === tool ? null : tool;
    this.laser = null;
  }
}
