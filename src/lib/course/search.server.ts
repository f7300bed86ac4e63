/** All that can be found on the pages of one language: lessons, their scenes, and the terms of the glossary. */
import type { Locale } from '$lib/paraglide/runtime';
import * as m from '$lib/paraglide/messages';
import type { SearchEntry } from '$lib/search';
import { glossaryTerms } from './glossary.server';
import { lessonPage, lessonSummaries } from './library.server';
import type { LessonPage, ScenePage } from './pages';

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }
};

/** The words of made HTML. Formulas are left out: what is typeset is not what anybody types. */
function wordsIn(html: string): string {
  return html
    .replace(/<math[\s\S]*?<\/math>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function lessonEntry(lesson: LessonPage, other: LessonPage, language: Locale): SearchEntry {
  return {
    kind: 'lesson',
    title: lesson.title,
    synonyms: [],
    otherNames: [other.title],
    text: `${lesson.summary} ${wordsIn(lesson.summaryHtml)}`,
    note: `${m.lesson_number({ number: lesson.number }, { locale: language })} · ${lesson.summary}`,
    path: `lessons/${lesson.slug}/`
  };
}

function sceneEntry(lesson: LessonPage, scene: ScenePage, other: LessonPage, language: Locale): SearchEntry {
  const otherScene = other.scenes.find(({ id }) => id === scene.id);
  return {
    kind: 'scene',
    title: scene.title,
    synonyms: [],
    otherNames: otherScene ? [otherScene.title] : [],
    text: wordsIn([scene.html, ...Object.values(scene.cueHtml)].join(' ')),
    note: `${m.lesson_number({ number: lesson.number }, { locale: language })} ${lesson.title}`,
    path: `lessons/${lesson.slug}/?scene=${scene.id}&step=0`
  };
}

/** The entries of one language, in the order of the course. */
export function searchEntries(language: Locale): SearchEntry[] {
  const lessons = lessonSummaries(language).flatMap(({ slug }) => {
    const lesson = lessonPage(slug, language);
    const other = lessonPage(slug, language === 'ko' ? 'en' : 'ko');
    if (!lesson || !other) return [];
    const scenes = lesson.scenes.map((scene) => sceneEntry(lesson, scene, other, language));
    return [lessonEntry(lesson, other, language), ...scenes];
  });
  const terms = glossaryTerms(language).map((term): SearchEntry => ({
    kind: 'term',
    title: term.name,
    synonyms: term.synonyms,
    otherNames: [term.otherName, ...term.otherSynonyms],
    text: term.definition,
    note: term.definition,
    path: `glossary/#${term.id}`
  }));
  return [...lessons, ...terms];
}
