import type { LayerSettings } from './settings';

/** How far the plane of each further channel is drawn up and to the right, in cells. */
const CHANNEL_SHIFT = 0.35;
/** Space around each filter of the bank, in cells. */
const GAP = 1.2;
/** A bias is one number: one cell. */
const BIAS_SIDE = 1;
/** A bank of more planes is drawn by its outlines. */
const MOST_PLANES_DRAWN = 256;
/** A figure is never narrower than this share of all three, so that its name has room. */
const LEAST_SHARE = 0.24;

/** A block of planes, as paths whose lower left front corner is at the origin. All lengths in cells. */
export interface Stack {
  readonly width: number;
  readonly height: number;
  /** How far the last plane is shifted up and to the right. */
  readonly depth: number;
  /** Front, top and side. */
  readonly outline: string;
  /** The edges between the planes. */
  readonly planes: string;
}

/** So many planes of one size, one behind the other. */
export function stackOf(columns: number, rows: number, channels: number, withPlanes = true): Stack {
  const depth = channels * CHANNEL_SHIFT;
  const planes = Array.from({ length: withPlanes ? channels - 1 : 0 }, (_, index) => {
    const shift = (index + 1) * CHANNEL_SHIFT;
    return `M${shift} ${-rows - shift}h${columns}v${rows}`;
  });
  return {
    width: columns + depth,
    height: rows + depth,
    depth,
    outline:
      `M0 0v${-rows}h${columns}v${rows}z` +
      `M0 ${-rows}l${depth} ${-depth}h${columns}l${-depth} ${depth}z` +
      `M${columns} 0l${depth} ${-depth}v${-rows}l${-depth} ${depth}z`,
    planes: planes.join('')
  };
}

/** The filters of a layer in rows and columns, each with its bias beside it. */
export interface Bank {
  readonly width: number;
  readonly height: number;
  readonly filter: Stack;
  readonly biasSide: number;
  /** Where each filter's lower left front corner stands. */
  readonly places: readonly { readonly x: number; readonly y: number }[];
}

function bankOf({ filters, kernel, channels }: LayerSettings, room: number): Bank {
  const filter = stackOf(kernel, kernel, channels, filters * channels <= MOST_PLANES_DRAWN);
  const across = filter.width + BIAS_SIDE + 2 * GAP;
  const down = filter.height + GAP;
  const most = Math.max(1, Math.floor(room / down));
  // As near to a square as the room allows: of two banks of one height the narrower one.
  const square = Math.ceil(Math.sqrt((filters * across) / down));
  const rows = Math.ceil(filters / Math.ceil(filters / Math.min(filters, Math.max(most, square))));
  const columns = Math.ceil(filters / rows);
  return {
    width: columns * across - GAP,
    height: rows * down - GAP,
    filter,
    biasSide: BIAS_SIDE,
    places: Array.from({ length: filters }, (_, index) => ({
      x: Math.floor(index / rows) * across,
      y: (index % rows) * down + filter.height
    }))
  };
}

/** The three figures of a layer, to one scale. */
export interface LayerDrawing {
  readonly input: Stack;
  readonly padding: number;
  readonly bank: Bank;
  readonly output: Stack;
  /** What each figure needs, of the width and at most of the height. */
  readonly widths: { readonly input: number; readonly bank: number; readonly output: number };
  readonly height: number;
}

/** Lays out a layer whose maps have the given size. */
export function drawLayer(settings: LayerSettings, outputHeight: number, outputWidth: number): LayerDrawing {
  const { channels, height, width, filters, padding } = settings;
  const input = stackOf(width, height, channels);
  const output = stackOf(outputWidth, outputHeight, filters);
  const bank = bankOf(settings, Math.max(input.height + 2 * padding, output.height));
  const own = { input: input.width + 2 * padding, bank: bank.width, output: output.width };
  const least = LEAST_SHARE * (own.input + own.bank + own.output);
  return {
    input,
    padding,
    bank,
    output,
    widths: {
      input: Math.max(own.input, least),
      bank: Math.max(own.bank, least),
      output: Math.max(own.output, least)
    },
    height: Math.max(input.height + 2 * padding, bank.height, output.height)
  };
}
