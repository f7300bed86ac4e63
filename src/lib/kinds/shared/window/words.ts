import * as m from '$lib/paraglide/messages';

/** What explains a wrong answer about a window. */
export const WINDOW_MISTAKES = {
  'ignored-weights': m.wrong_ignored_weights,
  'counted-matches': m.wrong_counted_matches,
  added: m.wrong_added,
  'turned-kernel': m.wrong_turned_kernel,
  'not-turned': m.wrong_not_turned,
  mirrored: m.wrong_mirrored,
  'not-moved': m.wrong_not_moved
};
