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
const NARROW_ROW_NAME = 0.5;
/** The part of the row around the marked pixel, and below it how far its neighbours are. */
const LENS_WITH_DISTANCES = 2.35;

/** How an image and the row that it becomes are drawn, in cells of the stage. */
export interface FlattenLayout extends StageLayout {
  /** Whether the row is drawn pixel by pixel, with numbers. */
  readonly numberedRow: boolean;
  /** Whether the image is drawn pixel by pixel, with numbers. */
  readonly numberedImage: boolean;
}

const PLAN: Plan = { down: [{ across: ['image', 'info'] }, 'row'] };
/** A large picture, and beside it all that is said of it; where there is no room beside it, the strip lies below. */
const PLAN_BESIDE: Plan = { across: ['image', { down: ['info', 'strip', 'lens'] }] };
const PLAN_BELOW: Plan = { down: [{ across: ['image', 'info'] }, 'strip', 'lens'] };

type Side = 'wide' | 'narrow' | 'full' | 'old';

/** How much room a picture without numbers and the strip take, and the facts at the least, in cells. */
const ROOM = {
  wide: { picture: 8.3, strip: 1, columns: 20, info: { rows: 3, columns: 20 } },
  narrow: { picture: 5.4, strip: 0.7, columns: 13.6, info: { rows: 3, columns: 5.5 } },
  full: { picture: 8.3, strip: 1, columns: 22.5, info: { rows: 4.2, columns: 22.5 } },
  old: { picture: 7, strip: 1, columns: 26, info: { rows: 3, columns: 7.4 } }
};
/** What the facts need beside an image whose row has numbers: in front of a class its digits need the room. */
const INFO_ABOVE_ROW = {
  wide: { rows: 3, columns: 14 },
  narrow: ROOM.narrow.info,
  full: ROOM.old.info,
  old: ROOM.old.info
};

/** Places of image, facts and row on all stages. */
export function flattenLayout({ height, width }: Size): FlattenLayout {
  const numberedRow = height * width <= MOST_IN_A_ROW;
  const numberedImage = Math.max(height, width) <= MOST_WITH_NUMBERS;
  const carriedOut = (side: Side) => {
    const spacing = side === 'narrow' ? NARROW_SPACING : WIDE_SPACING;
    const { picture, strip, columns, info } = ROOM[side];
    const pixel = numberedImage ? 1 : picture / Math.max(height, width);
    const isBeside = !numberedRow && (side === 'wide' || side === 'full');
    const image = { rows: height * pixel, columns: width * pixel };
    const least = numberedRow ? INFO_ABOVE_ROW[side] : info;
    const below = (numberedRow ? height * width : columns) - image.columns - spacing.across;
    const sizes: Record<string, GridSize> = {
      image,
      info: isBeside
        ? info
        : { rows: Math.max(least.rows, image.rows), columns: Math.max(least.columns, below) },
      row: { rows: ROW_WITH_PLACES, columns: height * width + (side === 'narrow' ? NARROW_ROW_NAME : 0) },
      strip: { rows: strip, columns },
      lens: { rows: LENS_WITH_DISTANCES, columns }
    };
    return arrange(numberedRow ? PLAN : isBeside ? PLAN_BESIDE : PLAN_BELOW, sizes, spacing);
  };
  return {
    wide: carriedOut('wide'),
    projected: { full: carriedOut('full'), old: carriedOut('old') },
    narrow: carriedOut('narrow'),
    numberedRow,
    numberedImage
  };
}
