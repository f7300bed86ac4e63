import type { Picture } from '$lib/picture';

/** What a learner has chosen stays while the page is open, whatever scene is entered meanwhile; it goes nowhere. */
class OwnPicture {
  current = $state.raw<Picture | null>(null);
}

export const ownPicture = new OwnPicture();
