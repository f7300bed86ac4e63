import {
  add,
  addPairs,
  advance,
  get,
  I32,
  isGreater,
  isLess,
  loadI32,
  loadPair,
  loadTwice,
  moduleOf,
  number,
  repeatWhile,
  set,
  storePair,
  storeSingles,
  times,
  timesPairs,
  toSingles,
  V128,
  whileTrue,
  type Code,
  type FunctionCode
} from './encoding.ts';
import { TOGETHER } from '../row-kernel.ts';

/** Bytes of a double, and of the two that a vector holds. */
const DOUBLE = 8;
const PAIR = 16;

/** Parameters of `row`, addresses and lengths in bytes; from `at` on its own locals. */
const [ROOM, WIDTH, TAPS, WEIGHTS, BIAS, OUTPUT, OUTPUT_ROW, FOURS, ONES] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8
] as const;
const [AT, TO, LEFT, TAP, WEIGHT, ADDRESS] = [9, 10, 11, 12, 13, 14] as const;
/** The factor that a filter's tap is, the input cells that it meets, and the sums. */
const [FACTOR, VALUES, SUMS] = [15, 16, 18] as const;

/** Neighbouring pairs of columns that are computed together: of four filters, and of one. */
const PAIRS_OF_FOURS = { most: 2, least: 1 };
const PAIRS_OF_ONES = { most: 8, least: 2 };
const MOST_SUMS = 8;

/** Rows of the output are as many columns long as a multiple of this: the least that is computed together. */
export const COLUMN_BLOCK = 4;

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/**
 * Some filters by some neighbouring pairs of columns. Eight sums stay in registers. Each is added up tap by tap from
 * its bias on, as the loop in TypeScript does it, so that not one bit differs.
 */
function block(filters: number, pairs: number): Code {
  const sum = (filter: number, pair: number) => SUMS + filter * pairs + pair;
  const sums = upTo(filters).flatMap((filter) => upTo(pairs).map((pair) => ({ filter, pair })));
  // What several filters meet is loaded once; what one filter meets is not kept.
  const isShared = filters > 1;
  const value = (pair: number) => (isShared ? get(VALUES + pair) : loadPair(get(ADDRESS), PAIR * pair));
  return [
    sums.map(({ filter, pair }) => [loadTwice(get(BIAS), DOUBLE * filter), set(sum(filter, pair))]),
    [number(0), set(TAP), get(WEIGHTS), set(WEIGHT)],
    repeatWhile(isLess(get(TAP), get(TAPS)), [
      [add(loadI32(get(TAP)), get(AT)), set(ADDRESS)],
      isShared ? upTo(pairs).map((pair) => [loadPair(get(ADDRESS), PAIR * pair), set(VALUES + pair)]) : [],
      upTo(filters).map((filter) => [
        [loadTwice(get(WEIGHT), DOUBLE * filter), set(FACTOR)],
        upTo(pairs).map((pair) => [
          addPairs(get(sum(filter, pair)), timesPairs(value(pair), get(FACTOR))),
          set(sum(filter, pair))
        ])
      ]),
      advance(WEIGHT, DOUBLE * filters),
      advance(TAP, 4)
    ]),
    sums.map(({ filter, pair }) =>
      storePair(add(get(TO), times(get(OUTPUT_ROW), number(filter))), PAIR * pair, get(sum(filter, pair)))
    ),
    advance(AT, PAIR * pairs),
    advance(TO, PAIR * pairs),
    advance(LEFT, -2 * pairs)
  ];
}

/** The row of each of `left` times `filters` filters, whose weights lie side by side. */
function rows(left: number, filters: number, { most, least }: typeof PAIRS_OF_FOURS): Code {
  return whileTrue(isGreater(get(left), number(0)), [
    [get(ROOM), set(AT), get(OUTPUT), set(TO), get(WIDTH), set(LEFT)],
    whileTrue(isGreater(get(LEFT), number(2 * (most - least))), block(filters, most)),
    whileTrue(isGreater(get(LEFT), number(0)), block(filters, least)),
    // A tap is four bytes in the list of taps, and a double for each filter in that of weights.
    [add(get(WEIGHTS), times(get(TAPS), number(2 * filters))), set(WEIGHTS)],
    advance(BIAS, DOUBLE * filters),
    [add(get(OUTPUT), times(get(OUTPUT_ROW), number(filters))), set(OUTPUT)],
    advance(left, -1)
  ]);
}

/**
 * `row(room, width, taps, weights, bias, output, outputRow, fours, ones)`: a row of `width` columns of the maps of
 * 4 · `fours` + `ones` filters. The taps' distances from a window's first column, in bytes, lie at address 0 and
 * take `taps` bytes. Up to three columns behind the last are computed too, of whatever lies there.
 */
const row: FunctionCode = {
  name: 'row',
  parameters: 9,
  locals: [
    [6, I32],
    [3 + MOST_SUMS, V128]
  ],
  body: [rows(FOURS, TOGETHER, PAIRS_OF_FOURS), rows(ONES, 1, PAIRS_OF_ONES)]
};

/** `narrow(from, to, end)`: the doubles from `from` to `end` become singles from `to` on, which may be `from`. */
const narrow: FunctionCode = {
  name: 'narrow',
  parameters: 3,
  locals: [],
  body: repeatWhile(isLess(get(0), get(2)), [
    storeSingles(get(1), toSingles(loadPair(get(0), 0))),
    advance(0, PAIR),
    advance(1, DOUBLE)
  ])
};

/** The module: `row`, `narrow` and their `memory`. */
export const loops = (): Uint8Array => moduleOf([row, narrow]);
