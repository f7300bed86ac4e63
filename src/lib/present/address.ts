/** How a lesson is printed. */
export type Printed = 'steps' | 'scenes';

/** What an address says besides the state of the lesson. */
export interface PresentAddress {
  /** The parts that a lesson's address has. */
  readonly lesson: URLSearchParams;
  /** Whether the question of the step is open. */
  readonly asked: boolean;
  readonly print: Printed | null;
  /** Whether the printed pages have the speaker's notes, and what was drawn. */
  readonly notes: boolean;
  readonly marks: boolean;
}

const OWN_PARTS = ['question', 'print', 'notes', 'marks'];

/** Reads the address of a projected lesson; what it says of the lesson itself is the player's to read. */
export function readPresentAddress(search: string): PresentAddress {
  const parameters = new URLSearchParams(search);
  const print = (['steps', 'scenes'] as const).find((each) => each === parameters.get('print')) ?? null;
  const [asked, notes, marks] = ['question', 'notes', 'marks'].map((part) => parameters.has(part));
  const lesson = new URLSearchParams(search);
  for (const part of OWN_PARTS) lesson.delete(part);
  return { lesson, asked: asked === true, print, notes: notes === true, marks: marks === true };
}

/** The query of a projected lesson: its state, and whether its question is open. */
export function writePresentAddress({ query, asked }: { query: string; asked: boolean }): string {
  return asked ? `${query}&question` : query;
}
