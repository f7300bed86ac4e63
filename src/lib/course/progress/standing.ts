import type { MappedLesson } from '../pages';
import { partOf, sceneKeyOf, type Progress } from './progress';

/** How far a lesson has come. */
export interface LessonStanding {
  /** How much of each scene, from 0 to 1. */
  readonly parts: readonly number[];
  /** How many scenes are finished. */
  readonly finished: number;
  readonly begun: boolean;
  readonly done: boolean;
}

/** How far a lesson has come. Scenes that it no longer has do not count. */
export function lessonStanding(progress: Progress, lesson: MappedLesson): LessonStanding {
  const known = lesson.sceneIds.map((id) => progress.scenes[sceneKeyOf(lesson.slug, id)]);
  const parts = known.map((scene) => (scene ? partOf(scene) : 0));
  const finished = parts.filter((part) => part === 1).length;
  return {
    parts,
    finished,
    begun: known.some((scene) => scene !== undefined),
    done: finished === parts.length
  };
}

/** Where a learner left off, as far as the course still has it. Scene and step are counted from 1 and 0. */
export interface PlaceLeft {
  readonly lesson: MappedLesson;
  readonly scene: number;
  readonly step: number;
  readonly query: string;
}

/** Where to go on; null when nothing was begun, or the course no longer has that place. */
export function placeLeft(progress: Progress, lessons: readonly MappedLesson[]): PlaceLeft | null {
  const { last } = progress;
  const lesson = lessons.find(({ slug }) => slug === last?.lesson);
  if (!last || !lesson) return null;
  const parameters = new URLSearchParams(last.query);
  const scene = lesson.sceneIds.indexOf(parameters.get('scene') ?? '') + 1;
  const step = Number(parameters.get('step'));
  return scene > 0 && Number.isSafeInteger(step) && step >= 0
    ? { lesson, scene, step, query: last.query }
    : null;
}
