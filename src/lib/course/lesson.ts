import { matrix, sizeOf, windowGeometry } from '$lib/engine';
import { WRONG_RULES } from '$lib/exercise';
import type { WindowSettings } from '$lib/trace';
import * as v from 'valibot';

/** A matrix has at most this many rows and columns, so that every cell stays readable. */
export const MOST_CELLS = 8;

/** The name of a lesson, a scene or a term, as it stands in an address. */
export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by -')
);
const entry = v.union([v.number(), v.string()]);
const rows = v.pipe(
  v.array(v.pipe(v.array(entry), v.minLength(1), v.maxLength(MOST_CELLS))),
  v.minLength(1),
  v.maxLength(MOST_CELLS)
);
const count = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));

const settingsSchema = v.pipe(
  v.strictObject({
    input: rows,
    kernel: rows,
    stride: v.optional(count(1), 1),
    padding: v.optional(count(0), 0)
  }),
  v.check((settings) => {
    try {
      const { input, kernel, stride, padding } = readSettings(settings);
      windowGeometry(sizeOf(input), sizeOf(kernel), { stride, padding });
      return true;
    } catch {
      return false;
    }
  }, 'input and kernel are matrices, and the kernel fits into the padded input')
);

/** A step at which the learner predicts before the value is shown. */
const predictionSchema = v.strictObject({
  /** The output cell in reading order, from 2 on: the first cell is always shown. */
  cell: count(2),
  /** Misconceptions that explain wrong answers, the likeliest first. */
  rules: v.array(v.picklist(WRONG_RULES))
});

/** The kinds of scene that lessons may use. The stage's table has one module for each of them. */
const SCENE_KINDS = ['sliding-window', 'two-conventions'] as const;
export type SceneKindName = (typeof SCENE_KINDS)[number];

const sceneSchema = v.strictObject({
  id: identifier,
  kind: v.picklist(SCENE_KINDS),
  settings: settingsSchema,
  grain: v.picklist(['cell', 'product']),
  /** Whether the code view, and the bar with sizes, are open when the scene is entered. */
  code: v.optional(v.boolean(), false),
  sizing: v.optional(v.boolean(), false),
  /** Whether the learner may change the numbers. */
  editable: v.optional(v.boolean(), false),
  /** Steps, at the scene's own grain, for which the prose has words of its own. */
  cues: v.array(count(0)),
  predictions: v.optional(v.array(predictionSchema), [])
});

/** The language-free half of a lesson folder. */
export const lessonSchema = v.pipe(
  v.strictObject({
    number: count(1),
    slug: identifier,
    chapter: count(1),
    scenes: v.pipe(v.array(sceneSchema), v.minLength(1))
  }),
  v.check(
    (lesson) => new Set(lesson.scenes.map((scene) => scene.id)).size === lesson.scenes.length,
    'scene ids are unique'
  )
);

/** A lesson as `lesson.ts` writes it. */
export type LessonPlan = v.InferInput<typeof lessonSchema>;
/** A scene after the schema: defaults filled in. */
export type ScenePlan = v.InferOutput<typeof sceneSchema>;
export type PredictionPlan = v.InferOutput<typeof predictionSchema>;
export type RawSettings = Pick<
  v.InferOutput<typeof settingsSchema>,
  'input' | 'kernel' | 'stride' | 'padding'
>;

/**
 * A scene's numbers as the engine takes them.
 *
 * @throws {ShapeError} when the rows of a matrix differ in length
 */
export function readSettings(raw: RawSettings): WindowSettings {
  return {
    input: matrix(raw.input),
    kernel: matrix(raw.kernel),
    stride: raw.stride,
    padding: raw.padding
  };
}
