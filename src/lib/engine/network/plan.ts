import { during, SettingError, ShapeError, shapeText } from '../errors.ts';
import type { LayerCost } from '../geometry/cost.ts';
import type { LayerKind } from './kind.ts';
import { optionsAmong, requireKnownOptions } from '../options.ts';
import { kindOf, LAYER_KINDS } from './kinds.ts';
import type { Layer } from './layers.ts';

/** A layer in its place, with what it makes of its input and what that takes. Shapes are without the batch. */
export interface PlannedLayer extends LayerCost {
  /** Given, or the type with a number: 'conv2d-1'. */
  readonly name: string;
  readonly layer: Layer;
  readonly inputShape: readonly number[];
  /** Shapes of what the layer remembers without learning it by gradients: running mean and variance. */
  readonly bufferShapes: Readonly<Record<string, readonly number[]>>;
}

/** Layers one after the other, as plain data. It holds no numbers that are learned, only their shapes. */
export interface Network {
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  readonly layers: readonly PlannedLayer[];
  /** Numbers learned, in all layers together. */
  readonly parameters: number;
  /** Multiply-adds for one input on its way forward, in all layers together. */
  readonly multiplyAdds: number;
}

/** Runs what belongs to one layer, so that what is thrown says which. */
export function inLayer<Result>(
  operation: string,
  index: number,
  name: string,
  action: () => Result
): Result {
  return during(`${operation}: layer ${index} (${name})`, action);
}

/** The kind of a layer that has been planned, and what the layer is told. */
export function plannedKind({ layer }: PlannedLayer): { kind: LayerKind<object>; settings: object } {
  const kind = kindOf(layer.type) as LayerKind<object>;
  return { kind, settings: optionsAmong<object>(layer, kind.names) };
}

/**
 * A sequential network: shapes, numbers of parameters and multiply-adds of each layer and of all. Nothing is
 * allocated, so networks can be counted that are far too large to be run.
 *
 * @param inputShape of one input, without the batch: [C, H, W] or [features]
 * @param layers from the input on
 * @throws {ShapeError | SettingError | KernelTooLargeError | TooLargeError} when a layer cannot be, or not on what
 * the layer before it gives, or it is told something that its type does not know; the message says which layer
 */
export function network(inputShape: readonly number[], layers: readonly Layer[]): Network {
  if (inputShape.length === 0 || !inputShape.every((length) => Number.isInteger(length) && length > 0)) {
    throw new ShapeError(
      `network: an input is [C, H, W] or [features] of positive whole lengths, not ${shapeText(inputShape)}`
    );
  }
  const planned: PlannedLayer[] = [];
  let shape = inputShape;
  layers.forEach((layer, index) => {
    const { type, name: given, ...settings } = layer;
    const kind = kindOf(type);
    if (!kind) {
      throw new SettingError(
        `network: layer ${index} has the type '${type}'; there are ${Object.keys(LAYER_KINDS).join(', ')}`
      );
    }
    const before = planned.filter((other) => other.layer.type === type).length;
    const name = given ?? `${type}-${before + 1}`;
    const cost = inLayer('network', index, name, () => {
      requireKnownOptions(type, settings, kind.names);
      return kind.cost(settings, shape);
    });
    planned.push({ ...cost, name, layer, inputShape: shape, bufferShapes: kind.bufferShapes?.(shape) ?? {} });
    shape = cost.outputShape;
  });
  return {
    inputShape,
    outputShape: shape,
    layers: planned,
    parameters: planned.reduce((sum, { parameters }) => sum + parameters, 0),
    multiplyAdds: planned.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0)
  };
}
