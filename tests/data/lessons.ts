import type { ScenePlan } from '$lib/course';
// Not by the room's door, which leads to more than a test needs: Playwright reads this too, and has no page around it.
import { lessonSchema } from '$lib/course/lesson';
import { kindModel, type SceneRun } from '$lib/kinds/models';
import type { Grain } from '$lib/trace';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'valibot';

type Language = 'ko' | 'en';
const LANGUAGES: readonly Language[] = ['ko', 'en'];

/** A scene of a lesson folder, and what follows from its numbers. */
export interface TableScene {
  readonly plan: ScenePlan;
  readonly id: string;
  readonly titles: Readonly<Record<Language, string>>;
  /** The scene's own grain, and all that it can be seen at. */
  readonly grain: Grain;
  readonly grains: readonly Grain[];
  readonly editable: boolean;
  /** The last step, at the scene's own grain. */
  readonly length: number;
  /** The steps at which a question opens for who steps on, at the scene's own grain. */
  readonly questions: readonly number[];
  /** What the scene computes with the lesson's numbers. */
  run(grain?: Grain): SceneRun;
}

/** A lesson folder. */
export interface TableLesson {
  readonly slug: string;
  readonly number: number;
  readonly chapter: number;
  /** Names of kinds of exercise. */
  readonly exercises: readonly string[];
  readonly titles: Readonly<Record<Language, string>>;
  /** The lesson's words as they are written. */
  readonly prose: Readonly<Record<Language, string>>;
  readonly scenes: readonly TableScene[];
}

const byLanguage = <Value>(of: (language: Language) => Value) =>
  Object.fromEntries(LANGUAGES.map((language) => [language, of(language)])) as Record<Language, Value>;

function titleIn(prose: string, pattern: RegExp): string {
  return pattern.exec(prose)?.[1]?.trim() ?? '';
}

function sceneOf(plan: ScenePlan, prose: Readonly<Record<Language, string>>): TableScene {
  const { model } = kindModel(plan.kind);
  const settings = model.read(plan.settings);
  const run = (grain: Grain = plan.grain) => model.run(settings, grain);
  const own = run();
  return {
    plan,
    id: plan.id,
    titles: byLanguage((language) => titleIn(prose[language], new RegExp(`^# ${plan.id}: (.+)$`, 'm'))),
    grain: plan.grain,
    grains: model.grains,
    editable: plan.editable,
    length: own.length,
    questions: plan.predictions.map(({ cell }) => own.stepAfter(cell - 1)),
    run
  };
}

async function lessonOf(folder: string): Promise<TableLesson> {
  const module: { default: unknown } = await import(`../../lessons/${folder}/lesson.ts`);
  const { slug, number, chapter, exercises, scenes } = parse(lessonSchema, module.default);
  const prose = byLanguage((language) => readFileSync(`lessons/${folder}/${language}.md`, 'utf8'));
  return {
    slug,
    number,
    chapter,
    exercises,
    titles: byLanguage((language) => titleIn(prose[language], /^title: *(.+)$/m)),
    prose,
    scenes: scenes.map((scene) => sceneOf(scene, prose))
  };
}

/**
 * The lessons that there are, in the order of the course, from their folders: what every lesson must satisfy is tested
 * over this table.
 */
export const LESSONS: readonly TableLesson[] = (
  await Promise.all(
    readdirSync('lessons')
      .filter((name) => /^\d+-/.test(name))
      .map(lessonOf)
  )
).sort((left, right) => left.number - right.number);
