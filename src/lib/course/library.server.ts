/**
 * The lesson folders, read and checked when the site is built. A folder that is not whole (a scene without words
 * in one language, a cue without its step, a clash of numbers) fails the build with a sentence.
 */
import type { Locale } from '$lib/paraglide/runtime';
import * as v from 'valibot';
import type { ScenePlace } from './glossary';
import { lessonSchema, type ScenePlan } from './lesson';
import { namedIn } from './live-words.server';
import { kindModel, type SceneRun } from '$lib/kinds/models';
import type { LessonLink, LessonPage, LessonSummary, MappedLesson } from './pages';
import { ProseError, readProse, type LessonProse, type SceneProse } from './prose.server';

const LANGUAGES: readonly Locale[] = ['en', 'ko'];

const plans = import.meta.glob<{ default: unknown }>('/lessons/*/lesson.ts', { eager: true });
const prose = import.meta.glob<string>('/lessons/*/*.md', { eager: true, query: '?raw', import: 'default' });

interface Lesson {
  readonly plan: v.InferOutput<typeof lessonSchema>;
  readonly prose: Readonly<Record<Locale, LessonProse>>;
}

function same(expected: readonly (number | string)[], found: Iterable<number | string>): boolean {
  const sorted = (items: Iterable<number | string>) => [...items].map(String).sort().join();
  return sorted(expected) === sorted(found);
}

const modelOf = ({ kind }: ScenePlan) => kindModel(kind).model;

/** What the scene computes with the lesson's numbers. */
function runOf(scene: ScenePlan): SceneRun {
  const model = modelOf(scene);
  return model.run(model.read(scene.settings), scene.grain);
}

/** The last step of a scene, at its own grain. */
function lastStep(scene: ScenePlan): number {
  return runOf(scene).length;
}

/** A goal is still to be reached when the scene opens, and the learner can reach it. */
function checkGoal(scene: ScenePlan, run: SceneRun, file: string): void {
  const model = modelOf(scene);
  if (scene.goal === undefined) return;
  if (!scene.editable) throw new ProseError(`${file}, ${scene.id}: a goal needs numbers that can be changed`);
  if (model.reached?.(scene.goal, model.read(scene.settings), run)) {
    throw new ProseError(`${file}, ${scene.id}: the goal is reached before anything is changed`);
  }
}

/** Cues and predictions stand at steps and cells that the scene has. */
function checkPlan(scene: ScenePlan, file: string): void {
  const run = runOf(scene);
  const { length } = run;
  const cells = run.cellsAt(length);
  checkGoal(scene, run, file);
  const cue = scene.cues.find((step) => step > length);
  if (cue !== undefined)
    throw new ProseError(`${file}, ${scene.id}: there is no step ${cue}, the last is ${length}`);
  const prediction = scene.predictions.find(({ cell, asks = cell }) => Math.max(cell, asks) > cells);
  if (prediction) {
    const { cell, asks = cell } = prediction;
    throw new ProseError(
      `${file}, ${scene.id}: there is no cell ${Math.max(cell, asks)}, the last is ${cells}`
    );
  }
}

function checkScene(scene: ScenePlan, words: SceneProse | undefined, file: string): void {
  if (!words) throw new ProseError(`${file}: scene ${scene.id} has no words`);
  if (!same(scene.cues, words.cues.keys())) {
    throw new ProseError(
      `${file}, ${scene.id}: the cues are for steps ${[...words.cues.keys()]}, not ${scene.cues}`
    );
  }
  const cells = scene.predictions.map((prediction) => prediction.cell);
  if (!same(cells, words.predictions.keys())) {
    throw new ProseError(
      `${file}, ${scene.id}: the questions are for ${[...words.predictions.keys()]}, not ${cells}`
    );
  }
  if ((scene.goal !== undefined) !== (words.goal !== null)) {
    const missing =
      words.goal === null ? 'its goal has no words' : 'there are words for a goal that it does not have';
    throw new ProseError(`${file}, ${scene.id}: ${missing}`);
  }
  checkNames(scene, words, `${file}, ${scene.id}`);
}

/** All that is said in a scene, but for the speaker. */
function textsOf({ question, explanation, cues, predictions, hints, goal }: SceneProse): string[] {
  const several = [cues, predictions, hints].flatMap((texts) => [...texts.values()]);
  return [question, explanation, ...several, ...(goal ? [goal.asked, goal.reached] : [])];
}

/** What prose names is there: things on the stage of the kind, numbers that it shows. */
function checkNames(scene: ScenePlan, words: SceneProse, where: string): void {
  const { things = [], values = [] } = modelOf(scene);
  const named = namedIn(textsOf(words).join(''));
  const refuse = (name: string | undefined, what: string, known: readonly string[]) => {
    if (name === undefined) return;
    const list = known.length > 0 ? known.join(', ') : 'none';
    throw new ProseError(`${where}: ${scene.kind} has no ${what} “${name}”; it has ${list}`);
  };
  const pattern = (name: string) => name.replace(/-[1-9]\d*-[1-9]\d*$/, '-R-C');
  refuse(
    named.things.find((name) => /-[RC]/.test(name) || !things.includes(pattern(name))),
    'thing on stage',
    things
  );
  refuse(
    named.values.find((name) => !values.includes(name)),
    'value',
    values
  );
}

