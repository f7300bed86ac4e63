/**
 * Practice: questions that check themselves. A kind of exercise is a folder of `kinds/`: the arithmetic (`exercise`, pure),
 * and what is said and shown of it (`index`, with its own words). This is the lazy door: a page fetches the kinds whose
 * questions it asks. The tables are made from the folders (scripts/doors.mjs).
 */
import { QUESTIONS } from './doors/questions';
import type { ExerciseName } from './exercises';
import type { QuestionKind } from './question-kind';

export { EXERCISE_NAMES, questionOf } from './exercises';
export type { ExerciseName } from './exercises';
export type { AskedScene, Given, QuestionKind } from './question-kind';
export { readSet, setQuery } from './sets/address';
export type { SetProblem, SetReading } from './sets/address';
export { beginQuery, readBegun } from './sets/begin';
export type { QuestionResult } from './sets/result-code';
export type { PracticeSet } from './sets/set';
export { default as ClassResults } from './teacher/ClassResults.svelte';
export { kindTitles } from './teacher/kind-titles';
export { default as ResultCode } from './teacher/ResultCode.svelte';
export { default as SetBuilder } from './teacher/SetBuilder.svelte';
export { default as SetChoice } from './teacher/SetChoice.svelte';
export { default as SetEntry } from './teacher/SetEntry.svelte';
export { readSheetOptions, sheetQuery } from './teacher/sheet-options';
export type { SheetOptions } from './teacher/sheet-options';
export { default as WorksheetMaker } from './teacher/WorksheetMaker.svelte';

/** Fetches the words and pictures of a kind. */
export function loadQuestionKind(name: ExerciseName): Promise<QuestionKind> {
  return QUESTIONS[name]();
}
