import { during, SettingError, ShapeError, shapeText } from '../errors.ts';
import { requireKnownOptions, type OptionNames } from '../options.ts';
import { sizeOf } from '../tensor.ts';
import { WINDOW_OPTIONS, windowGeometry, type WindowGeometry, type WindowOptions } from './window.ts';

/** Options of a convolution without its operands; names and defaults of `torch.nn.functional.conv2d`. */
export interface ConvolutionOptions extends WindowOptions {
  /** Channels and filters are split into so many groups that know nothing of each other. */
  readonly groups?: number;
}

export const CONVOLUTION_OPTIONS: OptionNames<ConvolutionOptions> = { ...WINDOW_OPTIONS, groups: true };

/** Which images, channels and filters meet in a convolution, and where. */
export interface ConvolutionPlan {
  readonly images: number;
  readonly channels: number;
  readonly filters: number;
  readonly groups: number;
  /** Channels that one filter sees. */
  readonly groupChannels: number;
  readonly groupFilters: number;
  readonly geometry: WindowGeometry;
  /** Products that one output cell adds up. */
  readonly taps: number;
  /** [N, K, OH, OW] */
  readonly outputShape: readonly [number, number, number, number];
}

/**
 * Checks that channels and filters can meet in so many groups, in any number of dimensions.
 *
 * @param inputShape [N, C, ...]
 * @param weightShape [K, C / groups, ...]
 * @throws {SettingError} when `groups` does not divide channels and filters
 * @throws {ShapeError} when a filter has not the channels of its group
 */
export function requireGroups(
  operation: string,
  inputShape: readonly number[],
  weightShape: readonly number[],
  groups: number
): void {
  const [, channels] = inputShape as [number, number];
  const [filters, groupChannels] = weightShape as [number, number];
  const both = `input is ${shapeText(inputShape)}, weight is ${shapeText(weightShape)}`;
  if (!Number.isInteger(groups) || groups < 1) {
    throw new SettingError(`${operation}: groups must be a whole number of at least 1, not ${groups}`);
  }
  if (channels % groups !== 0 || filters % groups !== 0) {
    throw new SettingError(
      `${operation}: ${groups} groups must divide the ${channels} channels and the ${filters} filters (${both})`
    );
  }
  if (channels !== groupChannels * groups) {
    const rule =
      groups === 1
        ? `input has ${channels} channels, each filter has ${groupChannels}; they must be equal`
        : `input has ${channels} channels in ${groups} groups, so each filter needs ${channels / groups}; it has ${groupChannels}`;
    throw new ShapeError(`${operation}: ${rule} (weight is ${shapeText(weightShape)})`);
  }
}

/**
 * Checks that the operands of a convolution fit each other and lays out how they meet.
 *
 * @param operation begins the message of what is thrown
 * @param inputShape [N, C, H, W]
 * @param weightShape [K, C / groups, FH, FW]
 * @throws {ShapeError} when an operand is not four-dimensional, or a filter has not the channels of its group
 * @throws {SettingError} when `groups` does not divide channels and filters, or an option cannot be
 * @throws {KernelTooLargeError} when the kernel's span is longer than the padded input
 */
export function planConvolution(
  operation: string,
  inputShape: readonly number[],
  weightShape: readonly number[],
  options: ConvolutionOptions = {}
): ConvolutionPlan {
  requireKnownOptions(operation, options, CONVOLUTION_OPTIONS);
  const { groups = 1, ...window } = options;
  if (inputShape.length !== 4) {
    throw new ShapeError(`${operation}: the input must be [N, C, H, W]; it is ${shapeText(inputShape)}`);
  }
  if (weightShape.length !== 4) {
    throw new ShapeError(
      `${operation}: the weight must be [K, C / groups, FH, FW]; it is ${shapeText(weightShape)}`
    );
  }
  const [images, channels] = inputShape as [number, number];
  const [filters, groupChannels] = weightShape as [number, number];
  requireGroups(operation, inputShape, weightShape, groups);
  const size = sizeOf({ shape: inputShape });
  const kernel = sizeOf({ shape: weightShape });
  const geometry = during(
    operation,
    () => windowGeometry(size, kernel, window),
    ` (input is ${shapeText(inputShape)}, kernel is ${kernel.height}×${kernel.width})`
  );
  return {
    images,
    channels,
    filters,
    groups,
    groupChannels,
    groupFilters: filters / groups,
    geometry,
    taps: groupChannels * geometry.kernel.height * geometry.kernel.width,
    outputShape: [images, filters, geometry.output.height, geometry.output.width]
  };
}
