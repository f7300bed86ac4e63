import * as v from 'valibot';
import { identifier } from './lesson';

/** A scene of a lesson at one of its steps. */
const scenePlaceSchema = v.strictObject({
  lesson: identifier,
  scene: identifier,
  step: v.pipe(v.number(), v.integer(), v.minValue(0))
});
export type ScenePlace = v.InferOutput<typeof scenePlaceSchema>;

/** The language-free half of the glossary. */
export const glossarySchema = v.array(
  v.strictObject({
    id: identifier,
    /** The lesson of the course that teaches the term, written or not. */
    lesson: identifier,
    /** The scene that shows it, which may belong to another lesson. */
    shown: v.optional(scenePlaceSchema)
  })
);
export type GlossaryPlan = v.InferInput<typeof glossarySchema>;

const text = v.pipe(v.string(), v.minLength(1));

/** The glossary's words in one language, by term. */
export const glossaryWordsSchema = v.record(
  identifier,
  v.strictObject({ name: text, synonyms: v.optional(v.array(text), []), definition: text })
);
export type GlossaryWords = v.InferOutput<typeof glossaryWordsSchema>;

/** A term in one language, as a page gets it. */
export interface GlossaryTerm {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  /** What the other language calls it. */
  readonly otherName: string;
  readonly otherSynonyms: readonly string[];
  readonly definition: string;
  readonly chapter: number;
  /** Number of the lesson that teaches it. */
  readonly lesson: number;
  /** Where it is to be seen, as soon as that lesson is there. */
  readonly shown: (ScenePlace & { readonly lessonTitle: string; readonly sceneTitle: string }) | null;
}
