import type { ScenePlan } from '$lib/course';
import type { Grain } from '$lib/trace';
import { equationOf, matrix, places, sumOf, turned, writeFactor, write, type Matrix } from './arithmetic';
import { ratio, total, type Ratio } from './ratio';

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

type Visits = Scene<'visit-counts'>;

/** The lines of padding before the first and after the last pixel of a line. */
function linesAround(padding: Visits['padding'], kernel: number): readonly [number, number] {
  if (padding === 'valid') return [0, 0];
  if (padding === 'full') return [kernel - 1, kernel - 1];
  if (padding === 'same') return [Math.floor((kernel - 1) / 2), Math.ceil((kernel - 1) / 2)];
  return [padding, padding];
}

/** For each place of a window along a line of pixels the pixels under it. */
function pixelsAlong(length: number, { kernel, padding }: Visits): number[][] {
  const [before, after] = linesAround(padding, kernel);
  return Array.from({ length: before + length + after - kernel + 1 }, (_, place) =>
    Array.from({ length: kernel }, (_, tap) => place + tap - before).filter(
      (pixel) => pixel >= 0 && pixel < length
    )
  );
}

const square = (rows: number, columns: number) => `${rows}×${columns} = ${rows * columns}`;

/** A line with other numbers before and after it: zeros, those inside it mirrored, or its ends again. */
function aroundLine<Item>(line: readonly Item[], lines: number, mode: 'reflect' | 'replicate'): Item[] {
  const last = line.length - 1;
  return Array.from({ length: line.length + 2 * lines }, (_, index) => {
    const at = index - lines;
    const inside = Math.max(0, Math.min(last, at));
    return line[mode === 'replicate' ? inside : 2 * inside - at] as Item;
  });
}

interface Line {
  readonly input: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
  readonly dilation: number;
}

/** The places of a window on a line, found by trying one start after the other. */
function startsOn(length: number, span: number, stride: number): number[] {
  const starts: number[] = [];
  for (let start = 0; start + span <= length; start += stride) starts.push(start);
  return starts;
}

/** What a window with gaps covers, counted cell by cell. */
function spanOf({ kernel, dilation }: Line): number {
  const taps = Array.from({ length: kernel }, (_, tap) => tap * dilation);
  return (taps.at(-1) ?? 0) + 1;
}

function walkAlong(line: Line): string[][] {
  const { input, kernel, stride, padding, dilation } = line;
  const [length, span] = [padding + input + padding, spanOf(line)];
  const places = startsOn(length, span, stride).length;
  const gaps = dilation > 1 ? [`${dilation}×(${kernel} − 1) + 1 = ${span}`] : [];
  const whole = `${input} + 2×${padding} = ${length}`;
  const end = (steps: number) => `${steps}×${stride} + ${span} = ${steps * stride + span}`;
  const count = (steps: number) => `${steps} + 1 = ${steps + 1}`;
  const rule = [
    `${input} + 2×${padding} − ${span} = ${length - span}`,
    `⌊${length - span}/${stride}⌋ = ${places - 1}`,
    count(places - 1)
  ];
  return [
    ...Array.from({ length: places }, (_, steps) => [whole, end(steps), count(steps)]),
    [whole, end(places)],
    ...rule.map((_, last) => rule.slice(0, last + 1))
  ].map((equations) => [...gaps, ...equations]);
}

