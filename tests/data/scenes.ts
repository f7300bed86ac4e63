import { lessonSchema, readSettings, type RawSettings } from '$lib/course';
import type { Operation, WindowSettings } from '$lib/trace';
import lesson from '$lessons/03-convolution/lesson';
import { parse } from 'valibot';

const SCENES = parse(lessonSchema, lesson).scenes;

interface LessonScene {
  readonly id: string;
  readonly settings: WindowSettings;
}

/** The scenes of the convolution lesson with their numbers. */
export const LESSON_SCENES: readonly LessonScene[] = SCENES.map(({ id, settings }) => ({
  id,
  settings: readSettings(settings as RawSettings)
}));

export const OPERATIONS: readonly Operation[] = ['conv2d', 'convolve2d'];

/** The numbers of one scene. */
export function sceneSettings(id: string): WindowSettings {
  const found = LESSON_SCENES.find((scene) => scene.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found.settings;
}
