import { asset } from '$app/paths';
import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import { readPicture } from './reading/read-picture';
import { failed, type PictureReading } from './reading/reading';

/** A photograph that comes with the site; both are free of rights (CC0), see static/photos/README.md. */
export interface Photo {
  readonly id: string;
  /** Among the static files: where the site stands is known when a page asks for it. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly author: string;
  readonly title: (inputs: object, options: { locale: Locale }) => string;
}

/**
 * The photographs, as WebP at the size of their originals.
 *
 * How WebP becomes numbers is not the same everywhere. The format fixes the values of brightness and colour
 * difference bit by bit, but not how these become red, green and blue (RFC 9649): browsers that use libwebp, which
 * Chromium and Firefox do, agree, and another decoder may differ by a step or two. So no words of a lesson and no
 * test may name a number of a photograph; those come from the picture as it was read.
 */
export const PHOTOS = {
  chelsea: {
    id: 'chelsea',
    file: '/photos/chelsea.webp',
    width: 451,
    height: 300,
    author: 'Stefan van der Walt',
    title: m.photo_chelsea
  },
  coffee: {
    id: 'coffee',
    file: '/photos/coffee.webp',
    width: 600,
    height: 400,
    author: 'Rachel Michetti',
    title: m.photo_coffee
  }
} as const satisfies Readonly<Record<string, Photo>>;

export type PhotoId = keyof typeof PHOTOS;

/** The title of a photograph and who took it: stands wherever one is shown. */
export function photoCredit(photo: PhotoId, locale: Locale): string {
  const { title, author } = PHOTOS[photo];
  return m.photo_credit({ title: title({}, { locale }), author }, { locale });
}

/** Loads a photograph as numbers. */
export async function loadPhoto(photo: PhotoId): Promise<PictureReading> {
  try {
    const response = await fetch(asset(PHOTOS[photo].file));
    if (!response.ok) return failed({ code: 'photo-missing' });
    return await readPicture(await response.blob());
  } catch {
    // No connection, or one that broke off.
    return failed({ code: 'photo-missing' });
  }
}
