import { adaptRules, PADDING_RULES, WINDOW_RULES } from '$lib/exercise';
import { windowCellAsked } from '../shared/window/model';

/** What goes wrong when a cell of the output is predicted. */
export const wrong = adaptRules({ ...WINDOW_RULES, ...PADDING_RULES }, windowCellAsked);
