import type { Language } from '../lesson';

export const LANGUAGES = ['ko', 'en'] as const satisfies readonly Language[];
const THEMES = ['light', 'dark', 'contrast'] as const;

/** What is looked for at a size. */
export type Check = 'window' | 'targets' | 'reach' | 'sight' | 'sum in sight' | 'room';

export interface Size {
  readonly width: number;
  readonly height: number;
  /** No digit of a cell is smaller, in pixels. */
  readonly digits: number;
  readonly checks: readonly Check[];
}

const ALL = ['window', 'targets', 'reach', 'sight'] as const;

export const DESKTOP: Size = { width: 1440, height: 810, digits: 14, checks: [...ALL, 'room'] };
export const PHONE: Size = { width: 390, height: 844, digits: 10, checks: ALL };

/** The sizes that must work, and what holds at each: phones, a phone on its side, tablets, laptops, a projector. */
const SIZES: readonly Size[] = [
  { width: 390, height: 664, digits: 9, checks: ['window', 'targets', 'sum in sight'] },
  PHONE,
  { width: 844, height: 390, digits: 8, checks: ['window', 'reach', 'sum in sight', 'room'] },
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
  readonly moment: 'end' | 'middle' | 'first step';
}

const MOMENTS = ['end', 'middle', 'first step'] as const;

/**
 * How a scene is seen: once in each theme, with sizes, languages and moments in turn, and other ones for the next scene.
 * Every scene sees both languages, a lesson of three scenes all sizes, and the course sees them together in all ways.
 *
 * @param turn a number of the scene's own; the next scene of a lesson has the next one
 */
export function looksOf(turn: number): Look[] {
  return THEMES.map((_, index) => ({
    language: LANGUAGES[(turn + index) % LANGUAGES.length] ?? 'ko',
    theme: THEMES[(turn + index) % THEMES.length] ?? 'light',
    size: SIZES[(THEMES.length * turn + index) % SIZES.length] ?? DESKTOP,
    moment: MOMENTS[index] ?? 'end'
  }));
}
