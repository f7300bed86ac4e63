import { adaptRules, COUNT_RULES } from '$lib/exercise';
import type { ColourImageRun } from './model';

/** What goes wrong when the numbers of a colour image are counted. */
export const wrong = adaptRules(COUNT_RULES, ({ shape }: ColourImageRun) => ({ shape }));
