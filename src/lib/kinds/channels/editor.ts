import type { Bounds } from '$lib/describe';
import { readTypedSize } from '$lib/describe';
import { Fraction, sizeOf, tensor, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { isLightness } from '../shared/lightness';
import { MOST_CELLS } from '../shared/limits';
import { randomised, resized } from '../shared/matrix-changes';
import { OperandEditor } from '../shared/operand-editor';
import { MOST_CHANNELS } from './link';
import { channelsOf, joined, planesOf } from './planes';
import type { ChannelsSettings } from './settings';

type Part = 'input' | 'filter';

/** What a learner may change: one channel of the input or of the filter, and the bias. */
export type ChannelOperand = { readonly part: Part; readonly channel: number } | 'bias';

/** A size that the controls change. */
export type ChannelSize = 'channels' | 'input-rows' | 'input-columns' | 'kernel-rows' | 'kernel-columns';

const SIDE: Bounds = { least: 1, most: MOST_CELLS };
export const CHANNEL_SIZE_BOUNDS: Readonly<Record<ChannelSize, Bounds>> = {
  channels: { least: 1, most: MOST_CHANNELS },
  'input-rows': SIDE,
  'input-columns': SIDE,
  'kernel-rows': SIDE,
  'kernel-columns': SIDE
};

const sizeText = ({ height, width }: { height: number; width: number }) => `${height}×${width}`;

/** Changes the numbers of one filter over several channels. */
export class ChannelsEditor extends OperandEditor<ChannelsSettings, ChannelOperand> {
  protected override matrixOf(operand: ChannelOperand): ExactTensor {
    if (operand === 'bias') return tensor([1, 1, 1, 1], [this.settings.bias]);
    const { part, channel } = operand;
    return planesOf(this.settings[part])[channel] ?? tensor([1, 1, 0, 0], []);
  }

  protected override changed(operand: ChannelOperand, image: ExactTensor): ChannelsSettings {
    if (operand === 'bias') return { ...this.settings, bias: image.data[0] ?? this.settings.bias };
    const { part, channel } = operand;
    const planes = planesOf(this.settings[part]).map((plane, index) => (index === channel ? image : plane));
    return { ...this.settings, [part]: joined(planes) };
  }

  /** A plane keeps the size that the other planes have, and light is a whole number up to 255. */
  protected override refusal(operand: ChannelOperand, image: ExactTensor, kept?: Fraction): string | null {
    const own = sizeOf(this.matrixOf(operand));
    if (operand === 'bias') return image.data.length === 1 ? null : m.bias_is_one_number();
    if (sizeText(own) !== sizeText(sizeOf(image))) return m.channels_plane_size({ size: sizeText(own) });
    if (operand.part === 'filter') return null;
    return this.#lightRefusal(image, kept);
  }

  #lightRefusal(image: ExactTensor, kept?: Fraction): string | null {
    if (this.settings.colours !== 'painted' || image.data.every(isLightness)) return null;
    return kept ? m.channels_light({ kept: kept.toFraction() }) : m.channels_light_paste();
  }

  protected override tooLarge({ input, filter }: ChannelsSettings): string {
    return m.kernel_larger_than_input({ kernel: sizeText(sizeOf(filter)), input: sizeText(sizeOf(input)) });
  }

  /** As many planes as there are channels take the place of all. */
  protected override takePlanes(operand: ChannelOperand, planes: readonly ExactTensor[]): boolean {
    if (operand === 'bias') return false;
    this.#replaceAll(operand.part, planes);
    return true;
  }

  #replaceAll(part: Part, planes: readonly ExactTensor[]): void {
    const channels = channelsOf(this.settings[part]);
    const pasted = joined(planes);
    const refusal =
      planes.length === channels
        ? part === 'input'
          ? this.#lightRefusal(pasted)
          : null
        : m.channels_paste_count({ pasted: planes.length, channels });
    if (refusal === null) this.take({ ...this.settings, [part]: pasted });
    else this.warn(refusal);
  }

  current(size: ChannelSize): number {
    const { input, filter } = this.settings;
    const values: Record<ChannelSize, number> = {
      channels: channelsOf(input),
      'input-rows': sizeOf(input).height,
      'input-columns': sizeOf(input).width,
      'kernel-rows': sizeOf(filter).height,
      'kernel-columns': sizeOf(filter).width
    };
    return values[size];
  }

  /** Sets a size of both operands' channels, or their number; answers whether it was taken. */
  set(size: ChannelSize, text: string, name: string): boolean {
    const value = readTypedSize(text, CHANNEL_SIZE_BOUNDS[size], this.current(size), name, this.warn);
    if (value === null) return false;
    const { input, filter } = this.settings;
    const sized = (operand: ExactTensor, rows: number, columns: number) =>
      joined(planesOf(operand).map((plane) => resized(plane, rows, columns)));
    const counted = (operand: ExactTensor) => {
      const planes = planesOf(operand);
      const { height, width } = sizeOf(operand);
      const empty = resized(tensor([1, 1, 1, 1], [new Fraction(0)]), height, width);
      return joined(Array.from({ length: value }, (_, channel) => planes[channel] ?? empty));
    };
    const changes: Record<ChannelSize, () => Partial<ChannelsSettings>> = {
      channels: () => ({ input: counted(input), filter: counted(filter) }),
      'input-rows': () => ({ input: sized(input, value, sizeOf(input).width) }),
      'input-columns': () => ({ input: sized(input, sizeOf(input).height, value) }),
      'kernel-rows': () => ({ filter: sized(filter, value, sizeOf(filter).width) }),
      'kernel-columns': () => ({ filter: sized(filter, sizeOf(filter).height, value) })
    };
    return this.take({ ...this.settings, ...changes[size]() });
  }

  randomise(): void {
    const { input, filter, colours } = this.settings;
    const values: Bounds = { least: 0, most: colours === 'painted' ? 255 : 9 };
    const random = (operand: ExactTensor, bounds: Bounds) =>
      joined(planesOf(operand).map((plane) => randomised(plane, bounds)));
    this.take({
      ...this.settings,
      input: random(input, values),
      filter: random(filter, { least: -2, most: 2 })
    });
  }
}
