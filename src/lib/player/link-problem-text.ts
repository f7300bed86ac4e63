import { quoted } from '$lib/describe';
import * as m from '$lib/paraglide/messages';
import type { LinkProblem } from './address';

// Fetched for a link that could not be used, and for no other.

/** More than this are not named one by one. */
const NAMED_PARTS = 3;

/** The parts of a link that mean nothing, by name. */
function unknownText(unknown: readonly string[]): string {
  if (unknown.length === 0) return '';
  const named = unknown.slice(0, NAMED_PARTS).map((name) => m.link_part({ name: quoted(name) }));
  const names = unknown.length > named.length ? [...named, '…'] : named;
  return m.link_unknown({ names: names.join(', ') });
}

/**
 * What could not be used of a link, and what is shown instead; empty when all of it could.
 *
 * @param unknown names of the parts that mean nothing here
 */
export function linkProblemText(
  problems: readonly LinkProblem[],
  unknown: readonly string[],
  lastStep: number
): string {
  if (problems.length === 0 && unknown.length === 0) return '';
  const sentences: Record<LinkProblem, () => string> = {
    scene: m.link_scene,
    step: m.link_step,
    'step-past-end': () => m.link_step_past_end({ last: lastStep }),
    grain: m.link_grain,
    input: m.link_input,
    kernel: m.link_kernel,
    channels: m.link_channels,
    groups: m.link_groups,
    stride: m.link_stride,
    padding: m.link_padding,
    fixed: m.link_fixed,
    'kernel-too-large': m.link_kernel_too_large,
    plane: m.link_plane,
    bias: m.link_bias,
    size: m.link_size,
    place: m.link_place,
    shading: m.link_shading,
    shuffle: m.link_shuffle
  };
  return [m.link_notice(), ...problems.map((problem) => sentences[problem]()), unknownText(unknown)]
    .join(' ')
    .trim();
}
