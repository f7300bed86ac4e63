import { count, KIND_MODELS, type SceneKindName } from '$lib/kinds/models';
import * as v from 'valibot';

/** The name of a lesson, a scene or a term, as it stands in an address. */
export const identifier = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by -')
);

/** A step at which the learner predicts before the value is shown. */
function predictionOf<const Rule extends string>(rules: readonly Rule[]) {
  return v.strictObject({
    /** The cell in the order of the steps, from 2 on: the first cell is always shown. */
    cell: count(2),
    /** The cell whose number is asked for, where it is a later one: the answer is seen when that one is finished. */
    asks: v.optional(count(2)),
    /** Misconceptions that explain wrong answers: wrong rules of the scene's kind. */
    rules: v.array(v.picklist(rules))
  });
}

/** The wrong rules that a kind has. */
type RuleOf<Kind extends SceneKindName> = keyof (typeof KIND_MODELS)[Kind]['wrong'] & string;

const NO_GOAL = v.never('this kind of scene knows no goals');

/** A scene of one kind, with the numbers that the kind needs. */
function sceneOf<const Kind extends SceneKindName>(kind: Kind) {
  const { schema, model, wrong, ...asked } = KIND_MODELS[kind];
  const goal: v.GenericSchema<unknown, unknown> =
    (asked as { goalSchema?: v.GenericSchema }).goalSchema ?? NO_GOAL;
  return v.strictObject({
    id: identifier,
    kind: v.literal(kind),
    settings: schema as (typeof KIND_MODELS)[Kind]['schema'],
    grain: v.picklist(model.grains),
    /** Whether the code view, and the bar with sizes, are open when the scene is entered. */
    code: v.optional(v.boolean(), false),
    sizing: v.optional(v.boolean(), false),
    /** Whether the learner may change the numbers. */
    editable: v.optional(v.boolean(), false),
    /** How long the scene takes in front of a class, in minutes. */
    minutes: v.optional(count(1), 3),
    /** Steps, at the scene's own grain, for which the prose has words of its own. */
    cues: v.array(count(0)),
    predictions: v.optional(v.array(predictionOf(Object.keys(wrong) as RuleOf<Kind>[])), []),
    /** The scene whose numbers are taken along, as the learner left them. */
    takes: v.optional(identifier),
    /** What the learner is asked to bring about with the numbers. */
    goal: v.optional(goal)
  });
}

type SceneSchemas = { [Kind in SceneKindName]: ReturnType<typeof sceneOf<Kind>> };
type SceneSchema = SceneSchemas[SceneKindName];

const sceneSchemas = (Object.keys(KIND_MODELS) as SceneKindName[]).map((kind) => sceneOf(kind));
/** A scene of any kind: there is a schema for each, and the kind of the scene chooses. */
const sceneSchema = v.variant('kind', sceneSchemas as [SceneSchema, ...SceneSchema[]]);

/** What the course map draws of a lesson: a window over planes, and the maps that it makes. All lengths in cells. */
const pictureSchema = v.strictObject({
  input: v.optional(count(1), 4),
  /** 0 where no window is there yet. */
  kernel: v.optional(count(0), 2),
  stride: v.optional(count(1), 1),
  padding: v.optional(count(0), 0),
  channels: v.optional(count(1), 1),
  /** How many maps there are; none where the input is all that is seen. */
  maps: v.optional(count(0), 1)
});
export type LessonPicture = v.InferOutput<typeof pictureSchema>;

/** The language-free half of a lesson folder. */
export const lessonSchema = v.pipe(
  v.strictObject({
    number: count(1),
    slug: identifier,
    chapter: count(1),
    picture: v.optional(pictureSchema, {}),
    /** The kinds of exercise that stand at the lesson's end. */
    exercises: v.optional(v.array(identifier), []),
    scenes: v.pipe(v.array(sceneSchema), v.minLength(1))
  }),
  v.check(
    (lesson) => new Set(lesson.scenes.map((scene) => scene.id)).size === lesson.scenes.length,
    'scene ids are unique'
  ),
  v.check(({ scenes }) => {
    const before = (id: string | undefined, index: number) =>
      id === undefined || scenes.slice(0, index).some((scene) => scene.id === id);
    return scenes.every(({ takes }, index) => before(takes, index));
  }, 'numbers are taken along from a scene before')
);

/** A lesson as `lesson.ts` writes it. */
export type LessonPlan = v.InferInput<typeof lessonSchema>;
/** A scene after the schema: defaults filled in. */
export type ScenePlan = v.InferOutput<typeof sceneSchema>;
/** A prediction of any kind of scene. */
export interface PredictionPlan {
  readonly cell: number;
  readonly asks?: number | undefined;
  readonly rules: readonly string[];
}
export type { SceneKindName };
