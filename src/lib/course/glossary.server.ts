/**
 * The glossary, read and checked when the site is built. A term without words in one language, words for no term,
 * a lesson that the course does not have, a scene or a step that its lesson does not have: each fails the build.
 */
import curriculum from '$lessons/curriculum';
import plan from '$lessons/glossary';
import english from '$lessons/glossary.en.yaml?raw';
import korean from '$lessons/glossary.ko.yaml?raw';
import type { Locale } from '$lib/paraglide/runtime';
import * as v from 'valibot';
import { parse as parseYaml } from 'yaml';
import {
  glossarySchema,
  glossaryWordsSchema,
  type GlossaryTerm,
  type GlossaryWords,
  type ScenePlace
} from './glossary';
import { isThere, lessonPage } from './library.server';
import { ProseError } from './prose.server';

type Plan = v.InferOutput<typeof glossarySchema>;

interface Glossary {
  readonly plan: Plan;
  readonly words: Readonly<Record<Locale, GlossaryWords>>;
}

/** Chapter and number of a lesson in the course, written or not; undefined when the course has none of that name. */
export function placeInCourse(lesson: string): { chapter: number; number: number } | undefined {
  let number = 0;
  for (const [index, slugs] of curriculum.entries()) {
    const found = (slugs as readonly string[]).indexOf(lesson);
    if (found >= 0) return { chapter: index + 1, number: number + found + 1 };
    number += slugs.length;
  }
  return undefined;
}

function readWords(source: string, file: string): GlossaryWords {
  const checked = v.safeParse(glossaryWordsSchema, parseYaml(source));
  if (!checked.success) throw new ProseError(`${file}: ${v.summarize(checked.issues)}`);
  return checked.output;
}

function checkWords(plan: Plan, words: GlossaryWords, file: string): void {
  const missing = plan.find(({ id }) => !(id in words));
  if (missing) throw new ProseError(`${file}: ${missing.id} has no words`);
  const ids = new Set(plan.map(({ id }) => id));
  const extra = Object.keys(words).find((id) => !ids.has(id));
  if (extra !== undefined) throw new ProseError(`${file}: there is no term ${extra} in glossary.ts`);
}

/** The glossary from the text of its files. Exported for tests of broken ones. */
export function readGlossary(source: unknown, texts: Readonly<Record<Locale, string>>): Glossary {
  const checked = v.safeParse(glossarySchema, source);
  if (!checked.success) throw new ProseError(`glossary.ts: ${v.summarize(checked.issues)}`);
  const terms = checked.output;
  if (new Set(terms.map(({ id }) => id)).size !== terms.length) {
    throw new ProseError('glossary.ts: two terms have the same id');
  }
  for (const { id, lesson, shown } of terms) {
    if (!placeInCourse(lesson))
      throw new ProseError(`glossary.ts, ${id}: the course has no lesson ${lesson}`);
    if (!shown) continue;
    if (!placeInCourse(shown.lesson)) {
      throw new ProseError(`glossary.ts, ${id}: the course has no lesson ${shown.lesson}`);
    }
    isThere(shown, `glossary.ts, ${id}`);
  }
  const words = {
    en: readWords(texts.en, 'glossary.en.yaml'),
    ko: readWords(texts.ko, 'glossary.ko.yaml')
  };
  checkWords(terms, words.en, 'glossary.en.yaml');
  checkWords(terms, words.ko, 'glossary.ko.yaml');
  return { plan: terms, words };
}

const glossary = readGlossary(plan, { en: english, ko: korean });

function shownIn(place: ScenePlace | undefined, id: string, language: Locale): GlossaryTerm['shown'] {
  if (!place || !isThere(place, `glossary.ts, ${id}`)) return null;
  const lesson = lessonPage(place.lesson, language);
  const scene = lesson?.scenes.find((candidate) => candidate.id === place.scene);
  return lesson && scene ? { ...place, lessonTitle: lesson.title, sceneTitle: scene.title } : null;
}

/** The terms in one language, in the order of the course. */
export function glossaryTerms(language: Locale): GlossaryTerm[] {
  const here = glossary.words[language];
  const other = glossary.words[language === 'ko' ? 'en' : 'ko'];
  return glossary.plan.flatMap(({ id, lesson, shown }) => {
    const [words, otherWords, place] = [here[id], other[id], placeInCourse(lesson)];
    if (!words || !otherWords || !place) return [];
    return {
      id,
      ...words,
      otherName: otherWords.name,
      otherSynonyms: otherWords.synonyms,
      chapter: place.chapter,
      lesson: place.number,
      shown: shownIn(shown, id, language)
    };
  });
}