/** One lesson from the text of its files. Exported for tests of broken folders. */
export function readLesson(
  folder: string,
  plan: unknown,
  texts: Readonly<Record<Locale, string | undefined>>
): Lesson {
  const checked = v.safeParse(lessonSchema, plan);
  if (!checked.success) throw new ProseError(`${folder}/lesson.ts: ${v.summarize(checked.issues)}`);
  for (const scene of checked.output.scenes) checkPlan(scene, `${folder}/lesson.ts`);
  const read = (language: Locale): LessonProse => {
    const file = `${folder}/${language}.md`;
    const text = texts[language];
    if (text === undefined) throw new ProseError(`${file} is missing`);
    const words = readProse(text, file);
    for (const scene of checked.output.scenes) checkScene(scene, words.scenes.get(scene.id), file);
    if (words.scenes.size !== checked.output.scenes.length) {
      throw new ProseError(`${file}: it has words for scenes that lesson.ts does not have`);
    }
    return words;
  };
  return { plan: checked.output, prose: { en: read('en'), ko: read('ko') } };
}

function readLibrary(): Lesson[] {
  const lessons = Object.entries(plans).map(([path, module]) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const texts = Object.fromEntries(
      LANGUAGES.map((language) => [language, prose[`${folder}/${language}.md`]])
    );
    return readLesson(folder, module.default, texts as Record<Locale, string | undefined>);
  });
  for (const key of ['slug', 'number'] as const) {
    const values = lessons.map((lesson) => lesson.plan[key]);
    if (new Set(values).size !== values.length) throw new ProseError(`two lessons have the same ${key}`);
  }
  return lessons.sort((left, right) => left.plan.number - right.plan.number);
}

const library = readLibrary();

function summaryOf({ plan, prose }: Lesson, language: Locale): LessonSummary {
  const { number, slug, chapter } = plan;
  return { number, slug, chapter, title: prose[language].title, summary: prose[language].summary };
}

/** The lessons that there are, in the order of the course. */
export function lessonSummaries(language: Locale): MappedLesson[] {
  return library.map((lesson) => ({
    ...summaryOf(lesson, language),
    sceneIds: lesson.plan.scenes.map(({ id }) => id),
    picture: lesson.plan.picture
  }));
}

/** The kinds of exercise that stand at the end of a lesson; none where there is no such lesson. */
export function lessonExercises(slug: string): readonly string[] {
  return library.find(({ plan }) => plan.slug === slug)?.plan.exercises ?? [];
}

function linkTo(lesson: Lesson | undefined, language: Locale): LessonLink | undefined {
  if (!lesson) return undefined;
  const { number, slug } = lesson.plan;
  const { title, summary } = lesson.prose[language];
  return { number, slug, title, summary };
}

/** A lesson in one language, ready for its page; undefined when there is none of that name. */
export function lessonPage(slug: string, language: Locale): LessonPage | undefined {
  const index = library.findIndex(({ plan }) => plan.slug === slug);
  const lesson = library[index];
  if (!lesson) return undefined;
  const words = lesson.prose[language];
  return {
    ...summaryOf(lesson, language),
    previous: linkTo(library[index - 1], language),
    next: linkTo(library[index + 1], language),
    summaryHtml: words.summaryHtml,
    scenes: lesson.plan.scenes.map((scene) => {
      const own = words.scenes.get(scene.id) as SceneProse;
      return {
        ...scene,
        title: own.title,
        questionHtml: own.question,
        explanationHtml: own.explanation,
        cueHtml: Object.fromEntries(own.cues),
        predictionHtml: Object.fromEntries(own.predictions),
        hintHtml: Object.fromEntries(own.hints),
        goalHtml: own.goal
      };
    })
  };
}

/** What a speaker wants to remember of each scene, by its name; undefined when there is no lesson of that name. */
export function speakerNotes(slug: string, language: Locale): Record<string, string> | undefined {
  const words = library.find(({ plan }) => plan.slug === slug)?.prose[language];
  return words && Object.fromEntries([...words.scenes].map(([id, { notes }]) => [id, notes]));
}

/**
 * Whether a place that somebody points to can be opened: false while its lesson is not written.
 *
 * @throws {ProseError} when the lesson is there and has no such scene or step
 */
export function isThere({ lesson: slug, scene: id, step }: ScenePlace, where: string): boolean {
  const lesson = library.find(({ plan }) => plan.slug === slug);
  if (!lesson) return false;
  const scene = lesson.plan.scenes.find((candidate) => candidate.id === id);
  if (!scene) throw new ProseError(`${where}: lesson ${slug} has no scene ${id}`);
  const last = lastStep(scene);
  if (step > last) throw new ProseError(`${where}: ${slug}, ${id} has no step ${step}, the last is ${last}`);
  return true;
}
