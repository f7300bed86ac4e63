import * as m from '$lib/paraglide/messages';
import type { Locale } from '$lib/paraglide/runtime';
import type { Picture, Pixel, PixelValues, Plane } from './picture';
import { MOST_BYTES, MOST_PIXELS } from './reading/limits';
import type { PictureNote, PictureProblem } from './reading/reading';
import type { Extent, PictureView } from './view';

type Options = { locale: Locale };

const PLANE_NAMES: Readonly<Record<Plane, (inputs: object, options: Options) => string>> = {
  colour: m.picture_plane_colour,
  grey: m.picture_plane_grey,
  red: m.picture_plane_red,
  green: m.picture_plane_green,
  blue: m.picture_plane_blue
};

/** What a plane is called. */
function planeText(plane: Plane, locale: Locale): string {
  return PLANE_NAMES[plane]({}, { locale });
}

/** What a canvas shows: the picture, its plane, and the rows and columns that are seen. */
export function viewText(
  name: string,
  picture: Picture,
  view: PictureView,
  { firstRow, endRow, firstColumn, endColumn }: Extent,
  locale: Locale
): string {
  const apart = view.plane === 'colour' && view.apart > 0;
  const plane = apart ? m.picture_planes_apart({}, { locale }) : planeText(view.plane, locale);
  const all = endRow - firstRow === picture.height && endColumn - firstColumn === picture.width;
  return all
    ? m.picture_view_whole({ name, plane, rows: picture.height, columns: picture.width }, { locale })
    : m.picture_view_part(
        {
          name,
          plane,
          rows: picture.height,
          columns: picture.width,
          firstRow: firstRow + 1,
          lastRow: endRow,
          firstColumn: firstColumn + 1,
          lastColumn: endColumn
        },
        { locale }
      );
}

/** The numbers of a pixel: '3행 5열: R 120, G 90, B 30'. Where grey is shown, the grey value comes first. */
export function pixelText(pixel: Pixel, values: PixelValues, plane: Plane, locale: Locale): string {
  const { red, green, blue, grey } = values;
  const inputs = { row: pixel.row + 1, column: pixel.column + 1, red, green, blue };
  return plane === 'grey'
    ? m.picture_pixel_grey({ ...inputs, grey }, { locale })
    : m.picture_pixel(inputs, { locale });
}

/** What was done to a picture so that it can be shown. */
export function pictureNoteText(note: PictureNote, locale: Locale): string {
  switch (note.code) {
    case 'scaled':
      return m.picture_note_scaled({ size: `${note.width}×${note.height}` }, { locale });
    case 'first-frame':
      return m.picture_note_first_frame({}, { locale });
    case 'on-white':
      return m.picture_note_on_white({}, { locale });
    case 'altered':
      return m.picture_note_altered({}, { locale });
    case 'colours-converted':
      return m.picture_note_colours_converted({}, { locale });
    case 'left-out':
      return m.picture_note_left_out({ count: note.count }, { locale });
  }
}

/** A large round number as it is said: 100 million, 1억. */
function countText(count: number, locale: Locale): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' }).format(count);
}

/** Why no picture could be taken, that nothing was lost, and what would work. */
export function pictureProblemText(problem: PictureProblem, locale: Locale): string {
  switch (problem.code) {
    case 'empty':
      return m.picture_problem_empty({}, { locale });
    case 'too-many-bytes':
      return m.picture_problem_too_many_bytes({ limit: MOST_BYTES / 1e6 }, { locale });
    case 'too-many-pixels':
      return m.picture_problem_too_many_pixels(
        { size: `${problem.width}×${problem.height}`, limit: countText(MOST_PIXELS, locale) },
        { locale }
      );
    case 'unreadable':
      return m.picture_problem_unreadable({}, { locale });
    case 'unsupported':
      return m.picture_problem_unsupported({ format: problem.format }, { locale });
    case 'folder':
      return m.picture_problem_folder({}, { locale });
    case 'no-picture':
      return m.picture_problem_no_picture({}, { locale });
    case 'reader-missing':
      return m.picture_problem_reader_missing({}, { locale });
    case 'photo-missing':
      return m.picture_problem_photo_missing({}, { locale });
  }
}
