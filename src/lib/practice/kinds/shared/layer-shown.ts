import * as m from '$lib/paraglide/messages';
import { sceneOf, type AskedScene, type Given } from '../../question-kind';
import { mapSizeOf, type LayerParameters } from './layer';

/** The steps in which a layer is counted, in their order, from 1 on. */
const LAYER_STEPS = { weights: 1, bias: 2, parameters: 3, map: 4, maps: 5, 'multiply-adds': 6 } as const;
type LayerStep = keyof typeof LAYER_STEPS;

/** The layer, counted: from one step to another. */
export function layerScene(layer: LayerParameters, first: LayerStep, last: LayerStep = first): AskedScene {
  const { channels, height, width, filters, kernel, stride, padding } = layer;
  const settings = { channels, height, width, filters, kernel, stride, padding };
  const cells = [LAYER_STEPS[first], LAYER_STEPS[last]] as const;
  return sceneOf({ kind: 'layer-shapes', settings, grain: 'cell', cells });
}

/** Its numbers beside the question. */
export function layerGivens({
  channels,
  height,
  width,
  filters,
  kernel,
  stride,
  padding
}: LayerParameters): Given[] {
  const numbers = { C: channels, H: height, W: width, K: filters, F: kernel, S: stride, P: padding };
  return Object.entries(numbers).map(([label, number]) => ({ type: 'fact', label, text: `${number}` }));
}

/** The layer in a sentence: what comes in, and what the filters are. */
export function layerSentence({
  channels,
  height,
  width,
  filters,
  kernel,
  stride,
  padding
}: LayerParameters): string {
  const numbers = { channels, height, width, filters, kernel, stride, padding };
  return stride === 1 && padding === 0 ? m.q_layer_plain(numbers) : m.q_layer_set(numbers);
}

/** Rows and columns of a feature map, and how many cells that makes. */
export function mapOfLayer(layer: LayerParameters) {
  const { height: rows, width: columns } = mapSizeOf(layer);
  return { rows, columns, cells: rows * columns };
}
