import { loadKinds } from '$lib/kinds';
import type { PageLoad } from './$types';

/** As on the lesson's page: words ready made, and the scripts that draw its scenes. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  kinds: await loadKinds(data.lesson.scenes.map((scene) => scene.kind))
});
