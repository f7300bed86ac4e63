/** The bounds of a layer's numbers. */
export const BOUNDS = {
  channels: { least: 1, most: 64 },
  height: { least: 1, most: 64 },
  width: { least: 1, most: 64 },
  filters: { least: 1, most: 64 },
  kernel: { least: 1, most: 11 },
  stride: { least: 1, most: 9 },
  padding: { least: 0, most: 10 }
} as const;

export type LayerNumber = keyof typeof BOUNDS;
export const LAYER_NUMBERS = Object.keys(BOUNDS) as LayerNumber[];

/** Where shapes have their channels: PyTorch writes (C, H, W), Keras (H, W, C). */
export const ORDERS = ['channels-first', 'channels-last'] as const;

/** A convolutional layer known by its shapes: square filters, each with a bias. Lengths are in cells. */
export interface LayerSettings extends Readonly<Record<LayerNumber, number>> {
  readonly order: (typeof ORDERS)[number];
}
