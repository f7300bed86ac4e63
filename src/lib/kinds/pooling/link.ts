import { EngineError, sameShape, sameTensor } from '$lib/engine';
import { linkedNumber, MOST_CELLS } from '../shared/limits';
import { writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { MOST_PADDING, MOST_STRIDE, readMatrixPart } from '../shared/window/link';
import { tracesOf } from './traces';
import type { PoolingSettings } from './settings';

/** The names of the channels in a link; the first is the only one of most scenes. */
const CHANNEL_PARTS = ['input', 'input-2', 'input-3'];

const NUMBERS = {
  size: linkedNumber(1, MOST_CELLS),
  stride: linkedNumber(1, MOST_STRIDE),
  padding: linkedNumber(0, MOST_PADDING)
};
const readCeil = linkedNumber(0, 1);

function fits(settings: PoolingSettings): boolean {
  try {
    tracesOf(settings);
    return true;
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** input=1,0;0,1&input-2=…&size=3&stride=2&padding=1&ceil=1 */
export const poolingLink: LinkCodec<PoolingSettings> = {
  parts: [...CHANNEL_PARTS, ...Object.keys(NUMBERS), 'ceil'],
  read(parameters, own) {
    const problems = new Set<LinkedNumberProblem>();
    const number = (name: keyof typeof NUMBERS): number => {
      const reading = NUMBERS[name](parameters.get(name) ?? `${own[name]}`);
      if (!reading.success) problems.add(name);
      return reading.success ? reading.output : own[name];
    };
    const channels = own.channels.map((plane, channel) => {
      const read = readMatrixPart(parameters.get(CHANNEL_PARTS[channel] as string), plane);
      if (!read) problems.add('input');
      return read ?? plane;
    });
    const isExtra = CHANNEL_PARTS.slice(own.channels.length).some((name) => parameters.has(name));
    const isOneSize = channels.every((plane) => sameShape(plane.shape, channels[0]?.shape ?? []));
    if (isExtra || !isOneSize) problems.add('plane');
    const ceil = readCeil(parameters.get('ceil') ?? (own.ceil ? '1' : '0'));
    if (!ceil.success) problems.add('size');
    const settings = {
      ...own,
      channels: isOneSize ? channels : own.channels,
      size: number('size'),
      stride: number('stride'),
      padding: number('padding'),
      ceil: ceil.success ? ceil.output === 1 : own.ceil
    };
    if (fits(settings)) return { settings, problems: [...problems] };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write(settings, own) {
    const parts = settings.channels.flatMap((plane, channel) => {
      const ownPlane = own.channels[channel];
      const isOwn = ownPlane !== undefined && sameTensor(plane, ownPlane);
      return isOwn ? [] : [`${CHANNEL_PARTS[channel]}=${writeLinkMatrix(plane)}`];
    });
    for (const name of ['size', 'stride', 'padding'] as const) {
      if (settings[name] !== own[name]) parts.push(`${name}=${settings[name]}`);
    }
    if (settings.ceil !== own.ceil) parts.push(`ceil=${settings.ceil ? 1 : 0}`);
    return parts;
  }
};
