import { lessonPage, lessonSummaries, readLesson } from '$lib/course/library.server';
import { describe, expect, it } from 'vitest';
import { changedProse, WHOLE_PROSE } from './prose-text';

const FOLDER = 'lessons/99-a';

function plan(scene: Record<string, unknown> = {}) {
  return {
    number: 99,
    slug: 'a',
    chapter: 1,
    scenes: [
      {
        id: 'first',
        kind: 'sliding-window',
        grain: 'cell',
        cues: [0],
        predictions: [{ cell: 2, rules: [] }],
        settings: { input: [[1, 2, 3]], kernel: [[1]] },
        ...scene
      }
    ]
  };
}

const both = { ko: WHOLE_PROSE, en: WHOLE_PROSE };
const secondScene = changedProse('# summary', '# second: Two\n\nWhy?\n\n## notes\n\nNotes.\n\n# summary');

const AVERAGES = { name: 'averages' };
const GOAL = changedProse('## notes', '## goal\n\nDo it.\n\n## reached\n\nDone.\n\n## notes');
const goals = { ko: GOAL, en: GOAL };

describe('a lesson folder that is whole', () => {
  it('may ask for something that can be reached', () => {
    const { prose } = readLesson(FOLDER, plan({ editable: true, goal: AVERAGES }), goals);
    expect(prose.ko.scenes.get('first')?.goal?.asked).toContain('Do it.');
  });

  it('is a plan with words in both languages', () => {
    const { plan: found, prose } = readLesson(FOLDER, plan(), both);
    expect(found.slug).toBe('a');
    expect(prose.ko.title).toBe('A lesson');
    expect(prose.en.scenes.has('first')).toBe(true);
  });
});

describe('a lesson folder fails the build with', () => {
  it.each<[string, unknown, Record<'ko' | 'en', string | undefined>, RegExp]>([
    ['a broken plan', { ...plan(), number: 0 }, both, /99-a\/lesson\.ts: .*number/s],
    ['no Korean', plan(), { ...both, ko: undefined }, /99-a\/ko\.md is missing/],
    ['no English', plan(), { ...both, en: undefined }, /99-a\/en\.md is missing/],
    ['broken Korean', plan(), { ...both, ko: '' }, /99-a\/ko\.md/],
    ['a scene without words', plan({ id: 'other' }), both, /99-a\/..\.md: scene other/],
    [
      'a scene without Korean words',
      plan(),
      { ...both, ko: changedProse('# first', '# other') },
      /ko\.md.*first/
    ],
    ['words for no scene', plan(), { ...both, en: secondScene }, /99-a\/en\.md.*scenes/],
    ['a cue for a step that is not listed', plan({ cues: [] }), both, /99-a\/..\.md, first.*cues.*0/],
    ['a listed step without a cue', plan({ cues: [0, 1] }), both, /99-a\/..\.md, first.*cues.*0,1/],
    [
      'a cue in Korean only',
      plan(),
      { ...both, en: changedProse('step 0', 'step 1') },
      /en\.md, first.*cues/
    ],
    ['a question that is not listed', plan({ predictions: [] }), both, /99-a\/..\.md, first.*questions.*2/],
    [
      'a listed prediction without a question',
      plan({ predictions: [2, 3].map((cell) => ({ cell, rules: [] })) }),
      both,
      /99-a\/..\.md, first.*questions.*2,3/
    ],
    [
      'a word for a thing that is not on stage',
      plan(),
      { ...both, en: changedProse('stage:kernel', 'stage:kernal') },
      /en\.md, first: sliding-window has no thing on stage “kernal”; it has input, kernel/
    ],
    [
      'a word for a cell that no grid has',
      plan(),
      { ...both, ko: changedProse('stage:kernel', 'stage:output-0-1') },
      /ko\.md, first.*no thing.*output-0-1/
    ],
    [
      'a number that the scene does not have',
      plan(),
      { ...both, ko: changedProse('value:stride', 'value:strides') },
      /ko\.md, first: sliding-window has no value “strides”; it has stride, padding/
    ],
    [
      'a goal without words',
      plan({ editable: true, goal: AVERAGES }),
      both,
      /..\.md, first: its goal has no words/
    ],
    ['words for no goal', plan(), { ...both, en: GOAL }, /en\.md, first: there are words for a goal/],
    [
      'a goal that nobody can reach',
      plan({ goal: AVERAGES }),
      goals,
      /lesson\.ts, first: a goal needs numbers/
    ],
    [
      'a goal of another kind of scene',
      plan({ editable: true, goal: { name: 'positive-cells', count: 1 } }),
      goals,
      /lesson\.ts: .*goal/s
    ],
    [
      'a goal that is reached before anything is changed',
      plan({ editable: true, goal: { name: 'output-equals', output: [[1, 2, 3]] } }),
      goals,
      /lesson\.ts, first: the goal is reached before/
    ]
  ])('%s', (_, lesson, texts, message) => {
    const read = () => readLesson(FOLDER, lesson, texts);
    expect(read).toThrow(message);
    expect(read).toThrow(expect.objectContaining({ name: 'ProseError' }));
  });
});

describe('the lessons before and after a lesson', () => {
  it.each(['ko', 'en'] as const)(
    'are those of the course, and at its ends there is none (%s)',
    (language) => {
      const course = lessonSummaries(language);
      expect(course.length).toBeGreaterThan(0);
      const linkTo = (index: number) => {
        const lesson = course[index];
        if (!lesson) return undefined;
        const { number, slug, title, summary } = lesson;
        return { number, slug, title, summary };
      };
      for (const [index, { slug }] of course.entries()) {
        const page = lessonPage(slug, language);
        expect(page?.previous).toEqual(linkTo(index - 1));
        expect(page?.next).toEqual(linkTo(index + 1));
      }
    }
  );
});
