import { lessonSchema, type ScenePlan } from '$lib/course';
import { readSettings, type RawSettings } from '$lib/kinds/shared/window/model';
import type { Operation, WindowSettings } from '$lib/trace';
import lesson from '$lessons/03-convolution/lesson';
import { parse } from 'valibot';

const SCENES = parse(lessonSchema, lesson).scenes;

interface LessonScene {
  readonly id: string;
  readonly settings: WindowSettings;
}

/** The numbers of a scene that is a window. */
export function windowSettings({ id, settings }: Pick<ScenePlan, 'id' | 'settings'>): WindowSettings {
  if (
    !('input' in settings && 'kernel' in settings && 'padding' in settings && 'stride' in settings) ||
    'dilation' in settings
  )
    throw new Error(`scene ${id} is no window`);
  return readSettings(settings satisfies RawSettings);
}

/** The scenes of the convolution lesson that are windows, with their numbers; the last one is a photograph. */
export const LESSON_SCENES: readonly LessonScene[] = SCENES.filter(({ kind }) => kind !== 'photo-filter').map(
  (scene) => ({ id: scene.id, settings: windowSettings(scene) })
);

export const OPERATIONS: readonly Operation[] = ['conv2d', 'convolve2d'];

/** The numbers of one scene. */
export function sceneSettings(id: string): WindowSettings {
  const found = LESSON_SCENES.find((scene) => scene.id === id);
  if (!found) throw new Error(`there is no scene ${id}`);
  return found.settings;
}
