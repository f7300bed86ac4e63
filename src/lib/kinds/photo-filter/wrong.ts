import { adaptRules, EVEN_AREA_RULES, WINDOW_RULES } from '$lib/exercise';
import { windowTrace } from '$lib/trace';
import { kernelAt, patchOf, wallUnder } from './model';
import type { PhotoFilterRun } from './settings';

const { 'ignored-weights': ignoredWeights } = WINDOW_RULES;

/** What goes wrong when a kernel lies on an even wall. */
export const wrong = {
  ...adaptRules(EVEN_AREA_RULES, wallUnder),
  ...adaptRules({ 'ignored-weights': ignoredWeights }, ({ settings }: PhotoFilterRun, step: number) => {
    const kernel = kernelAt(settings, step);
    const input = patchOf(kernel.data.map(() => settings.wall));
    return { trace: windowTrace({ input, kernel, stride: 1, padding: 0 }, 'cell'), cellIndex: 0 };
  })
};
