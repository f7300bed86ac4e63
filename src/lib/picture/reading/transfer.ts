import type { PictureProblem } from './reading';

/** The part of what the browser hands over at a drop or a paste that matters here. */
export interface Transfer {
  readonly files: ArrayLike<File>;
  readonly items: ArrayLike<{ webkitGetAsEntry?(): { readonly isDirectory: boolean } | null }>;
}

export type Chosen =
  | { readonly ok: true; readonly file: File; readonly leftOut: number }
  | { readonly ok: false; readonly problem: PictureProblem };

/**
 * The one picture of several files: the first that calls itself a picture, or else the first file, which may be
 * a picture all the same.
 */
export function chooseFile(files: ArrayLike<File>): Chosen {
  const all = Array.from(files);
  const file = all.find(({ type }) => type.startsWith('image/')) ?? all[0];
  return file ? { ok: true, file, leftOut: all.length - 1 } : { ok: false, problem: { code: 'no-picture' } };
}

/**
 * The picture in what was dropped or pasted. Text and links are not followed: nothing is fetched. A folder comes
 * as a file that cannot be read, so the browser is asked what it is.
 */
export function chooseFrom({ files, items }: Transfer): Chosen {
  const folders = Array.from(items).some((item) => item.webkitGetAsEntry?.()?.isDirectory);
  const pictures = Array.from(files).some(({ type }) => type.startsWith('image/'));
  if (folders && !pictures) return { ok: false, problem: { code: 'folder' } };
  return chooseFile(files);
}
