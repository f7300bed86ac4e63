import { locales } from '$lib/paraglide/runtime';

/** The languages that the site is written in, as the first part of an address. */
export const match = (parameter: string): parameter is (typeof locales)[number] =>
  (locales as readonly string[]).includes(parameter);
