import { MOST_CELLS } from './limits';
import type { EntryPlace, MatrixProblem } from './matrix-text';
import { quoted } from '$lib/describe';
import type { NumberProblem } from '$lib/engine';
import * as m from '$lib/paraglide/messages';

/** 'Row 2', and of several planes, which. */
function rowText({ plane, row }: Omit<EntryPlace, 'entry'>): string {
  return plane === null ? m.paste_row({ row }) : m.paste_row_of_plane({ plane, row });
}

/** 'Row 2, value 3'. */
function placeText(place: EntryPlace): string {
  return m.paste_place({ row: rowText(place), entry: place.entry });
}

const ENTRY_PROBLEMS: Record<NumberProblem, (words: { place: string; text: string }) => string> = {
  empty: m.paste_entry_empty,
  unreadable: m.paste_entry_unreadable,
  'division-by-zero': m.paste_entry_division_by_zero,
  'too-many-digits': m.paste_entry_too_many_digits,
  'too-long': m.paste_entry_too_long
};

function reasonText(problem: MatrixProblem): string {
  switch (problem.code) {
    case 'empty':
      return m.paste_empty();
    case 'brackets':
      return m.paste_brackets();
    case 'several':
      return m.paste_several();
    case 'dimensions':
      return m.paste_dimensions({ count: problem.count });
    case 'planes':
      return m.paste_planes({ count: problem.count });
    case 'words':
      return m.paste_words({ text: quoted(problem.entry) });
    case 'too-long':
      return m.paste_too_long({ limit: problem.limit });
    case 'too-large':
      return m.paste_too_large({ limit: MOST_CELLS });
    case 'ragged':
      return m.paste_ragged({ row: rowText(problem), first: problem.first, other: problem.other });
    case 'ragged-planes':
      return m.paste_ragged_planes({ plane: problem.plane, first: problem.first, other: problem.other });
    case 'comma':
      return m.paste_comma({ place: placeText(problem.place), text: quoted(problem.text) });
    case 'entry':
      return ENTRY_PROBLEMS[problem.why]({ place: placeText(problem.place), text: quoted(problem.text) });
  }
}

/** Why a pasted text was not taken, where in it that is, and that everything is as before. */
export function pasteProblemText(problem: MatrixProblem): string {
  return `${reasonText(problem)} ${m.paste_nothing_changed()}`;
}
