import type { Language } from '../lesson';

export const LANGUAGES = ['ko', 'en'] as const satisfies readonly Language[];
const THEMES = ['light', 'dark', 'contrast'] as const;

/** What is looked for at a size. */
export type Check = 'window' | 'targets' | 'reach' | 'sight' | 'sum in sight' | 'room' | 'axe';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** No digit of a cell is smaller, in pixels. */
  readonly digits: number;
  readonly checks: readonly Check[];
}

const ALL = ['window', 'targets', 'reach', 'sight', 'axe'] as const;

export const DESKTOP: Size = { width: 1440, height: 810, digits: 14, checks: [...ALL, 'room'] };
export const PHONE: Size = { width: 390, height: 844, digits: 10, checks: ALL };

/** The sizes that must work: phones, a phone on its side, 400 % zoom, tablets, laptops, a projector. */
const SIZES: readonly Size[] = [
  { width: 390, height: 664, digits: 9, checks: ['window', 'targets', 'reach', 'sum in sight', 'axe'] },
  PHONE,
  { width: 844, height: 390, digits: 8, checks: ['window', 'reach', 'sum in sight', 'room', 'axe'] },
  { width: 320, height: 256, digits: 9, checks: [] },
  { width: 768, height: 1024, digits: 10, checks: ALL },
  { width: 1024, height: 768, digits: 9, checks: [...ALL, 'room'] },
  { width: 1366, height: 625, digits: 10, checks: [...ALL, 'room'] },
  DESKTOP,
  { width: 1920, height: 1080, digits: 14, checks: [...ALL, 'room'] }
];

export interface Look {
  readonly language: Language;
  readonly theme: (typeof THEMES)[number];
  readonly size: Size;
  /** Whether axe looks too: once in each theme and in both languages. */
  readonly axe: boolean;
}

/** Which of nine turns have axe with them: a third of the themes each, and not all in one language. */
const WITH_AXE = [0, 1, 5];

/**
 * How a scene is seen: once in each size, with themes and languages in turn, and other ones for the next scene. So every
 * scene sees every theme, language and size, and the course sees them together in all ways.
 *
 * @param turn a number of the scene's own
 */
export function looksOf(turn: number): Look[] {
  return SIZES.map((_, index) => ({
    language: LANGUAGES[(turn + index) % LANGUAGES.length] ?? 'ko',
    theme: THEMES[(turn + index) % THEMES.length] ?? 'light',
    size: SIZES[(2 * turn + index) % SIZES.length] ?? DESKTOP,
    axe: WITH_AXE.includes(index)
  }));
}
