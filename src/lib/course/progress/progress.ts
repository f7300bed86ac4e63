/** What stands at the head of every stored text and file, and tells ours from others. */
export const FORMAT = 'stride-progress';
/** Goes up when what is written could no longer be understood by those who wrote before. */
export const VERSION = 1;

/** What can become of a prediction, the better the later. */
export const OUTCOMES = ['skipped', 'wrong', 'correct'] as const;

/** How far a scene has been followed: the furthest step, of how many. It is finished when they are the same. */
interface Reach {
  readonly step: number;
  readonly length: number;
}

export interface SceneProgress extends Reach {
  /** By output cell, counted from 1. */
  readonly outcomes: Readonly<Record<string, (typeof OUTCOMES)[number]>>;
}

/** Where a learner was last: the query leads there, `at` is when (milliseconds since 1970). */
export interface LastPlace {
  readonly lesson: string;
  readonly query: string;
  readonly at: number;
}

/** The progress of a learner, as it is stored and as it leaves and returns as a file. */
export interface Progress {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** By `lesson/scene`: one flat table, so that no slug can be mistaken for a member of an object. */
  readonly scenes: Readonly<Record<string, SceneProgress>>;
  readonly last: LastPlace | null;
}

/** The progress of somebody who has not begun. */
export const NO_PROGRESS: Progress = { format: FORMAT, version: VERSION, scenes: {}, last: null };

/** What a scene of a lesson is called in the table of scenes. */
export function sceneKeyOf(lesson: string, scene: string): string {
  return `${lesson}/${scene}`;
}

/** A reach as a part of the whole, from 0 to 1. A scene without steps is finished once it is seen. */
export function partOf({ step, length }: Reach): number {
  return length === 0 ? 1 : step / length;
}

/**
 * Whether one reach lies beyond another. Steps are compared as parts of the whole, because the same scene has
 * more of them multiplication by multiplication than cell by cell; of equal parts the one with more steps counts
 * as further, so that of two different reaches one always is.
 */
function isFurther(one: Reach, other: Reach): boolean {
  const difference = partOf(one) - partOf(other);
  return difference === 0 ? one.length > other.length : difference > 0;
}

function mergeOutcomes(one: SceneProgress['outcomes'], other: SceneProgress['outcomes']) {
  const merged = { ...one };
  for (const [cell, outcome] of Object.entries(other)) {
    const before = merged[cell];
    if (!before || OUTCOMES.indexOf(outcome) > OUTCOMES.indexOf(before)) merged[cell] = outcome;
  }
  return merged;
}

/** The later one; of two at the same moment always the same one, whichever comes first. */
function laterPlace(one: LastPlace | null, other: LastPlace | null): LastPlace | null {
  if (!one || !other) return one ?? other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return one.lesson + one.query > other.lesson + other.query ? one : other;
}

/**
 * What two records know together: of each scene the furthest step, of each prediction the best outcome, and the
 * later of the two last places. The order does not matter, and merging again changes nothing.
 */
export function mergeProgress(one: Progress, other: Progress): Progress {
  const scenes = { ...one.scenes };
  for (const [key, scene] of Object.entries(other.scenes)) {
    const before = scenes[key] ?? scene;
    const { step, length } = isFurther(scene, before) ? scene : before;
    scenes[key] = { step, length, outcomes: mergeOutcomes(before.outcomes, scene.outcomes) };
  }
  return { ...one, scenes, last: laterPlace(one.last, other.last) };
}
