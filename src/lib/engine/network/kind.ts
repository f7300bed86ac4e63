import type { LayerCost } from '../geometry/cost.ts';
import type { OptionNames } from '../options.ts';
import type { AnyTensor } from '../tensor.ts';

/** Something of a layer by name. */
export type Named<Value> = Readonly<Record<string, Value>>;

/** What a layer is given on the way forward. */
export interface ForwardPass<Settings> {
  readonly settings: Settings;
  /** [N, …] */
  readonly input: AnyTensor;
  /** Parameters and buffers of the layer. */
  readonly values: Named<AnyTensor>;
  readonly training: boolean;
  readonly seed: number;
}

/** What a layer makes of it. */
export interface ForwardResult {
  readonly output: AnyTensor;
  /** What the way back needs besides the input: the mask of a dropout. */
  readonly kept?: AnyTensor;
  /** Buffers that changed. */
  readonly buffers?: Named<AnyTensor>;
}

/** What a layer is given on the way back. */
export interface BackwardPass<Settings> {
  readonly settings: Settings;
  readonly gradient: AnyTensor;
  readonly input: AnyTensor;
  readonly kept: AnyTensor | undefined;
  readonly values: Named<AnyTensor>;
  readonly training: boolean;
  /** Whether anybody needs the gradient of the input; layers for which it is much work leave it out if not. */
  readonly inputNeeded: boolean;
}

export interface BackwardResult {
  readonly input: AnyTensor | null;
  readonly parameters: Named<AnyTensor>;
}

/** All that the network needs to know of one type of layer. */
export interface LayerKind<Settings> {
  /** What a layer of this type can be told. */
  readonly names: OptionNames<Settings>;
  /** Shapes and counts for one input of the given shape, [C, H, W] or [features]; refuses settings that cannot be. */
  readonly cost: (settings: Settings, inputShape: readonly number[]) => LayerCost;
  /** Shapes of what is remembered from batch to batch without being learned by gradients. */
  readonly bufferShapes?: (inputShape: readonly number[]) => Named<readonly number[]>;
  /** Parameters and buffers that do not begin by chance, and the number that fills them. */
  readonly constants?: Named<number>;
  /** Whether it draws by chance in training. */
  readonly random?: boolean;
  readonly forward: (pass: ForwardPass<Settings>) => ForwardResult;
  readonly backward: (pass: BackwardPass<Settings>) => BackwardResult;
}
