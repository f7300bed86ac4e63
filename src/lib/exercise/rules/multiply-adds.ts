import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A convolutional layer whose multiplications are counted. */
export interface CountedWork {
  /** Channels of the input, which each filter has as well. */
  readonly channels: number;
  readonly filters: number;
  /** Weights in one channel of one filter. */
  readonly plane: number;
  /** Cells of one feature map. */
  readonly mapCells: number;
  /** Pixels of one channel of the input. */
  readonly pixels: number;
}

const answer = (count: number): readonly Fraction[] => [new Fraction(count)];

/** How learners miscount the multiply-adds of a layer: K·OH·OW output cells with C·F·F each. */
export const MULTIPLY_ADD_RULES = {
  /** Takes every filter for flat, whatever the channels of the input. */
  'depth-ignored': ({ filters, plane, mapCells }) => answer(filters * mapCells * plane),
  /** Counts what one filter does. */
  'one-map': ({ channels, plane, mapCells }) => answer(mapCells * channels * plane),
  /** Lets the window stand on every pixel of the input. */
  'per-pixel': ({ channels, filters, plane, pixels }) => answer(filters * pixels * channels * plane),
  /** Counts what is learned, with the biases or without: as if the window stood at one place. */
  'parameters-instead': ({ channels, filters, plane }) => [
    new Fraction(filters * (channels * plane + 1)),
    new Fraction(filters * channels * plane)
  ],
  /** Counts the output cells. */
  'outputs-only': ({ filters, mapCells }) => answer(filters * mapCells)
} satisfies WrongRules<CountedWork>;
