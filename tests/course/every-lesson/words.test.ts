import { lessonPage, lessonSummaries } from '$lib/course/library.server';
import { loadKinds } from '$lib/kinds';
import { describe, expect, it } from 'vitest';
import { LESSONS } from '../../data/lessons';

const LANGUAGES = ['ko', 'en'] as const;

function pageOf(slug: string, language: 'ko' | 'en') {
  const page = lessonPage(slug, language);
  if (!page) throw new Error(`there is no lesson ${slug}`);
  return page;
}

const plain = (html: string) => html.replace(/<[^>]*>/g, '').trim();

it('the course has the lessons of the folders, in both languages', () => {
  const slugs = LESSONS.map(({ slug }) => slug);
  for (const language of LANGUAGES) {
    expect(lessonSummaries(language).map(({ slug }) => slug)).toEqual(slugs);
  }
});

describe.each(LESSONS)('the words of $slug', ({ slug, titles, scenes }) => {
  const [korean, english] = [pageOf(slug, 'ko'), pageOf(slug, 'en')];

  it('are in the language of their page', () => {
    expect([korean.title, english.title]).toEqual([titles.ko, titles.en]);
    expect(korean.title).toMatch(/[가-힣]/);
    for (const { title } of [english, ...english.scenes]) expect(title).not.toMatch(/[가-힣]/);
  });

  it('have the same scenes, cues and questions in both', () => {
    const outline = (page: typeof korean) =>
      page.scenes.map(({ id, cueHtml, predictionHtml, goalHtml }) => [
        id,
        Object.keys(cueHtml),
        Object.keys(predictionHtml),
        goalHtml !== null
      ]);
    expect(outline(korean)).toEqual(outline(english));
    expect(english.scenes.map(({ id }) => id)).toEqual(scenes.map(({ id }) => id));
  });

  it('are nowhere empty, and no formula failed', () => {
    for (const { summaryHtml, ...page } of [korean, english]) {
      for (const { title, questionHtml, cueHtml, predictionHtml } of page.scenes) {
        const words = [
          ...[title, questionHtml, summaryHtml],
          ...Object.values(cueHtml),
          ...Object.values(predictionHtml)
        ];
        for (const text of words) expect(plain(text)).not.toBe('');
        for (const text of words) expect(text).not.toContain('katex-error');
      }
    }
  });

  it('begin with a cue for the start', () => {
    for (const { id, cues } of english.scenes) {
      expect(cues, id).toContain(0);
      expect(new Set(cues).size, id).toBe(cues.length);
    }
  });

  it.each(LANGUAGES)('of every step are there, and whole (%s)', async (language) => {
    for (const scene of scenes) {
      const kind = (await loadKinds([scene.plan.kind]))[scene.plan.kind];
      for (const grain of scene.grains) {
        const run = scene.run(grain);
        const wrong: string[] = [];
        for (let step = 0; step <= run.length; step++) {
          for (const words of [kind?.words.heading, kind?.words.caption, kind?.words.sentence]) {
            const text = words?.(run, step, language) ?? '';
            if (!/\S/.test(text) || /undefined|NaN|\{|\}/.test(text)) wrong.push(`${step}: ${text}`);
          }
        }
        expect(wrong, `${scene.id} by ${grain}`).toEqual([]);
      }
    }
  });

  it('explain every mistake that a question names', async () => {
    for (const { plan } of scenes) {
      const kind = (await loadKinds([plan.kind]))[plan.kind];
      for (const rule of plan.predictions.flatMap(({ rules }) => rules)) {
        expect(kind?.words.wrong[rule]?.({ answer: '3', value: '4' }), `${plan.id}, ${rule}`).toMatch(
          /3.*4|4.*3/s
        );
      }
    }
  });
});
