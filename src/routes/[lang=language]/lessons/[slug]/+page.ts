import { loadKinds } from '$lib/kinds';
import type { PageLoad } from './$types';

/** The lesson's words are fetched ready made; what draws its scenes is script and joins them here. */
export const load: PageLoad = async ({ data }) => ({
  ...data,
  kinds: await loadKinds(data.lesson.scenes.map((scene) => scene.kind))
});
