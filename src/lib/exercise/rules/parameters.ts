import { Fraction } from '$lib/engine';
import type { WrongRules } from './rule';

/** A convolutional layer whose parameters are counted. */
export interface CountedLayer {
  /** Channels of the input, which each filter has as well. */
  readonly channels: number;
  readonly filters: number;
  /** Weights in one channel of one filter. */
  readonly plane: number;
  /** Cells of one feature map. */
  readonly mapCells: number;
}

const answer = (count: number): readonly Fraction[] => [new Fraction(count)];
const weightsOf = ({ channels, filters, plane }: CountedLayer) => filters * channels * plane;

/** How learners miscount the parameters of a convolutional layer. */
export const PARAMETER_RULES = {
  /** Counts the weights and forgets that each filter has a bias. */
  'forgot-biases': (layer) => answer(weightsOf(layer)),
  /** One bias for the whole layer. */
  'one-bias': (layer) => answer(weightsOf(layer) + 1),
  /** A bias for each channel of each filter. */
  'bias-per-channel': (layer) => answer(weightsOf(layer) + layer.filters * layer.channels),
  /** A bias for each cell of each map. */
  'bias-per-cell': (layer) => answer(weightsOf(layer) + layer.filters * layer.mapCells),
  /** Takes every filter for flat, whatever the channels of the input. */
  'flat-filter': ({ filters, plane }) => answer(filters * (plane + 1))
} satisfies WrongRules<CountedLayer>;

/** A layer of which one side of a feature map is asked for. */
export interface SizedMap {
  readonly filters: number;
  /** Cells along that side of the input, and of the map. */
  readonly inputSide: number;
  readonly mapSide: number;
}

/** What learners take for the size of a map when there are several filters. */
export const MAP_SIZE_RULES = {
  /** Every filter makes the map larger. */
  'grows-with-filters': ({ filters, mapSide }) => answer(filters * mapSide),
  /** A map is as large as the input. */
  'as-the-input': ({ inputSide }) => answer(inputSide)
} satisfies WrongRules<SizedMap>;
