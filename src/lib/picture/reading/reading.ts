import type { Picture } from '../picture';

/** What was done to a picture so that it can be shown. */
export type PictureNote =
  /** It was scaled down; this is the size that it had. */
  | { readonly code: 'scaled'; readonly width: number; readonly height: number }
  | { readonly code: 'first-frame' }
  | { readonly code: 'on-white' }
  /** The browser gave other pixels than those of the picture. */
  | { readonly code: 'altered' }
  /** The file's numbers mean colours by a gamma or a profile of its own; those shown are sRGB's. */
  | { readonly code: 'colours-converted' }
  /** There were more files: one picture at a time. */
  | { readonly code: 'left-out'; readonly count: number };

/** Why no picture could be taken. */
export type PictureProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-many-bytes' }
  | { readonly code: 'too-many-pixels'; readonly width: number; readonly height: number }
  | { readonly code: 'unreadable' }
  /** A picture, but of a format that this browser does not read. */
  | { readonly code: 'unsupported'; readonly format: string }
  | { readonly code: 'folder' }
  /** Text, a link, or nothing at all was dropped or pasted. */
  | { readonly code: 'no-picture' }
  /** The script that reads could not be loaded. */
  | { readonly code: 'reader-missing' }
  | { readonly code: 'photo-missing' };

export type PictureReading =
  | { readonly ok: true; readonly picture: Picture; readonly notes: readonly PictureNote[] }
  | { readonly ok: false; readonly problem: PictureProblem };

export function failed(problem: PictureProblem): PictureReading {
  return { ok: false, problem };
}
