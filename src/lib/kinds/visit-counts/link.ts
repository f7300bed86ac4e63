import { linkedNumber, linkedWord } from '../shared/limits';
import type { LinkCodec, LinkedNumberProblem } from '../shared/model';
import { PADDING_NAMES, paddingOf, sidesOfVisits, VISIT_BOUNDS, type VisitSettings } from './settings';

const readKernel = linkedNumber(VISIT_BOUNDS.kernel.least, VISIT_BOUNDS.kernel.most);
const paddingWord = linkedWord(PADDING_NAMES);
const paddingNumber = linkedNumber(VISIT_BOUNDS.padding.least, VISIT_BOUNDS.padding.most);

/** Whether there is a place for the window, and the padding is not more than can be shown. */
export function fits(settings: VisitSettings): boolean {
  const padding = paddingOf(settings);
  if (typeof padding === 'number' && padding > VISIT_BOUNDS.padding.most) return false;
  try {
    sidesOfVisits(settings);
    return true;
  } catch {
    return false;
  }
}

/** kernel=5&padding=2, padding=same */
export const visitLink: LinkCodec<VisitSettings> = {
  parts: ['kernel', 'padding'],
  read(parameters, own) {
    const problems: LinkedNumberProblem[] = [];
    const kernel = readKernel(parameters.get('kernel') ?? `${own.kernel}`);
    const typed = parameters.get('padding') ?? `${own.padding}`;
    const word = paddingWord(typed);
    const padding = word.success ? word : paddingNumber(typed);
    if (!kernel.success) problems.push('kernel');
    if (!padding.success) problems.push('padding');
    const settings = {
      ...own,
      kernel: kernel.success ? kernel.output : own.kernel,
      padding: padding.success ? padding.output : own.padding
    };
    if (fits(settings)) return { settings, problems };
    return { settings: own, problems: [...problems, 'kernel-too-large'] };
  },
  write({ kernel, padding }, own) {
    const parts: string[] = [];
    if (kernel !== own.kernel) parts.push(`kernel=${kernel}`);
    if (padding !== own.padding) parts.push(`padding=${padding}`);
    return parts;
  }
};
