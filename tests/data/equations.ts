import type { ScenePlan } from '$lib/course';
import type { Grain } from '$lib/trace';
import { equationOf, matrix, places, turned, type Matrix } from './arithmetic';
import { ratio, type Ratio } from './ratio';

type Rows = readonly (readonly (number | string)[])[];
type Scene<Kind extends ScenePlan['kind']> = Extract<ScenePlan, { kind: Kind }>['settings'];
type Equations = (settings: never, grain: Grain) => string[][];

/** Reads what a lesson writes down. */
function read(rows: Rows): Matrix {
  return matrix(rows.map((row) => row.join(' ').replaceAll('-', '−')).join('\n'));
}

/** A whole number with a comma before each three digits. */
function grouped(count: number): string {
  return `${count}`.replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The sum of one place, after each of its moments: once when all is in it, or product by product, the bias last. */
function sums(place: ReturnType<typeof places>[number], grain: Grain, bias?: Ratio): string[] {
  const all = equationOf(place, place.pairs.length, bias);
  if (grain === 'cell') return [all];
  const products = place.pairs.map((_, index) => equationOf(place, index + 1));
  return bias ? [...products, all] : products;
}

type Window = Scene<'sliding-window'>;

function walk({ input, kernel, stride, padding }: Window, grain: Grain, isTurned = false): string[] {
  const weights = read(kernel);
  return places(read(input), isTurned ? turned(weights) : weights, { stride, padding }).flatMap((place) =>
    sums(place, grain)
  );
}

/** The ones of a pattern that stands at a place, as 'row,column'. */
function onesAt(pattern: Rows, [row = 0, column = 0]: readonly number[]): string[] {
  return pattern.flatMap((line, down) =>
    line.flatMap((value, across) => (value === 1 ? [`${row + down},${column + across}`] : []))
  );
}

function overlap(cells: number, of: number): string {
  return of === 0 ? `${cells}×0 = 0` : `${new Array<string>(of).fill('1×1').join(' + ')} = ${of}`;
}

/** For each kind what stands there after each step, worked out here: by walking and counting, not by the engine. */
const EQUATIONS: Partial<Record<ScenePlan['kind'], Equations>> = {
  'sliding-window': (settings: Window, grain) => walk(settings, grain).map((equation) => [equation]),
  'two-conventions': (settings: Window, grain) => {
    const other = walk(settings, grain, true);
    return walk(settings, grain).map((equation, index) => [equation, other[index] ?? '']);
  },
  bias: ({ input, kernels, biases }: Scene<'bias'>, grain) =>
    biases.flatMap((bias, filter) => {
      const kernel = kernels[kernels.length === 1 ? 0 : filter] ?? [];
      const [[added = ratio(0)] = []] = read([[bias]]);
      return places(read(input), read(kernel)).flatMap((place) =>
        sums(place, grain, added).map((equation) => [equation])
      );
    }),
  'filter-bank': ({ input, filters, biases, groups }: Scene<'filter-bank'>, grain) => {
    const [channels, mates] = [input.length / groups, filters.length / groups];
    return filters.flatMap((filter, index) => {
      const first = Math.floor(index / mates) * channels;
      const [[added = ratio(0)] = []] = read([[biases[index] ?? 0]]);
      const [own = [], ...others] = input
        .map((plane, channel) => places(read(plane), read(filter[channel] ?? [])))
        .slice(first, first + channels);
      return own.flatMap((place, at) => {
        const pairs = [place, ...others.map((channel) => channel[at])].flatMap((each) => each?.pairs ?? []);
        return sums({ ...place, pairs }, grain, added).map((equation) => [equation]);
      });
    });
  },
  'layer-shapes': (layer: Scene<'layer-shapes'>) => {
    const { channels, height, width, filters, kernel, stride, padding } = layer;
    // By walking: the places where the filter fits along one side.
    const along = (side: number) => {
      let count = 0;
      for (let start = -padding; start + kernel <= side + padding; start += stride) count += 1;
      return count;
    };
    const sideText = (side: number) =>
      `⌊(${side} + 2×${padding} − ${kernel}) / ${stride}⌋ + 1 = ${along(side)}`;
    const taps = channels * kernel * kernel;
    const values = filters * along(height) * along(width);
    const one = `${taps} + 1 = ${taps + 1}`;
    const map = height === width ? [sideText(height)] : [sideText(height), sideText(width)];
    const all = `${filters}×${grouped(taps + 1)} = ${grouped(filters * (taps + 1))}`;
    const maps = `${filters}×${along(height)}×${along(width)} = ${grouped(values)}`;
    const work = `${grouped(values)}×${grouped(taps)} = ${grouped(values * taps)}`;
    return [
      [`${channels}×${kernel}×${kernel} = ${grouped(taps)}`],
      [one],
      [all],
      [all, ...map],
      [all, ...map, maps],
      [all, ...map, maps, work]
    ];
  },
  flatten: ({ image, by }: Scene<'flatten'>) => {
    const width = image[0]?.length ?? 0;
    if (by === 'row') return image.map((_, row) => [`${row + 1}×${width} = ${grouped((row + 1) * width)}`]);
    return image.flatMap((line, row) =>
      line.map((_, column) => [`${row}×${width} + ${column + 1} = ${row * width + column + 1}`])
    );
  },
  'weight-count': ({ side, kernel }: Scene<'weight-count'>) => {
    const across = side - kernel + 1;
    const [pixels, outputs] = [side * side, across * across];
    const counted = outputs === 1 ? [1] : [1, 2, outputs];
    const sides = [
      `${side}×${side} = ${grouped(pixels)}`,
      `${across}×${across} = ${grouped(outputs)}`
    ] as const;
    const dense = (count: number) => [
      ...sides,
      `${grouped(pixels)}×${grouped(count)} = ${grouped(pixels * count)}`
    ];
    const both = [...dense(outputs), `${kernel}×${kernel} = ${kernel * kernel}`];
    return [...counted.map(dense), ...counted.map(() => both)];
  },
  'moving-pattern': ({ side, pattern, places: stops }: Scene<'moving-pattern'>) => {
    const home = onesAt(pattern, stops[0] ?? []);
    return stops.map((stop) => {
      const here = onesAt(pattern, stop);
      const shared = here.filter((cell) => home.includes(cell)).length;
      return [overlap(home.length, here.length), overlap(side * side, shared)];
    });
  },
  'colour-image': ({ red }: Scene<'colour-image'>) => {
    const [height, width] = [red.length, red[0]?.length ?? 0];
    return [[], [], [], [`${height}×${width}×3 = ${height * width * 3}`]];
  },
  picture: ({ stops }: Scene<'picture'>) => stops.slice(1).map(() => [])
};

/**
 * The equations that a scene should show at step 0 and after each of its steps; null for a kind for which nobody has
 * worked them out here.
 */
export function expectedEquations({ kind, settings }: ScenePlan, grain: Grain): string[][] | null {
  const equations = EQUATIONS[kind];
  return equations ? [[], ...equations(settings as never, grain)] : null;
}
