import { MOST_CELLS } from './limits';
import type { MatrixProblem } from './matrix-text';
import { quoted } from '$lib/describe';
import * as m from '$lib/paraglide/messages';

/** Why a pasted text was not taken. */
export function pasteProblemText(problem: MatrixProblem): string {
  switch (problem.code) {
    case 'empty':
      return m.paste_empty();
    case 'ragged':
      return m.paste_ragged({ first: problem.first, other: problem.other });
    case 'too-large':
      return m.paste_too_large({ limit: MOST_CELLS });
    case 'unreadable':
      return m.paste_unreadable({ text: quoted(problem.entry) });
  }
}
