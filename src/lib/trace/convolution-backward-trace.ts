import {
  conv2dBackward,
  exactField,
  outputsFedBy,
  sizeOf,
  visitCounts,
  windowGeometry,
  type ConvolutionOptions,
  type ExactTensor,
  type Fraction,
  type WindowGeometry
} from '$lib/engine';
import { placeIn } from './place';
import type { Grain } from './settings';
import { cellsUnder, productOf, type Product } from './step';
import { sumTrace, type SumTrace } from './sum-trace';

/** The operands of `conv2dBackward`, and its options. */
export interface ConvolutionBackwardSettings extends ConvolutionOptions {
  /** [N, K, OH, OW]: the gradient of the output */
  readonly gradient: ExactTensor;
  /** [N, C, H, W] */
  readonly input: ExactTensor;
  /** [K, C / groups, FH, FW] */
  readonly weight: ExactTensor;
}

/** A cell of the gradient of the output. */
interface OutputPlace {
  readonly outputRow: number;
  readonly outputColumn: number;
}

/** One output that an input cell has fed: its gradient (`value`) times the `weight` that lay between the two. */
export interface InputGradientTerm extends Product, OutputPlace {
  readonly filter: number;
  readonly kernelRow: number;
  readonly kernelColumn: number;
}

/** One use of a weight: the input cell under it (`value`) times the gradient of the output (`weight`). */
export interface WeightGradientTerm extends Product, OutputPlace {
  readonly image: number;
  /** Channel of the input. */
  readonly channel: number;
  /** Place in the padded input. */
  readonly paddedRow: number;
  readonly paddedColumn: number;
  readonly isPadding: boolean;
}

/** One cell to which a bias was added: its gradient (`value`) times 1. */
export interface BiasGradientTerm extends Product, OutputPlace {
  readonly image: number;
}

/** A cell of the gradient of the input. */
export interface InputGradientPlace {
  readonly image: number;
  readonly channel: number;
  readonly row: number;
  readonly column: number;
}

/** A cell of the gradient of the weight. */
export interface WeightGradientPlace {
  readonly filter: number;
  /** Channel of the filter; with groups the first of the group's is 0. */
  readonly channel: number;
  readonly kernelRow: number;
  readonly kernelColumn: number;
}

/** A cell of the gradient of the bias. */
export interface BiasGradientPlace {
  readonly filter: number;
}

/** The backward pass of a convolution: three traces over the same grids, each in the order of its tensor. */
export interface ConvolutionBackwardTraces {
  readonly geometry: WindowGeometry;
  readonly input: SumTrace<InputGradientPlace, InputGradientTerm>;
  readonly weight: SumTrace<WeightGradientPlace, WeightGradientTerm>;
  readonly bias: SumTrace<BiasGradientPlace, BiasGradientTerm>;
}

/**
 * The traces of `conv2dBackward`. A cell of the input adds up over all outputs that it has fed: as many terms as
 * windows have visited it, for each filter of its group. A weight adds up over all cells of its map, for padding
 * with value 0; a bias likewise.
 *
 * @throws {ShapeError | SettingError | KernelTooLargeError} as `conv2dBackward`
 */
export function convolutionBackwardTraces(
  { gradient, input, weight, ...options }: ConvolutionBackwardSettings,
  grain: Grain
): ConvolutionBackwardTraces {
  const gradients = conv2dBackward(gradient, input, weight, options);
  const { groups = 1, ...window } = options;
  const geometry = windowGeometry(sizeOf(input), sizeOf(weight), window);
  const { input: size, kernel, stride, dilation, padding, output: map } = geometry;
  const inputShape = input.shape as readonly [number, number, number, number];
  const weightShape = weight.shape as readonly [number, number, number, number];
  const [images] = inputShape;
  const [filters, channels] = weightShape;
  const groupFilters = filters / groups;

  const gradientAt = (image: number, filter: number, { outputRow, outputColumn }: OutputPlace) =>
    gradient.data[
      ((image * filters + filter) * map.height + outputRow) * map.width + outputColumn
    ] as Fraction;

  function inputTerms({ image, channel, row, column }: InputGradientPlace): InputGradientTerm[] {
    const group = Math.floor(channel / channels);
    const padded = { row: row + padding.top, column: column + padding.left };
    const fed = outputsFedBy(geometry, padded).map((output) => ({
      outputRow: output.row,
      outputColumn: output.column,
      kernelRow: (padded.row - output.row * stride.height) / dilation.height,
      kernelColumn: (padded.column - output.column * stride.width) / dilation.width
    }));
    return Array.from({ length: groupFilters }, (_, inGroup) => group * groupFilters + inGroup).flatMap(
      (filter) =>
        fed.map((place) => {
          const plane = filter * channels + (channel % channels);
          const tap = (plane * kernel.height + place.kernelRow) * kernel.width + place.kernelColumn;
          const factor = weight.data[tap] as Fraction;
          return { filter, ...place, ...productOf(gradientAt(image, filter, place), factor) };
        })
    );
  }

  // Seen from one weight, the gradient of its map lies on the input like a kernel with the stride as its dilation.
  const gradientAsKernel = { ...geometry, kernel: map, dilation: stride };

  function weightTerms({ filter, channel, kernelRow, kernelColumn }: WeightGradientPlace) {
    const origin = { row: kernelRow * dilation.height, column: kernelColumn * dilation.width };
    const firstChannel = Math.floor(filter / groupFilters) * channels + channel;
    return Array.from({ length: images }, (_, image) => image).flatMap((image) =>
      cellsUnder(input, gradientAsKernel, { image, firstChannel, channels: 1 }, origin).map(
        ({ kernelRow: outputRow, kernelColumn: outputColumn, ...cell }): WeightGradientTerm => {
          const slope = gradientAt(image, filter, { outputRow, outputColumn });
          return { image, outputRow, outputColumn, ...cell, ...productOf(cell.value, slope) };
        }
      )
    );
  }

  const cellsOfMaps = images * map.height * map.width;

  function biasTerms({ filter }: BiasGradientPlace): BiasGradientTerm[] {
    return Array.from({ length: cellsOfMaps }, (_, index) => {
      const [image, outputRow, outputColumn] = placeIn([images, map.height, map.width], index);
      const place = { outputRow, outputColumn };
      return { image, ...place, ...productOf(gradientAt(image, filter, place), exactField.one) };
    });
  }

  const visits = visitCounts(geometry)
    .slice(padding.top, padding.top + size.height)
    .flatMap((row) => row.slice(padding.left, padding.left + size.width));

  return {
    geometry,
    input: sumTrace(
      {
        output: gradients.input,
        termCounts: visits.map((count) => count * groupFilters),
        placeOf: (cell) => {
          const [image, channel, row, column] = placeIn(inputShape, cell);
          return { image, channel, row, column };
        },
        termsOf: inputTerms
      },
      grain
    ),
    weight: sumTrace(
      {
        output: gradients.weight,
        termCounts: [cellsOfMaps],
        placeOf: (cell) => {
          const [filter, channel, kernelRow, kernelColumn] = placeIn(weightShape, cell);
          return { filter, channel, kernelRow, kernelColumn };
        },
        termsOf: weightTerms
      },
      grain
    ),
    bias: sumTrace(
      {
        output: gradients.bias,
        termCounts: [cellsOfMaps],
        placeOf: (filter) => ({ filter }),
        termsOf: biasTerms
      },
      grain
    )
  };
}
