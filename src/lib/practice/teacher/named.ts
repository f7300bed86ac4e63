/** A lesson as a teacher chooses by it. */
export interface NamedLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
}
