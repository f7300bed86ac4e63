import { exactTensor, sameTensor, sizeOf, type ExactTensor } from '$lib/engine';
import { isLightness } from '../shared/lightness';
import { readLinkMatrix, writeLinkMatrix } from '../shared/matrix-text';
import type { LinkCodec, LinkedNumberProblem, LinkParameters } from '../shared/model';
import { channelsOf, joined, planesOf } from './planes';
import type { ChannelsSettings } from './settings';

/** More channels than this find no room on a stage. */
export const MOST_CHANNELS = 4;

/** Between two planes: a sign that an address leaves as it is. */
const BETWEEN_PLANES = '~';

function writePlanes(operand: ExactTensor): string {
  return planesOf(operand).map(writeLinkMatrix).join(BETWEEN_PLANES);
}

/** The planes of a link; null when they cannot be read or are not of one size. */
function readPlanes(text: string | null, own: ExactTensor): ExactTensor | null {
  if (text === null) return own;
  const parts = text.split(BETWEEN_PLANES);
  if (parts.length > MOST_CHANNELS) return null;
  const planes = parts.map((part) => {
    const reading = readLinkMatrix(part);
    return reading.ok ? reading.matrix : null;
  });
  const [first] = planes;
  const fit = planes.filter((plane) => plane !== null);
  if (!first || fit.length !== planes.length) return null;
  return fit.every((plane) => `${plane.shape}` === `${first.shape}`) ? joined(fit) : null;
}

function readBias(parameters: LinkParameters, own: ChannelsSettings) {
  const text = parameters.get('bias');
  if (text === null) return own.bias;
  const reading = readLinkMatrix(text);
  const [bias, ...others] = reading.ok ? reading.matrix.data : [];
  return bias && others.length === 0 ? bias : null;
}

/** Why input and filter cannot be taken together; null when they can. */
function misfit(
  { input, filter, colours }: ChannelsSettings,
  own: ChannelsSettings
): LinkedNumberProblem | null {
  const channels = channelsOf(input);
  if (channels !== channelsOf(filter)) return 'channels';
  if (colours !== 'none' && channels !== channelsOf(own.input)) return 'channels';
  if (colours === 'painted' && !input.data.every(isLightness)) return 'input';
  const [image, window] = [sizeOf(input), sizeOf(filter)];
  return window.height > image.height || window.width > image.width ? 'kernel-too-large' : null;
}

/** input=1,0;0,1~0,2;2,0&kernel=1~1/3&bias=-4: the planes of all channels one after the other. */
export const channelsLink: LinkCodec<ChannelsSettings> = {
  parts: ['input', 'kernel', 'bias'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const input = readPlanes(parameters.get('input'), own.input);
    const filter = readPlanes(parameters.get('kernel'), own.filter);
    const bias = readBias(parameters, own);
    if (!input) problems.push('input');
    if (!filter) problems.push('kernel');
    if (!bias) problems.push('bias');
    const settings = {
      ...own,
      input: input ?? own.input,
      filter: filter ?? own.filter,
      bias: bias ?? own.bias
    };
    const problem = misfit(settings, own);
    return problem ? { settings: own, problems: [...problems, problem] } : { settings, problems };
  },
  write({ input, filter, bias }, own) {
    const parts: string[] = [];
    if (!sameTensor(input, own.input)) parts.push(`input=${writePlanes(input)}`);
    if (!sameTensor(filter, own.filter)) parts.push(`kernel=${writePlanes(filter)}`);
    if (!bias.equals(own.bias)) parts.push(`bias=${writeLinkMatrix(exactTensor([[[[bias]]]]))}`);
    return parts;
  }
};
