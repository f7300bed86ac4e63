/** Where the scripts of the kinds come from: a page announces those of its scenes (the build's door). */
import { KIND_SOURCES } from './doors/sources';
import type { SceneKindName } from './models';

/** The source file of the lazy half of each kind that a page's data names. */
export function kindSourcesIn(html: string): string[] {
  const names = Object.keys(KIND_SOURCES) as SceneKindName[];
  return names.filter((name) => html.includes(`kind:"${name}"`)).map((name) => KIND_SOURCES[name]);
}
