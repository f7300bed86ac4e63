import { readTypedSize, type Bounds } from '$lib/describe';
import { KernelTooLargeError, SettingError, sizeOf, type ExactTensor } from '$lib/engine';
import * as m from '$lib/paraglide/messages';
import { MOST_CELLS } from '../shared/limits';
import { randomised, resized } from '../shared/matrix-changes';
import { MatrixEditor } from '../shared/matrix-editor';
import { MOST_PADDING, MOST_STRIDE } from '../shared/window/link';
import type { PoolingSettings } from './settings';

/** A size or setting that the controls change, and its bounds. */
export type Setting = 'rows' | 'columns' | 'size' | 'stride' | 'padding';

export const SETTING_BOUNDS: Readonly<Record<Setting, Bounds>> = {
  rows: { least: 1, most: MOST_CELLS },
  columns: { least: 1, most: MOST_CELLS },
  size: { least: 1, most: MOST_CELLS },
  stride: { least: 1, most: MOST_STRIDE },
  padding: { least: 0, most: MOST_PADDING }
};

/** Changes the numbers of a pooling; the operands are the channels, by number. */
export class PoolingEditor extends MatrixEditor<PoolingSettings, number> {
  protected override matrixOf(channel: number): ExactTensor {
    return this.settings.channels[channel] as ExactTensor;
  }

  /** A channel of another size makes all others as large. */
  protected override changed(channel: number, image: ExactTensor): PoolingSettings {
    const { height, width } = sizeOf(image);
    const channels = this.settings.channels.map((plane, index) =>
      index === channel ? image : resized(plane, height, width)
    );
    return { ...this.settings, channels };
  }

  protected override take(settings: PoolingSettings): boolean {
    try {
      return super.take(settings);
    } catch (error) {
      const { height, width } = sizeOf(settings.channels[0] as ExactTensor);
      const { size, padding } = settings;
      if (error instanceof KernelTooLargeError) {
        const padded = `${height + 2 * padding}×${width + 2 * padding}`;
        this.warn(m.pooling_window_too_large({ size: `${size}×${size}`, padded }));
      } else if (error instanceof SettingError) {
        this.warn(m.pooling_padding_too_large({ size: `${size}×${size}`, most: Math.floor(size / 2) }));
      } else throw error;
      return false;
    }
  }

  /** As many planes as there are channels replace them all. */
  protected override takePlanes(_channel: number, planes: readonly ExactTensor[]): boolean {
    if (planes.length !== this.settings.channels.length) return false;
    this.take({ ...this.settings, channels: planes });
    return true;
  }

  current(setting: Setting): number {
    const { height, width } = sizeOf(this.matrixOf(0));
    const { size, stride, padding } = this.settings;
    return { rows: height, columns: width, size, stride, padding }[setting];
  }

  /** Sets a size or a setting; answers whether it was taken. */
  set(setting: Setting, text: string, name: string): boolean {
    const value = readTypedSize(text, SETTING_BOUNDS[setting], this.current(setting), name, this.warn);
    if (value === null) return false;
    const { channels } = this.settings;
    const { height, width } = sizeOf(this.matrixOf(0));
    const changes: Record<Setting, Partial<PoolingSettings>> = {
      rows: { channels: channels.map((plane) => resized(plane, value, width)) },
      columns: { channels: channels.map((plane) => resized(plane, height, value)) },
      size: { size: value },
      stride: { stride: value },
      padding: { padding: value }
    };
    return this.take({ ...this.settings, ...changes[setting] });
  }

  toggleCeil(): void {
    this.take({ ...this.settings, ceil: !this.settings.ceil });
  }

  randomise(): void {
    const channels = this.settings.channels.map((plane) => randomised(plane, { least: -9, most: 9 }));
    this.take({ ...this.settings, channels });
  }
}
