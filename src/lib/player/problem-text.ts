import { quoted } from '$lib/describe';
import type { NumberProblem } from '$lib/engine';
import * as m from '$lib/paraglide/messages';

/** Why an answer could not be read. */
export function typedProblemText(problem: NumberProblem, typed: string): string {
  return problem === 'empty' ? m.answer_empty() : m.answer_unreadable({ text: quoted(typed) });
}
