import type { LetteredShape } from '../shared/LetteredShapes.svelte';
import { costOf } from './cost';
import type { LayerSettings } from './settings';

/** The shapes of input, filters, biases and output, in the order of the layer's framework. */
export function layerShapes(settings: LayerSettings): LetteredShape[] {
  const { channels, height, width, filters, kernel, order } = settings;
  const [, outputHeight = 0, outputWidth = 0] = costOf(settings).outputShape;
  if (order === 'channels-last') {
    return [
      { tone: 'input', sign: '', numbers: [height, width, channels], letters: 'H, W, C' },
      { tone: 'kernel', sign: '*', numbers: [kernel, kernel, channels, filters], letters: 'FH, FW, C, FN' },
      { tone: 'bias', sign: '+', numbers: [filters], letters: 'FN' },
      { tone: 'output', sign: '→', numbers: [outputHeight, outputWidth, filters], letters: 'OH, OW, FN' }
    ];
  }
  return [
    { tone: 'input', sign: '', numbers: [channels, height, width], letters: 'C, H, W' },
    { tone: 'kernel', sign: '*', numbers: [filters, channels, kernel, kernel], letters: 'FN, C, FH, FW' },
    { tone: 'bias', sign: '+', numbers: [filters, 1, 1], letters: 'FN, 1, 1' },
    { tone: 'output', sign: '→', numbers: [filters, outputHeight, outputWidth], letters: 'FN, OH, OW' }
  ];
}