/** For each kind what stands there after each step, worked out here: by walking and counting, not by the engine. */
const EQUATIONS: Partial<Record<ScenePlan['kind'], Equations>> = {
  'sliding-window': (settings: Window, grain) => walk(settings, grain).map((equation) => [equation]),
  'two-conventions': (settings: Window, grain) => {
    const other = walk(settings, grain, true);
    return walk(settings, grain).map((equation, index) => [equation, other[index] ?? '']);
  },
  bias: ({ input, kernels, biases, activation }: Scene<'bias'>, grain) =>
    biases.flatMap((bias, filter) => {
      const [[added = ratio(0)] = []] = read([[bias]]);
      return places(read(input), read(kernels[filter] ?? [])).flatMap((place) => {
        const { n } = total([sumOf(place), added]);
        const all = sums(place, grain, added);
        // With its last moment a cell goes on through ReLU.
        return all.map((equation, index) => {
          if (activation === 'none' || index < all.length - 1) return [equation];
          return [`${equation} → ReLU → ${n < 0n ? '0' : (equation.split(' = ')[1] ?? '')}`];
        });
      });
    }),
  'visit-counts': (settings: Visits) => {
    const [height, width] = [settings.input.length, settings.input[0]?.length ?? 0];
    const [down, across] = [pixelsAlong(height, settings), pixelsAlong(width, settings)];
    const steps = down.flatMap((rows) => across.map((columns) => [square(rows.length, columns.length)]));
    const over = (places: number[][], pixel: number) =>
      places.filter((pixels) => pixels.includes(pixel)).length;
    const visits = (row: number, column: number) => square(over(down, row), over(across, column));
    steps.at(-1)?.push(visits(0, 0), visits(Math.ceil(height / 2) - 1, Math.ceil(width / 2) - 1));
    return steps;
  },
  // Of one line and a kernel of an odd number of cells, which is what the lessons have.
  'padding-modes': ({ input, kernel }: Scene<'padding-modes'>) => {
    const [line = []] = input;
    const lines = ((kernel[0]?.length ?? 1) - 1) / 2;
    const zeros = new Array<number>(lines).fill(0);
    const padded = [
      [...zeros, ...line, ...zeros],
      aroundLine(line, lines, 'reflect'),
      aroundLine(line, lines, 'replicate')
    ];
    const columns = padded.map((cells) =>
      places(read([cells]), read(kernel)).map((place) => equationOf(place, place.pairs.length))
    );
    return line.map((_, step) => columns.map((column) => column[step] ?? ''));
  },
  channels: ({ input, filter, bias, counted }: Scene<'channels'>, grain) => {
    const [[added = ratio(0)] = []] = read([[bias]]);
    const planes = input.map((plane, channel) => places(read(plane), read(filter[channel] ?? [])));
    const all = (planes[0] ?? []).flatMap((_, place) => {
      const stack = planes.flatMap((plane) => plane[place] ?? []);
      const partial = stack.map(sumOf);
      const numbers = [...partial, added];
      const sum = [`${numbers.map(writeFactor).join(' + ')} = ${write(total(numbers))}`];
      if (grain === 'cell') return [sum];
      return [...stack.flatMap((each) => each.pairs.map((_, index) => [equationOf(each, index + 1)])), sum];
    });
    const [height, width] = [filter[0]?.length ?? 0, filter[0]?.[0]?.length ?? 0];
    const count = `${filter.length}×${height}×${width} + 1 = ${filter.length * height * width + 1}`;
    return counted ? [...all, [count]] : all;
  },
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
  flatten: ({ image, by, unit }: Scene<'flatten'>) => {
    const width = image[0]?.length ?? 0;
    if (by === 'row') {
      const rows = image.map((_, row) => [`${row + 1}×${width} = ${grouped((row + 1) * width)}`]);
      if (!unit) return rows;
      // On the stroke light counts for the unit, beside it against.
      const all = image.flat();
      const light = (isOn: boolean) =>
        all.filter((value) => value > unit.lighterThan === isOn).reduce((sum, value) => sum + value, 0);
      const [on, off] = [light(true), light(false)];
      rows.at(-1)?.push(`${grouped(on)} + (−${grouped(off)}) = ${grouped(on - off)}`);
      return rows;
    }
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
  'strided-window': ({ input, kernel, stride }: Scene<'strided-window'>, grain) => {
    const [down, across] = typeof stride === 'number' ? [stride, stride] : stride;
    // Every place, and of them those that both strides come to.
    return places(read(input), read(kernel))
      .filter(({ row, column }) => (row - 1) % down === 0 && (column - 1) % across === 0)
      .flatMap((place) => sums(place, grain).map((equation) => [equation]));
  },
  'stride-strip': ({ input, kernel, strides }: Scene<'stride-strip'>) =>
    strides.flatMap((stride) => {
      const [side, window] = [input.length, kernel.length];
      let jumps = 0;
      while ((jumps + 1) * stride + window <= side) jumps++;
      const end = jumps * stride + window;
      const counted = [`${jumps} + 1 = ${jumps + 1}`, `${jumps}×${stride} + ${window} = ${end}`];
      return [counted, [...counted, `${side} − ${end} = ${side - end}`]];
    }),
  'window-walk': (line: Scene<'window-walk'>) => walkAlong(line),
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
