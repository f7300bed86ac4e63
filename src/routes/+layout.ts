import { browser } from '$app/environment';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/**
 * Reading the scripts and waking the page up are two tasks, not one: on a slow machine a tap in between is
 * answered, and neither task is a long one.
 */
export const load: LayoutLoad = async ({ data }) => {
  if (browser) await new Promise((resolve) => setTimeout(resolve));
  return data;
};
