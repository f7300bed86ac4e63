import {
  EQUALS,
  piecesText,
  plainText,
  PLUS,
  sounding,
  TIMES,
  type EquationPiece,
  type NamedEquation
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { windowThing } from '$lib/stage';
import type { KindWords } from '../shared/kind';
import { lengthValues } from '../shared/line/set-length';
import type { LineSettings } from '../shared/line/settings';
import { missingAt, startOf } from '../shared/line/walk';
import type { WalkRun } from './model';
import type { wrong } from './wrong';

const piece = (text: number | string, tone: EquationPiece['tone']): EquationPiece => ({
  text: `${text}`,
  tone
});
const MINUS = piece(' − ', 'sign');

/** N + 2×P. */
const lineLength = ({ walk }: WalkRun): EquationPiece[] => [
  piece(walk.input, 'input'),
  PLUS,
  piece(2, 'sign'),
  TIMES,
  piece(walk.padding, 'input')
];

/** What is covered when the window stands at a place: so many steps, and the window. */
function endPieces({ walk }: WalkRun, place: number): EquationPiece[] {
  const end = startOf(walk, place) + walk.span;
  return [
    piece(place, 'output'),
    TIMES,
    piece(walk.stride, 'kernel'),
    PLUS,
    piece(walk.span, 'kernel'),
    EQUALS,
    piece(end, 'kernel')
  ];
}

/** D×(F − 1) + 1: what a window with gaps covers. */
const spanPieces = ({ walk }: WalkRun): EquationPiece[] => [
  piece(walk.dilation, 'kernel'),
  TIMES,
  piece('(', 'sign'),
  piece(walk.kernel, 'kernel'),
  piece(' − 1)', 'sign'),
  PLUS,
  piece(1, 'sign'),
  EQUALS,
  piece(walk.span, 'kernel')
];

const roomPieces = (run: WalkRun): EquationPiece[] => [
  ...lineLength(run),
  MINUS,
  piece(run.walk.span, 'kernel'),
  EQUALS,
  piece(plainText(run.walk.room), 'product')
];

const stepsPieces = ({ walk }: WalkRun): EquationPiece[] => [
  piece('⌊', 'sign'),
  piece(walk.room, 'product'),
  piece('/', 'sign'),
  piece(walk.stride, 'kernel'),
  piece('⌋', 'sign'),
  EQUALS,
  piece(walk.outputs - 1, 'output')
];

const placesPieces = (places: number): EquationPiece[] => [
  piece(places - 1, 'output'),
  PLUS,
  piece(1, 'kernel'),
  EQUALS,
  piece(places, 'output')
];

/**
 * While the window walks: how far it reaches, and its places; then the rule, a part a step. Before it, where there are
 * gaps, what the window covers.
 */
export function walkEquations(run: WalkRun, step: number, locale: Locale): NamedEquation[] {
  const moment = run.moments[step - 1];
  if (!moment) return [];
  const { walk, moments } = run;
  const span = { title: m.walk_title_span({}, { locale }), pieces: spanPieces(run) };
  const before = walk.dilation > 1 ? [span] : [];
  const room = { title: m.walk_title_room({}, { locale }), pieces: roomPieces(run) };
  if (moment.shows === 'nothing') return [...before, room];
  const line = {
    title: m.walk_title_line({}, { locale }),
    pieces: [...lineLength(run), EQUALS, piece(walk.padded, 'input')]
  };
  if (moment.shows === 'place' || moment.shows === 'end') {
    const place = moment.shows === 'place' ? moment.place : walk.outputs;
    const title = moment.shows === 'place' ? m.walk_title_end : m.walk_title_end_next;
    const end = { title: title({}, { locale }), pieces: endPieces(run, place) };
    if (moment.shows === 'end') return [...before, line, end];
    return [
      ...before,
      line,
      end,
      { title: m.walk_title_places({}, { locale }), pieces: placesPieces(place + 1) }
    ];
  }
  const parts = [
    room,
    { title: m.walk_title_steps({}, { locale }), pieces: stepsPieces(run) },
    { title: m.walk_title_places({}, { locale }), pieces: placesPieces(walk.outputs) }
  ];
  const shown = moments
    .slice(0, step)
    .filter(({ shows }) => ['room', 'steps', 'places'].includes(shows)).length;
  return [...before, ...parts.slice(0, shown)];
}

/** The line over the caption of a step. */
function heading({ moments }: WalkRun, step: number, locale: Locale): string {
  const moment = moments[step - 1];
  if (!moment) return m.caption_title_start({}, { locale });
  if (moment.shows === 'place') return m.walk_heading_place({ step, place: moment.place + 1 }, { locale });
  const headings = {
    end: m.walk_heading_end,
    nothing: m.walk_heading_nothing,
    room: m.walk_heading_room,
    steps: m.walk_heading_steps,
    places: m.walk_heading_places
  };
  return headings[moment.shows]({ step }, { locale });
}

/** Whether all cells under the window at a place are padding. */
function isAllPadding({ walk }: WalkRun, place: number): boolean {
  const start = startOf(walk, place);
  return !Array.from({ length: walk.kernel }, (_, tap) => start + tap * walk.dilation).some(
    (cell) => cell >= walk.before && cell < walk.before + walk.input
  );
}

/** The caption of a step. */
function caption(run: WalkRun, step: number, locale: Locale): string {
  const { walk, moments } = run;
  const moment = moments[step - 1];
  if (!moment) return m.walk_start({}, { locale });
  const language = { locale };
  const { span, padded, stride, leftover, outputs, room } = walk;
  if (moment.shows === 'nothing') {
    return m.walk_nothing({ span, padded, missing: sounding(`${-room}`, '이/가', locale) }, language);
  }
  if (moment.shows === 'place') {
    const end = startOf(walk, moment.place) + span;
    const words = { place: moment.place + 1, end, padded };
    const text = m.walk_place(words, language);
    return isAllPadding(run, moment.place) ? `${text} ${m.walk_all_padding({}, language)}` : text;
  }
  if (moment.shows === 'end') {
    const missing = missingAt(walk, outputs);
    return leftover === 0
      ? m.walk_end_flush({ missing }, language)
      : m.walk_end({ missing, leftover }, language);
  }
  if (moment.shows === 'room') return m.walk_room({ equation: piecesText(roomPieces(run)) }, language);
  if (moment.shows === 'steps') {
    const words = { room, stride, steps: outputs - 1, leftover };
    return leftover === 0 ? m.walk_steps_even(words, language) : m.walk_steps(words, language);
  }
  return m.walk_places({ equation: piecesText(placesPieces(outputs)) }, language);
}

/** What the live region says of a step. */
function sentence(run: WalkRun, step: number, locale: Locale): string {
  if (step === 0) return m.walk_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

/** The numbers that prose may show; the five lengths can be changed there. */
function values(settings: LineSettings, { walk }: WalkRun) {
  const shown = (value: number) => ({ text: plainText(value) });
  return {
    ...lengthValues(settings, ['input', 'kernel', 'stride', 'padding', 'dilation']),
    padded: shown(walk.padded),
    span: shown(walk.span),
    room: shown(walk.room),
    steps: shown(Math.max(0, walk.outputs - 1)),
    leftover: shown(walk.leftover),
    outputs: shown(walk.outputs)
  };
}

export const words: KindWords<LineSettings, WalkRun, keyof typeof wrong> = {
  things: (name) => windowThing(name, 1),
  values,
  heading,
  sentence,
  caption,
  wrong: {
    'rounded-up': m.wrong_size_rounded_up,
    unrounded: m.wrong_size_unrounded,
    'input-by-stride': m.wrong_size_input_by_stride,
    'forgot-first-place': m.wrong_size_forgot_first_place,
    'ignored-stride': m.wrong_size_ignored_stride,
    'padding-once': m.wrong_size_padding_once,
    'ignored-padding': m.wrong_size_ignored_padding,
    'kept-length': m.wrong_size_kept_length,
    'ignored-dilation': m.wrong_size_ignored_dilation,
    'dilation-times-kernel': m.wrong_size_dilation_times_kernel
  },
  otherwise: m.walk_wrong,
  watch: m.walk_watch
};
