import {
  EQUALS,
  exactText,
  PLUS,
  sounding,
  TIMES,
  type EquationPiece,
  type NamedEquation
} from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { KindWords } from '../shared/kind';
import { lengthValues } from '../shared/line/set-length';
import type { LineSettings } from '../shared/line/settings';
import type { Notation, NotationName, NotationsRun } from './model';
import type { wrong } from './wrong';

const piece = (text: number | string, tone: EquationPiece['tone']): EquationPiece => ({
  text: `${text}`,
  tone
});
const MINUS = piece(' − ', 'sign');
const ONE_MORE = [PLUS, piece(1, 'sign')];
/** A number below 0 with the sign that equations have. */
const signed = (value: number) => (value < 0 ? `−${-value}` : `${value}`);

/** Whose notation it is. */
export const NOTATION_NAMES: Readonly<Record<NotationName, () => string>> = {
  textbook: m.notation_textbook,
  floored: m.notation_floored,
  height: m.notation_height,
  pooling: m.notation_pooling
};

/** The rule in its own letters; what stands below the line is marked by an underscore. */
export const NOTATION_SYMBOLS: Readonly<Record<NotationName, string>> = {
  textbook: 'W_2 = (W_1 − F + 2P)/S + 1',
  floored: 'N_out = ⌊(N_in + 2P − K)/S⌋ + 1',
  height: 'OH = (H + 2P − FH)/S + 1',
  pooling: 'W_2 = (W_1 − F)/S + 1'
};

/** The way of the window as the rule writes it, with numbers. */
function roomPieces(name: NotationName, { input, kernel, padding }: LineSettings): EquationPiece[] {
  const [start, window] = [piece(input, 'input'), piece(kernel, 'kernel')];
  const ring = [PLUS, piece(2, 'sign'), TIMES, piece(padding, 'input')];
  if (name === 'pooling') return [start, MINUS, window];
  if (name === 'textbook') return [start, MINUS, window, ...ring];
  return [start, ...ring, MINUS, window];
}

/** The rule with its numbers; rounded down where it says so. */
export function notationPieces({ name, exact, floored }: Notation, settings: LineSettings): EquationPiece[] {
  const isFloored = name === 'floored';
  return [
    piece(isFloored ? '⌊(' : '(', 'sign'),
    ...roomPieces(name, settings),
    piece(')/', 'sign'),
    piece(settings.stride, 'kernel'),
    ...(isFloored ? [piece('⌋', 'sign')] : []),
    ...ONE_MORE,
    EQUALS,
    piece(isFloored ? signed(floored) : exactText(exact), 'output')
  ];
}

/** A fraction and its floor; null where the rule gives a whole number, or rounds by itself. */
export function floorPieces({ name, exact, floored }: Notation): EquationPiece[] | null {
  if (name === 'floored' || exact.equals(floored)) return null;
  return [piece(`⌊${exactText(exact)}⌋`, 'sign'), EQUALS, piece(signed(floored), 'output')];
}

/** How far the window can go, and how many steps that is, with what is left. */
export function divisionEquations({ walk }: NotationsRun, step: number, locale: Locale): NamedEquation[] {
  if (step === 0) return [];
  const { room, stride, outputs, leftover } = walk;
  const pieces = [...roomPieces('floored', walk), EQUALS, piece(signed(room), 'product')];
  const way = { title: m.notation_title_room({}, { locale }), pieces };
  if (outputs === 0) return [way];
  const division = [
    piece(outputs - 1, 'output'),
    TIMES,
    piece(stride, 'kernel'),
    PLUS,
    piece(leftover, 'sign'),
    EQUALS,
    piece(room, 'product')
  ];
  return [way, { title: m.notation_title_division({}, { locale }), pieces: division }];
}

/** The line over the caption of a step. */
function heading({ notations, length }: NotationsRun, step: number, locale: Locale): string {
  const notation = notations[step - 1];
  if (notation) return m.notation_heading({ step, name: NOTATION_NAMES[notation.name]() }, { locale });
  return step === length
    ? m.notation_heading_all({ step }, { locale })
    : m.caption_title_start({}, { locale });
}

/** The caption of a step. */
function caption({ notations, walk, length }: NotationsRun, step: number, locale: Locale): string {
  const language = { locale };
  if (step === 0) return m.notation_start({}, language);
  const { outputs, padding } = walk;
  if (outputs === 0) return m.notation_nothing({}, language);
  const notation = notations[step - 1];
  if (step === length) {
    const words = { outputs: sounding(`${outputs}`, '와/과', locale) };
    return walk.leftover === 0 ? m.notation_all_even(words, language) : m.notation_all_rest(words, language);
  }
  if (!notation) return m.notation_start({}, language);
  if (notation.name === 'floored') {
    return m.notation_said_floored({ outputs: sounding(`${outputs}`, '이/가', locale) }, language);
  }
  const exact = exactText(notation.exact);
  const value = sounding(exact, '이/가', locale);
  if (notation.name === 'pooling' && padding > 0) {
    return m.notation_said_pooling({ value, padding: sounding(`${padding}`, '을/를', locale) }, language);
  }
  if (notation.exact.equals(notation.floored)) return m.notation_said_whole({ value: exact }, language);
  const floored = sounding(`${notation.floored}`, '으로/로', locale);
  return m.notation_said_fraction({ value, floored }, language);
}

/** What the live region says of a step. */
function sentence(run: NotationsRun, step: number, locale: Locale): string {
  if (step === 0) return m.notation_live_start({}, { locale });
  return m.live_sentence({ step, caption: caption(run, step, locale) }, { locale });
}

/** The numbers that prose may show; four lengths can be changed there. */
function values(settings: LineSettings, { walk }: NotationsRun) {
  const shown = (value: number) => ({ text: signed(value) });
  return {
    ...lengthValues(settings, ['input', 'kernel', 'stride', 'padding']),
    room: shown(walk.room),
    outputs: shown(walk.outputs),
    leftover: shown(walk.leftover)
  };
}

export const words: KindWords<LineSettings, NotationsRun, keyof typeof wrong> = {
  values,
  heading,
  sentence,
  caption,
  wrong: {},
  otherwise: m.walk_wrong,
  watch: m.walk_watch
};
