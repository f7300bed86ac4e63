import { convolutionCost, type LayerCost, type Size } from '$lib/engine';
import type { Draw } from '$lib/exercise';

/** A convolutional layer known by its shapes: square filters, each with a bias. Lengths are in cells. */
export interface LayerParameters {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly filters: number;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

/**
 * What the layer makes and takes.
 *
 * @throws {KernelTooLargeError} when a filter does not fit into the padded input
 */
export function layerCost({
  channels,
  height,
  width,
  filters,
  kernel,
  ...window
}: LayerParameters): LayerCost {
  return convolutionCost([channels, height, width], { filters, kernelSize: kernel, ...window });
}

/** Rows and columns of one feature map. */
export function mapSizeOf(layer: LayerParameters): Size {
  const [, height = 0, width = 0] = layerCost(layer).outputShape;
  return { height, width };
}

/** A side of a square image, and a filter that fits into it. */
export function drawSquare(
  draw: Draw,
  least: number,
  most: number
): Pick<LayerParameters, 'height' | 'width'> {
  const side = draw.whole(least, most);
  return { height: side, width: side };
}
