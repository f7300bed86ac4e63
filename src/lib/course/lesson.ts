import { WRONG_RULES } from '$lib/exercise';
import * as v from 'valibot';
import { colourImageModel } from './models/colour-image';
import { colourImageSchema } from './models/colour-image-schema';
import { pictureModel } from './models/picture';
import { pictureSchema } from './models/picture-schema';
import { biasModel } from './models/bias';
import { biasGoalSchema } from './models/bias-goal-schema';
import { biasSchema } from './models/bias-schema';
import { flattenModel } from './models/flatten';
import { flattenSchema } from './models/flatten-schema';
import { movingPatternModel } from './models/moving-pattern';
import { movingPatternSchema } from './models/moving-pattern-schema';
import { count } from './models/schema-parts';
import { weightCountModel } from './models/weight-count';
import { weightCountSchema } from './models/weight-count-schema';
import { slidingWindowModel, twoConventionsModel } from './models/window';
import { conventionsGoalSchema, windowGoalSchema } from './models/window-goal-schema';
import { windowSchema } from './models/window-schema';

/** The name of a lesson, a scene or a term, as it stands in an address. */
export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by -')
);

/** A step at which the learner predicts before the value is shown. */
const predictionSchema = v.strictObject({
  /** The cell in the order of the steps, from 2 on: the first cell is always shown. */
  cell: count(2),
  /** The cell whose number is asked for, where it is a later one: the answer is seen when that one is finished. */
  asks: v.optional(count(2)),
  /** Misconceptions that explain wrong answers, the likeliest first. */
  rules: v.array(v.picklist(WRONG_RULES))
});

/**
 * The kinds of scene that lessons may use, each with what a lesson writes down (and what it may ask for, if anything) and what is computed from it. The
 * stage has a table with the other half of each.
 */
export const SCENE_MODELS = {
  'sliding-window': { schema: windowSchema, goal: windowGoalSchema, model: slidingWindowModel },
  'two-conventions': { schema: windowSchema, goal: conventionsGoalSchema, model: twoConventionsModel },
  picture: { schema: pictureSchema, model: pictureModel },
  'colour-image': { schema: colourImageSchema, model: colourImageModel },
  bias: { schema: biasSchema, goal: biasGoalSchema, model: biasModel },
  flatten: { schema: flattenSchema, model: flattenModel },
  'weight-count': { schema: weightCountSchema, model: weightCountModel },
  'moving-pattern': { schema: movingPatternSchema, model: movingPatternModel }
};
export type SceneKindName = keyof typeof SCENE_MODELS;

const NO_GOAL = v.never('this kind of scene knows no goals');

/** A scene of one kind, with the numbers that the kind needs. */
function sceneOf<const Kind extends SceneKindName>(kind: Kind) {
  const { schema, model } = SCENE_MODELS[kind];
  const { goal = NO_GOAL }: { goal?: v.GenericSchema } = SCENE_MODELS[kind];
  return v.strictObject({
    id: identifier,
    kind: v.literal(kind),
    settings: schema as (typeof SCENE_MODELS)[Kind]['schema'],
    grain: v.picklist(model.grains),
    /** Whether the code view, and the bar with sizes, are open when the scene is entered. */
    code: v.optional(v.boolean(), false),
    sizing: v.optional(v.boolean(), false),
    /** Whether the learner may change the numbers. */
    editable: v.optional(v.boolean(), false),
    /** Steps, at the scene's own grain, for which the prose has words of its own. */
    cues: v.array(count(0)),
    predictions: v.optional(v.array(predictionSchema), []),
    /** What the learner is asked to bring about with the numbers. */
    goal: v.optional(goal)
  });
}

const sceneSchema = v.variant('kind', [
  sceneOf('sliding-window'),
  sceneOf('two-conventions'),
  sceneOf('picture'),
  sceneOf('colour-image'),
  sceneOf('bias'),
  sceneOf('flatten'),
  sceneOf('weight-count'),
  sceneOf('moving-pattern')
]);

/** The language-free half of a lesson folder. */
export const lessonSchema = v.pipe(
  v.strictObject({
    number: count(1),
    slug: identifier,
    chapter: count(1),
    scenes: v.pipe(v.array(sceneSchema), v.minLength(1)),
    /** What is practised after it, by id. */
    exercises: v.pipe(v.array(identifier), v.minLength(1))
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
