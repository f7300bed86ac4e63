/** The ways to practise. */
export const MODES = ['lesson', 'mixed', 'mastery', 'review', 'test'] as const;
export type Mode = (typeof MODES)[number];
