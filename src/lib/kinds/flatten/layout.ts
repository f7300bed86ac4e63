import type { Size } from '$lib/engine';
import { arrange, type GridSize, type Plan, type Spacing, type StageLayout } from '$lib/stage';

/** A row of at most this many pixels is drawn with its numbers; a longer one as a strip. */
const MOST_IN_A_ROW = 12;
/** An image with longer sides is drawn as a picture: its pixels are too small for numbers. */
const MOST_WITH_NUMBERS = 8;

const WIDE_SPACING: Spacing = { across: 1, down: 0.25, label: 0.7 };
const NARROW_SPACING: Spacing = { across: 0.5, down: 0.15, label: 0.75 };

/** The numbers of the places stand below the row. */
const ROW_WITH_PLACES = 1.55;
/** On a narrow stage the name of a grid is a little wider than the grid. */
const ROW_NAME = { wide: 0, narrow: 0.5 };
/** The part of the row around the marked pixel, and below it how far its neighbours are. */
const LENS_WITH_DISTANCES = 2.2;

/** How an image and the row that it becomes are drawn, in cells of the stage. */
export interface FlattenLayout extends StageLayout {
  /** Whether the row is drawn pixel by pixel, with numbers. */
  readonly numberedRow: boolean;
  /** Whether the image is drawn pixel by pixel, with numbers. */
  readonly numberedImage: boolean;
  /** The side of one pixel of the image. */
  readonly pixel: { readonly wide: number; readonly narrow: number };
}

const PLAN: Plan = { down: [{ across: ['image', 'info'] }, 'row'] };
const PLAN_WITH_STRIP: Plan = { down: [{ across: ['image', 'info'] }, 'strip', 'lens'] };

/** How much room a picture without numbers, the facts beside it and the strip below it take. */
const ROOM = {
  wide: { picture: 7, strip: 1, columns: 26 },
  narrow: { picture: 5.6, strip: 0.7, columns: 11 }
};

/** The facts need so much room at least, in cells. */
const INFO = { wide: { rows: 3, columns: 7.4 }, narrow: { rows: 3, columns: 5.5 } };

/** Places of image, facts and row on both stages. */
export function flattenLayout({ height, width }: Size): FlattenLayout {
  const numberedRow = height * width <= MOST_IN_A_ROW;
  const numberedImage = Math.max(height, width) <= MOST_WITH_NUMBERS;
  const pixel = (room: { picture: number }) => (numberedImage ? 1 : room.picture / Math.max(height, width));
  const carriedOut = (side: 'wide' | 'narrow', spacing: Spacing) => {
    const room = ROOM[side];
    const image = { rows: height * pixel(room), columns: width * pixel(room) };
    const least = INFO[side];
    const beside = (numberedRow ? height * width : room.columns) - image.columns - spacing.across;
    const sizes: Record<string, GridSize> = {
      image,
      info: { rows: Math.max(least.rows, image.rows), columns: Math.max(least.columns, beside) },
      row: { rows: ROW_WITH_PLACES, columns: height * width + ROW_NAME[side] },
      strip: { rows: room.strip, columns: room.columns },
      lens: { rows: LENS_WITH_DISTANCES, columns: room.columns }
    };
    return arrange(numberedRow ? PLAN : PLAN_WITH_STRIP, sizes, spacing);
  };
  const wide = carriedOut('wide', WIDE_SPACING);
  return {
    wide,
    projected: { full: wide, old: wide },
    narrow: carriedOut('narrow', NARROW_SPACING),
    numberedRow,
    numberedImage,
    pixel: { wide: pixel(ROOM.wide), narrow: pixel(ROOM.narrow) }
  };
}
