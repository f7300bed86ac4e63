import { avgPoolTrace, maxPoolTrace } from '$lib/trace';
import type { ChannelTraces } from './run';
import type { PoolingSettings } from './settings';

/**
 * The poolings of each channel by itself: channels know nothing of each other.
 *
 * @throws {EngineError} as `maxPool2d` and `avgPool2d`
 */
export function tracesOf({ channels, show, size, stride, padding, ceil }: PoolingSettings): ChannelTraces[] {
  return channels.map((input) => {
    const settings = { input, kernelSize: size, stride, padding, ceilMode: ceil };
    return {
      max: show === 'average' ? null : maxPoolTrace(settings),
      average: show === 'max' ? null : avgPoolTrace(settings)
    };
  });
}
