import type { ExactTensor, Fraction, Pair, Sides } from '$lib/engine';
import { expect } from 'vitest';
import { equal, plus, ratio, ratioOf, times, total, type Ratio } from './ratio';

type Two = readonly [vertical: number, horizontal: number];
type Four = readonly [number, number, number, number];

/** A convolution with every option spelled out. */
export interface Spelled {
  readonly stride: Two;
  readonly dilation: Two;
  readonly sides: Sides;
  readonly groups: number;
}

/** Results of the tests' own arithmetic. */
export interface Grid {
  readonly shape: Four;
  readonly values: readonly Ratio[];
}

export const spanOf = (kernel: number, dilation: number) => (kernel - 1) * dilation + 1;

/**
 * Cells of SAME padding before and after, as the two cases of TensorFlow's documentation have it:
 * https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
 */
function samePadding(length: number, span: number, stride: number): Two {
  const along = Math.max(span - (length % stride === 0 ? stride : length % stride), 0);
  return [Math.floor(along / 2), along - Math.floor(along / 2)];
}

/** What a padding means, side by side. */
export function sidesMeant(
  padding: Pair | Sides | 'valid' | 'same',
  size: Two,
  span: Two,
  stride: Two
): Sides {
  if (padding === 'valid') return { top: 0, bottom: 0, left: 0, right: 0 };
  if (padding === 'same') {
    const [top, bottom] = samePadding(size[0], span[0], stride[0]);
    const [left, right] = samePadding(size[1], span[1], stride[1]);
    return { top, bottom, left, right };
  }
  if (typeof padding === 'number') return { top: padding, bottom: padding, left: padding, right: padding };
  if ('top' in padding) return padding;
  return { top: padding[0], bottom: padding[0], left: padding[1], right: padding[1] };
}

/** The cell of a four-dimensional tensor, zero wherever it has none. */
function reader({ shape, data }: ExactTensor): (...place: Four) => Ratio {
  const [, second, third, fourth] = shape as Four;
  return (a, b, c, d) =>
    c < 0 || c >= third || d < 0 || d >= fourth
      ? ratio(0)
      : ratioOf(data[((a * second + b) * third + c) * fourth + d] as Fraction);
}

/** 0, 1, …, one less than `length`. */
export const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Where windows begin, in coordinates of the input: a stride apart, as long as they lie inside the padded input. */
function beginnings(length: number, before: number, after: number, span: number, stride: number): number[] {
  const places: number[] = [];
  for (let begin = -before; begin + span <= length + after; begin += stride) places.push(begin);
  return places;
}

/** Cross-correlation by its definition, cell by cell. */
export function bruteConvolution(
  input: ExactTensor,
  weight: ExactTensor,
  bias: ExactTensor | null,
  { stride, dilation, sides, groups }: Spelled
): Grid {
  const [images, , height, width] = input.shape as Four;
  const [filters, depth, kernelHeight, kernelWidth] = weight.shape as Four;
  const cell = reader(input);
  const factor = reader(weight);
  const tops = beginnings(height, sides.top, sides.bottom, spanOf(kernelHeight, dilation[0]), stride[0]);
  const lefts = beginnings(width, sides.left, sides.right, spanOf(kernelWidth, dilation[1]), stride[1]);
  const filtersOfGroup = filters / groups;
  const values = range(images).flatMap((n) =>
    range(filters).flatMap((k) =>
      tops.flatMap((top) =>
        lefts.map((left) => {
          const firstChannel = Math.floor(k / filtersOfGroup) * depth;
          const products = range(depth).flatMap((c) =>
            range(kernelHeight).flatMap((u) =>
              range(kernelWidth).map((v) =>
                times(
                  cell(n, firstChannel + c, top + u * dilation[0], left + v * dilation[1]),
                  factor(k, c, u, v)
                )
              )
            )
          );
          return plus(total(products), bias ? ratioOf(bias.data[k] as Fraction) : ratio(0));
        })
      )
    )
  );
  return { shape: [images, filters, tops.length, lefts.length], values };
}

/**
 * Transposed convolution as it is drawn: every input cell lays its kernels on a large canvas, a stride apart, and
 * then the padding is cut off and the output padding set on.
 */
export function bruteTransposed(
  input: ExactTensor,
  weight: ExactTensor,
  bias: ExactTensor | null,
  { stride, dilation, sides, groups }: Spelled,
  outputPadding: Two
): Grid {
  const [images, channels, height, width] = input.shape as Four;
  const [, depth, kernelHeight, kernelWidth] = weight.shape as Four;
  const cell = reader(input);
  const factor = reader(weight);
  const canvas = new Map<string, Ratio>();
  for (const n of range(images)) {
    for (const c of range(channels)) {
      const firstFilter = Math.floor(c / (channels / groups)) * depth;
      for (const i of range(height)) {
        for (const j of range(width)) {
          for (const k of range(depth)) {
            for (const u of range(kernelHeight)) {
              for (const v of range(kernelWidth)) {
                const row = i * stride[0] + u * dilation[0];
                const column = j * stride[1] + v * dilation[1];
                const place = [n, firstFilter + k, row, column].join();
                const product = times(cell(n, c, i, j), factor(c, k, u, v));
                canvas.set(place, plus(canvas.get(place) ?? ratio(0), product));
              }
            }
          }
        }
      }
    }
  }
  const canvasHeight = (height - 1) * stride[0] + spanOf(kernelHeight, dilation[0]);
  const canvasWidth = (width - 1) * stride[1] + spanOf(kernelWidth, dilation[1]);
  const rows = range(canvasHeight + outputPadding[0]).slice(sides.top);
  const columns = range(canvasWidth + outputPadding[1]).slice(sides.left);
  const keptRows = rows.slice(0, rows.length - sides.bottom);
  const keptColumns = columns.slice(0, columns.length - sides.right);
  const filters = depth * groups;
  const values = range(images).flatMap((n) =>
    range(filters).flatMap((k) =>
      keptRows.flatMap((row) =>
        keptColumns.map((column) =>
          plus(
            canvas.get([n, k, row, column].join()) ?? ratio(0),
            bias ? ratioOf(bias.data[k] as Fraction) : ratio(0)
          )
        )
      )
    )
  );
  return { shape: [images, filters, keptRows.length, keptColumns.length], values };
}

/** The very same shape and values. */
export function expectEqual(
  found: ExactTensor,
  { shape, values }: Pick<Grid, 'values'> & { shape: readonly number[] }
) {
  expect(found.shape).toEqual(shape);
  const wrong = found.data.findIndex((value, index) => !equal(ratioOf(value), values[index] as Ratio));
  expect(wrong, `entry ${wrong} of ${shape.join('×')}`).toBe(-1);
  expect(found.data.length).toBe(values.length);
}
