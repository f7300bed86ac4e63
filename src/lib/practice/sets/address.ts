/**
 * A set as the query of an address: `?k=output-size.2,output-cell.1&n=10&seed=123&f=0&h=0&s=1&v=1&t=20`. What a query gets
 * wrong is named, and the rest of it holds: a link that was copied badly still opens.
 */
import { hashOf, LEVELS, type Level } from '$lib/exercise';
import { isExercise } from '../names';
import {
  kindsText,
  MOST_MINUTES,
  MOST_QUESTIONS,
  MOST_SEED,
  PLAIN_SET,
  type PracticeSet,
  type SetKind
} from './set';

/** What is wrong with an address, with what stands there, cut short. */
export type SetProblem =
  | { readonly code: 'no-kinds' }
  | { readonly code: 'unknown-kinds'; readonly texts: readonly string[]; readonly count: number }
  | { readonly code: 'level'; readonly text: string; readonly used: Level }
  | { readonly code: 'number' | 'seed'; readonly text: string; readonly used: number }
  | { readonly code: 'minutes'; readonly text: string; readonly used: number | null }
  | { readonly code: 'option'; readonly text: string };

export interface SetReading {
  readonly set: PracticeSet;
  readonly problems: readonly SetProblem[];
}

const LONGEST_ECHO = 24;
const MOST_NAMED = 3;

/** The options by the letter that an address has for them. */
const OPTIONS = { f: 'feedback', h: 'hints', s: 'shuffled', v: 'perStudent' } as const;

const echo = (text: string) => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text);

/** The query of a set. Options that are as usual are not written: the link, and its QR code, stay small. */
export function setQuery(set: PracticeSet): string {
  const options = Object.entries(OPTIONS).flatMap(([letter, option]) =>
    set[option] === PLAIN_SET[option] ? [] : [`${letter}=${Number(set[option])}`]
  );
  const minutes = set.minutes === null ? [] : [`t=${set.minutes}`];
  const parts = [`k=${kindsText(set.kinds)}`, `n=${set.number}`, `seed=${set.seed}`, ...options, ...minutes];
  return `?${parts.join('&')}`;
}

/** A whole number within its limits; the nearest one where it is outside, null where it is none. */
function wholeWithin(text: string, least: number, most: number): number | null {
  return /^-?\d+$/.test(text.trim()) ? Math.min(Math.max(Number(text), least), most) : null;
}

function readKinds(text: string, problems: SetProblem[]): SetKind[] {
  const kinds: SetKind[] = [];
  const unknown = new Set<string>();
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const dot = part.indexOf('.');
    const [name, levelText] = dot < 0 ? [part, '1'] : [part.slice(0, dot), part.slice(dot + 1)];
    if (!isExercise(name)) {
      unknown.add(echo(name));
      continue;
    }
    const level = LEVELS.find((known) => `${known}` === levelText) ?? LEVELS[0];
    if (`${level}` !== levelText) problems.push({ code: 'level', text: echo(part), used: level });
    if (!kinds.some((kind) => kind.name === name && kind.level === level)) kinds.push({ name, level });
  }
  if (unknown.size > 0) {
    problems.push({ code: 'unknown-kinds', texts: [...unknown].slice(0, MOST_NAMED), count: unknown.size });
  }
  if (kinds.length === 0) problems.push({ code: 'no-kinds' });
  return kinds;
}

function readNumber(text: string | null, problems: SetProblem[]): number {
  if (text === null) return PLAIN_SET.number;
  const number = wholeWithin(text, 1, MOST_QUESTIONS) ?? PLAIN_SET.number;
  if (Number(text) !== number) problems.push({ code: 'number', text: echo(text), used: number });
  return number;
}

/** A seed that is none becomes one by its letters: the same broken link still gives everybody the same questions. */
function readSeed(text: string | null, problems: SetProblem[]): number {
  if (text === null) return PLAIN_SET.seed;
  const seed = wholeWithin(text, 0, MOST_SEED);
  if (seed !== null && seed === Number(text)) return seed;
  const used = hashOf(text);
  problems.push({ code: 'seed', text: echo(text), used });
  return used;
}

function readMinutes(text: string | null, problems: SetProblem[]): number | null {
  if (text === null) return null;
  const minutes = wholeWithin(text, 1, MOST_MINUTES);
  if (minutes === null || minutes !== Number(text)) {
    problems.push({ code: 'minutes', text: echo(text), used: minutes });
  }
  return minutes;
}

function readOptions(query: URLSearchParams, problems: SetProblem[]) {
  const read = (letter: keyof typeof OPTIONS) => {
    const text = query.get(letter);
    if (text !== null && text !== '0' && text !== '1') {
      problems.push({ code: 'option', text: echo(`${letter}=${text}`) });
    }
    return text === '1' || (text !== '0' && PLAIN_SET[OPTIONS[letter]]);
  };
  return { feedback: read('f'), hints: read('h'), shuffled: read('s'), perStudent: read('v') };
}

/** The set that a query means, and what of it could not be used. A set without kinds asks nothing. */
export function readSet(query: URLSearchParams): SetReading {
  const problems: SetProblem[] = [];
  const set = {
    kinds: readKinds(query.get('k') ?? '', problems),
    number: readNumber(query.get('n'), problems),
    seed: readSeed(query.get('seed'), problems),
    ...readOptions(query, problems),
    minutes: readMinutes(query.get('t'), problems)
  };
  return { set, problems };
}

/** The set that a link means which somebody pasted; null where it is no link to a set. */
export function readSetLink(text: string): SetReading | null {
  const begin = text.indexOf('?');
  const query = new URLSearchParams(begin < 0 ? '' : text.slice(begin).trim());
  return query.has('k') ? readSet(query) : null;
}
