/** The rest of the course: lessons that have a place in the curriculum, and are not written yet. */
import coming from '$lessons/coming';
import curriculum from '$lessons/curriculum';
import type { Locale } from '$lib/paraglide/runtime';
import { lessonSummaries } from './library.server';
import type { ComingLesson } from './pages';
import { ProseError } from './prose.server';

const titles: Readonly<Record<string, Readonly<Record<Locale, string>>>> = coming;

/**
 * The lessons that are to come, in the order of the course.
 *
 * @throws {ProseError} when a lesson of the curriculum is neither written nor announced, or both
 */
export function comingLessons(language: Locale): ComingLesson[] {
  const written = new Set(lessonSummaries(language).map(({ slug }) => slug));
  const places = curriculum
    .flatMap((slugs, index) => slugs.map((slug) => ({ slug: slug as string, chapter: index + 1 })))
    .map((place, index) => ({ ...place, number: index + 1 }));
  return places.flatMap(({ slug, ...place }) => {
    const title = titles[slug]?.[language];
    if (written.has(slug) === (title !== undefined)) {
      const what = title === undefined ? 'is not there, and has no title' : 'is there, and has a title still';
      throw new ProseError(`coming.ts: the lesson ${slug} ${what}`);
    }
    return title === undefined ? [] : [{ ...place, title }];
  });
}
